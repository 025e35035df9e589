// Queries and texts as the index spells them. Nothing here touches the page or the network.
// The spelling is that of hooks/minhbach/search/spelling.py, which explains it: "hiến" is "hienǀcccsǁ".

const END = "ǀ";
const CLOSE = "ǁ";
const MARKS = { "\u0306": "b", "\u0302": "c", "\u031b": "h", "\u0300": "f", "\u0301": "s", "\u0309": "r", "\u0303": "x", "\u0323": "j" };
const SIGNS = Object.fromEntries(Object.entries(MARKS).map(([mark, sign]) => [sign, mark]));
const STROKE = "d";
const MOST_WORDS = 12;
const SPELLED = /(\d+(?:[.,]\d+)*)ǀ|([^\P{L}ǀǁ]+)ǀ(?:([a-z]+)ǁ)?/gu;
const TOKEN = /\d+(?:[.,]\d+)*|[\p{L}\p{M}]+/gu;
const GROUPED = /(^|[^\d.,])(\d{1,3}(?:[ \u00a0]\d{3})+)(?![\d.,]*\d)/g;

/** How a query asks for its words. */
export const WHOLE = "whole", EXACT = "exact", BEGINNING = "beginning";

/** Without diacritics, "đ" as "d", in small letters. */
export function fold(text) {
  return text.toLowerCase().replaceAll("đ", "d").normalize("NFD").replace(/\p{M}/gu, "");
}

/** The letters and the marks of a word: "hiến" → ["hien", "cccs"]. */
function take(word) {
  let letters = "", marks = "";
  [...word.toLowerCase().normalize("NFC")].forEach((character, index) => {
    const place = String.fromCharCode("a".charCodeAt(0) + index);
    const [letter, ...found] = character === "đ" ? ["d"] : [...character.normalize("NFD")];
    letters += letter;
    if (character === "đ") marks += place + STROKE;
    for (const mark of found) if (MARKS[mark]) marks += place + MARKS[mark];
  });
  return [letters, marks];
}

/** A word or number of a query as the index spells it. */
export function spell(token, manner) {
  if (/^\d/.test(token)) return token.replace(/[.,]/g, "") + (manner === BEGINNING ? "" : END);
  const [letters, marks] = take(token);
  if (manner === BEGINNING) return letters;
  return manner === EXACT && marks ? letters + END + marks + CLOSE : letters + END;
}

/** A text of the index as it was written. */
export function unspell(text) {
  return text.replace(SPELLED, (_all, number, letters, marks = "") => {
    if (number) return number;
    const characters = [...letters];
    for (let at = 0; at < marks.length; at += 2) {
      const place = marks.charCodeAt(at) - "a".charCodeAt(0), sign = marks[at + 1];
      if (sign === STROKE) characters[place] = characters[place] === "D" ? "Đ" : "đ";
      else characters[place] += SIGNS[sign];
    }
    return characters.join("").normalize("NFC");
  });
}

/** Whether a word has diacritics. */
export const isMarked = (token) => take(token)[1] !== "";

/**
 * A query as words and phrases. A word is a list of tokens: more than one where signs stand between them
 * ("16/01/2025"); a phrase is the places of its first and last word. "3 858" is one number.
 */
export function readQuery(text) {
  const words = [], phrases = [];
  const plain = text.normalize("NFC").replace(/[“”„«»]/g, '"').replace(GROUPED, (_all, before, digits) => before + digits.replace(/\D/g, ""));
  plain.split('"').forEach((part, index, parts) => {
    const first = words.length;
    for (const chunk of part.split(/\s+/)) {
      const tokens = chunk.match(TOKEN) ?? [];
      if (tokens.length && words.length < MOST_WORDS) words.push(tokens);
    }
    const isQuoted = index % 2 === 1 && index < parts.length - 1;
    if (isQuoted && words.length - first > 1) phrases.push([first, words.length - 1]);
  });
  return { words, phrases };
}

/** The ways to read a query, most literal first: as typed, signs as spaces, typed without a Vietnamese keyboard. */
export function readings(text) {
  const asked = readQuery(text);
  const found = [asked];
  if (asked.words.some((tokens) => tokens.length > 1)) {
    found.push({ words: asked.words.flatMap((tokens) => tokens.map((token) => [token])).slice(0, MOST_WORDS), phrases: [] });
  }
  const last = found[found.length - 1];
  const decoded = last.words.map((tokens) => tokens.map(readTelex));
  if (decoded.some((tokens, index) => tokens.join() !== last.words[index].join())) {
    found.push({ words: decoded, phrases: last.phrases });
  }
  return found;
}

const TONES = { f: "\u0300", s: "\u0301", r: "\u0309", x: "\u0303", j: "\u0323" };
const TONE = /[\u0300\u0301\u0309\u0303\u0323]/gu;
const HORNS = { a: "ă", o: "ơ", u: "ư" };
const HATS = [[/a([^aeiouy]*)a/, "â$1"], [/e([^aeiouy]*)e/, "ê$1"], [/o([^aeiouy]*)o/, "ô$1"]];
const SYLLABLE = /^(?:ngh|[cgknpt]h|ng|tr|gi|qu|[bcdđghklmnpqrstvx])?([aăâeêioôơuưy]{1,3})(?:ch|nh|ng|[cmnpt])?$/;

/**
 * A word typed in Telex where no Vietnamese keyboard was on: "hieens" → "hiến", the keys of marks behind their
 * letters or at the end of the word. Other words are returned unchanged.
 */
