// Finding a gift in the files that hooks/minhbach/finding/ makes (docs-dev/decisions/0024-gift-index.md): the root,
// then one shard of an index, then one of rows. Nothing here touches the page.

const COLUMN = "\n\x1e\n";
const KEY_LETTERS = 160;
/** So many shards of rows are looked through at once while nothing is found. */
const MOST_AT_ONCE = 3;
const ID_LETTERS = 10;
const UNITS = { k: 1e3, nghin: 1e3, ngan: 1e3, tr: 1e6, trieu: 1e6, ty: 1e9, ti: 1e9 };
const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CODE_LETTERS = 17;
const DAY_MS = 86_400_000;

// Texts -----------------------------------------------------------------------------------------------------

/** Without diacritics, "đ" as "d", in small letters. */
const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC").replaceAll("đ", "d");

/** What names and queries are compared by; the same as in hooks/minhbach/finding/tables.py. */
export const keyOf = (text) =>
  fold(text).replace(/(?:[^\p{L}\p{N}]|[\u{10000}-\u{10ffff}])+/gu, " ").trim().slice(0, KEY_LETTERS).trimEnd();

const turn = (key) => key.split(" ").reverse().join(" ");
const holds = (name, key) => ` ${keyOf(name)}`.includes(` ${key}`);
const shapeOf = (receipt) => receipt.replace(/[0-9]/g, "9").replace(/[a-z]/g, "a");

/** An amount in đồng as people type it: "500.000", "500k", "1,5 triệu", "1tr5". NaN: not to be understood. */
export function readAmount(text) {
  let rest = fold(text).replace(/\s+/g, "").replace(/(?:vnd|dong|d)$/, "");
  let sum = 0, above = 0;
  if (!rest) return NaN;
  while (rest) {
    const [all, digits, word] = /^(\d+(?:[.,]\d+)*)(nghin|ngan|trieu|tr|ty|ti|k)?/.exec(rest) ?? [];
    if (!all) return NaN;
    const unit = UNITS[word] ?? 1;
    if (above && unit >= above) return NaN;
    if (above && !word && digits.length <= 3) sum += (digits * above) / 10 ** digits.length; // "1tr5"
    else sum += readNumber(digits, unit) * unit;
    above = unit;
    rest = rest.slice(all.length);
  }
  return Number.isInteger(Math.round(sum * 1e3) / 1e3) ? Math.round(sum) : NaN;
}

function readNumber(digits, unit) {
  if (/^\d{1,3}(?:\.\d{3})+$|^\d{1,3}(?:,\d{3})+$|^\d+$/.test(digits)) return Number(digits.replace(/[.,]/g, ""));
  return unit > 1 && /^\d+[.,]\d+$/.test(digits) ? Number(digits.replace(",", ".")) : NaN;
}