export function readTelex(word) {
  const small = word.toLowerCase();
  let [, start, rest] = /^([^aăâeêioôơuưyw]*)(.*)$/.exec(small);
  const tone = /[fsrxj](?!.*[fsrxj])/.exec(rest)?.[0];
  rest = rest.replace(/[fsrxj]/g, "");
  const isHorned = rest.includes("w");
  rest = rest === "w" ? "u" : rest.replaceAll("w", "");
  if (start === "d" && rest.endsWith("d")) [start, rest] = ["đ", rest.slice(0, -1)];
  start = start.replace(/^(?:dd|đd|dđ)/, "đ");
  if (isHorned) {
    rest = rest.includes("uo") ? rest.replace("uo", "ươ") : rest.replace(/[aou](?!.*[aou])/, (letter) => HORNS[letter]);
  }
  for (const [keys, letters] of HATS) rest = rest.replace(keys, letters);
  const text = start + rest, vowels = SYLLABLE.exec(text)?.[1];
  if (!vowels) return word;
  const from = text.lastIndexOf(vowels), at = from + toneAt(vowels, text.length > from + vowels.length);
  const read = tone ? (text.slice(0, at + 1) + TONES[tone] + text.slice(at + 1)).normalize("NFC") : text;
  return read === small ? word : read;
}

/** Which of the vowels of a syllable carries the tone. */
function toneAt(vowels, isClosed) {
  const shaped = Math.max(...[..."ăâêôơư"].map((vowel) => vowels.lastIndexOf(vowel)));
  if (shaped >= 0) return shaped;
  if (vowels.length === 1) return 0;
  return vowels.length === 3 || isClosed ? 1 : 0;
}

/** The terms of a reading for the index; of the words from `from` on only the beginning is asked for. */
export function terms(words, manner, from = Infinity) {
  return words.map((tokens, index) =>
    tokens.map((token, part) => spell(token, index >= from && part === tokens.length - 1 ? BEGINNING : manner)).join(""));
}

/** The words of a text in the index's spelling that a term may begin: joined over signs, and apart. */
function* forms(word) {
  const small = word.toLowerCase();
  yield small.replace(/[^\p{L}\p{N}]/gu, "");
  if (/[^\p{L}\p{N}]/u.test(small)) yield* small.split(/[^\p{L}\p{N}]+/u);
}

/** Whether a word of the index is one that a term asks for. */
export function matches(word, term) {
  for (const form of forms(word)) if (form.startsWith(term)) return true;
  return false;
}

/** Whether a text of the index holds all terms. */
export function holds(text, wanted) {
  const words = text.split(/\s+/);
  return wanted.every((term) => words.some((word) => matches(word, term)));
}

/** Whether the words of a title of the index are, somewhere in it, the terms one after the other. */
export function holdsInOrder(title, wanted) {
  const words = title.split(/\s+/);
  return words.some((_word, at) => wanted.every((term, step) => at + step < words.length && matches(words[at + step], term)));
}

/**
 * How closely a title goes on where words were begun: 2 where one of its words begins with each as it is typed
 * ("quyê" → "quyên"), 1 where only a tone came between ("quyê" → "quyền"), 0 where not even the letters are those.
 */
export function closeness(title, begun) {
  const words = title.toLowerCase().normalize("NFC").split(/[^\p{L}]+/u);
  const toneless = (text) => text.normalize("NFD").replace(TONE, "").normalize("NFC");
  return Math.min(...begun.map((token) => {
    const start = token.toLowerCase().normalize("NFC");
    if (words.some((word) => word.startsWith(start))) return 2;
    return words.some((word) => toneless(word).startsWith(start)) ? 1 : 0;
  }));
}

/** How much of a title the terms are, from 0 to 1; 0 where it lacks one of them. */
export function shareOfTitle(title, wanted) {
  if (!holds(title, wanted)) return 0;
  const words = title.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  return words.filter((word) => wanted.some((term) => matches(word, term))).length / words.length;
}

/**
 * A part of a text of `length` words: the `size` words that hold the most of the terms found and the most finds,
 * with some words before them. `hits` are places with the term found there. Returns the first place and the one
 * after the last.
 */
export function chooseExcerpt(hits, length, size = 32) {
  const lead = 6, sorted = [...hits].sort(([one], [other]) => one - other);
  let best = 0, most = -1;
  for (const [start] of sorted) {
    const within = sorted.filter(([place]) => place >= start && place < start + size - lead);
    const worth = new Set(within.map(([, term]) => term)).size * length + within.length;
    if (worth > most) [best, most] = [start, worth];
  }
  const from = Math.max(0, Math.min(best - lead, length - size));
  return [from, Math.min(length, from + size)];
}

/** How many keys two words are apart: letters missing, added, changed, or two in the wrong order. */
export function distance(one, other, limit = 3) {
  if (Math.abs(one.length - other.length) >= limit) return limit;
  let before = [], last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return Math.min(limit, last[other.length]);
}

/** The words of a vocabulary (most frequent first) that are nearest to a word. */
export function nearest(word, vocabulary, count = 3) {
  const wanted = fold(word), reach = wanted.length < 5 ? 2 : 3;
  const sorted = (text) => [...text].sort().join("");
  return vocabulary
    .map((other, rank) => ({ other, rank, folded: fold(other) }))
    // One letter for another makes any short syllable any other.
    .filter(({ folded }) => wanted.length > 3 || folded.length !== wanted.length || sorted(folded) === sorted(wanted))
    .map((item) => ({ ...item, away: distance(wanted, item.folded, reach) }))
    .filter(({ away }) => away < reach)
    .sort((a, b) => a.away - b.away || a.rank - b.rank)
    .slice(0, count)
    .map(({ other }) => other);
}