/** A code in its one form, or "" where a letter must be wrong: hooks/minhbach/finding/codes.py says how it is made. */
export function readCode(text) {
  const code = text.toUpperCase().replace(/[^0-9A-Z]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  let sum = 0;
  for (const letter of code) {
    sum = (sum << 1) ^ (sum & 16 ? 0b100101 : 0);
    sum ^= DIGITS.indexOf(letter);
  }
  return code.length === CODE_LETTERS && sum === 0 && [...code].every((letter) => DIGITS.includes(letter)) ? code : "";
}

// Files -----------------------------------------------------------------------------------------------------

const kept = new Map();

/** The browser cannot unpack files. */
export class TooOldError extends Error {}

async function load(name, cache = "default") {
  const response = await fetch(new URL(`du-lieu/${name}.gz`, document.baseURI), { cache });
  if (!response.ok) throw new Error(`${response.status} ${name}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  // Some servers unpack such files on the way.
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return new TextDecoder().decode(bytes);
  if (!globalThis.DecompressionStream) throw new TooOldError();
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
}

/** What `make` makes of a file, each only once. */
function keep(name, make, cache) {
  if (!kept.has(name)) {
    const loading = load(name, cache).then(make);
    kept.set(name, loading);
    // What names the others may be of an earlier build: begin anew.
    loading.catch(() => kept.clear());
  }
  return kept.get(name);
}

const columnsOf = (text) => text.split(COLUMN).map((column) => column.split("\n"));
export const rootOf = () => keep("goc", JSON.parse, "no-cache");
const shard = (index, prefix, at, make) =>
  keep(prefix + index.ids.slice(at * ID_LETTERS, (at + 1) * ID_LETTERS), (text) => make(columnsOf(text)));

/** The first place whose key is not before `wanted`. Keys are those with which shards end. */
function placeOf(keys, wanted) {
  let low = 0, high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keys[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function readEndings([texts, gifts]) {
  let before = "";
  return texts.map((text, index) => {
    before = before.slice(0, text.charCodeAt(0) - 48) + text.slice(1);
    return { ending: before, gifts: Number(gifts[index] || 1) };
  });
}

function readReceipts([lines, places]) {
  let before = "";
  return lines.map((line, index) => {
    if (line[0] === "=") before = line.slice(1);
    else {
      const digits = Math.min(/[0-9]*$/.exec(before)[0].length, 15), start = before.length - digits;
      before = before.slice(0, start) + String(Number(before.slice(start)) + Number(line)).padStart(digits, "0");
    }
    return [before, Number(places[index])];
  });
}

const dayOf = (first, number) => new Date(Date.parse(first) + number * DAY_MS).toISOString().slice(0, 10);

/** The gifts of a shard, each with what has changed it. */
function readRows(root, [names, receipts, days, amounts, purposes, kinds, goods]) {
  const gifts = [];
  let name = "";
  receipts.forEach((receipt, index) => {
    if (names[index]) name = names[index].slice(1);
    const kind = kinds[index], [quantity, unit, item] = goods[index] ? goods[index].split("\x1f") : [];
    const row = {
      name, receipt, kind: kind.replace("+", ""), changes: [],
      day: days[index] === "" ? "" : dayOf(root.day, days[index]),
      amount: amounts[index] === "" ? null : Number(amounts[index]),
      purpose: root.purposes[purposes[index]], item, quantity, unit,
    };
    if (kind[0] === "+" && gifts.length) gifts[gifts.length - 1].changes.push(row);
    else gifts.push(row);
  });
  return gifts;
}

const rowsOf = (root, at) => shard(root.rows, "khoan-", at, (columns) => readRows(root, columns));

// Finding ---------------------------------------------------------------------------------------------------

/** Where the rows of a name may stand, the nearest first, and how many gifts such names have. */
async function placesOfName(root, key, { from, until }) {
  if (!root.names) return { places: [0], total: null };
  const at = placeOf(root.names.keys, key);
  if (at === root.names.keys.length) return { places: [], total: 0 };
  const endings = await shard(root.names, "ten-", at, readEndings);
  const found = endings.slice(placeOf(endings.map(({ ending }) => ending), key)).filter(({ ending }) => ending.startsWith(key));
  const places = new Set();
  let total = 0;
  for (const { ending, gifts } of found) {
    // What a later word of it says as well has been counted there.
    if (ending.slice(1).includes(` ${key}`)) continue;
    total += gifts;
    const turned = turn(ending), { keys, firsts } = root.rows;
    for (let place = placeOf(keys, turned); place < keys.length && firsts[place] < `${turned}!`; place++) {
      if (mayHold(root, place, from, until)) places.add(place);
    }
  }
  const isOpen = root.names.keys[at].startsWith(key) && at + 1 < root.names.keys.length;
  return { places: [...places], total, isOpen };
}

/** Whether a shard may have gifts of these days; only one that holds a single name tells. */
function mayHold({ day, rows }, place, from, until) {
  if (!rows.days[place]) return true;
  const [first, last] = rows.days[place].map((number) => dayOf(day, number));
  return (!from || last >= from) && (!until || first <= until);
}

async function placesOfReceipt(root, receipt) {
  if (!root.receipts) return [0];
  const at = placeOf(root.receipts.keys, receipt);
  if (at === root.receipts.keys.length) return [];
  const found = await shard(root.receipts, "bien-nhan-", at, readReceipts);
  return [...new Set(found.filter(([key]) => key === receipt).map(([, place]) => place))];
}

export async function findReceipt(root, text) {
  const receipt = keyOf(text).replaceAll(" ", "");
  if (!receipt || (root.shapes?.length && !root.shapes.includes(shapeOf(receipt)))) return [];
  const isIt = (row) => keyOf(row.receipt).replaceAll(" ", "") === receipt;
  const shards = await Promise.all((await placesOfReceipt(root, receipt)).map((place) => rowsOf(root, place)));
  return shards.flat().filter((gift) => isIt(gift) || gift.changes.some(isIt));
}

export async function findCode(root, code, { salt, iterations }) {
  const bytes = Uint8Array.from(salt.match(/../g), (pair) => parseInt(pair, 16));
  const key = await crypto.subtle.importKey("raw", new TextEncoder().encode(code), "PBKDF2", false, ["deriveBits"]);
  const bits = await crypto.subtle.deriveBits({ name: "PBKDF2", hash: "SHA-256", salt: bytes, iterations }, key, 128);
  const hash = [...new Uint8Array(bits)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const at = placeOf(root.rows.keys, hash);
  return at === root.rows.keys.length ? [] : (await rowsOf(root, at)).filter((gift) => gift.receipt === hash);
}

/** A search by name that goes on where it stopped. */
export class NameSearch {
  constructor(root, text, wanted) {
    Object.assign(this, { root, text, key: keyOf(text), wanted, looked: 0, gifts: [] });
  }

  async begin() {
    Object.assign(this, await placesOfName(this.root, this.key, this.wanted));
    await this.goOn();
  }

  get isWhole() {
    return !this.places.length && !this.isOpen;
  }

  /** Look through further shards until something is found. Returns the gifts found now, best first. */
  async goOn() {
    const { from, until, amount } = this.wanted, found = [];
    for (let count = 0; count < MOST_AT_ONCE && this.places.length && !found.length; count++) {
      const named = (await rowsOf(this.root, this.places[0])).filter(({ name }) => holds(name, this.key));
      this.places.shift(); // only what has been read is done
      this.looked += named.length;
      found.push(...named.filter((gift) =>
        (!gift.day || ((!from || gift.day >= from) && (!until || gift.day <= until))) && (amount === null || gift.amount === amount)));
      if (this.total !== null && this.looked >= this.total && !this.isOpen) this.places = [];
    }
    const typed = this.text.normalize("NFC").toLowerCase(), whole = `${this.key} `;
    const rank = ({ name }) => (name.normalize("NFC").toLowerCase().includes(typed) ? 0 : 2)
      + (`${keyOf(name)} `.includes(whole) ? 0 : 1);
    const ranks = new Map(found.map((gift) => [gift, rank(gift)]));
    found.sort((one, other) => ranks.get(one) - ranks.get(other) || (one.day < other.day) - (one.day > other.day));
    this.gifts.push(...found);
    return found;
  }
}
