// Unpacking gzip (RFC 1951 and 1952) where the browser has no DecompressionStream: iPhones that stay at iOS 15.

const HEADER = 10, FOOTER = 8, EXTRA = 4, NAME = 8, COMMENT = 16, CHECK = 2;
const MOST_BITS = 15, SYMBOLS = 288, DISTANCES = 30, END_OF_BLOCK = 256;
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const LENGTHS = ladder(28, 4, 3), STEPS = ladder(30, 2, 1);
// The longest copy has a code without bits of its own.
LENGTHS.push([258, 0]);

/** The first value and the number of further bits of `count` codes; every `width` of them have a bit more. */
function ladder(count, width, first) {
  const rungs = [];
  for (let code = 0, value = first; code < count; code++) {
    const bits = Math.max(0, Math.floor(code / width) - 1);
    rungs.push([value, bits]);
    value += 1 << bits;
  }
  return rungs;
}

/** What `packed`, one member of gzip, holds. */
export function gunzip(packed) {
  let from = HEADER;
  const flags = packed[3];
  if (flags & EXTRA) from += 2 + packed[from] + 256 * packed[from + 1];
  for (const flag of [NAME, COMMENT]) if (flags & flag) from = packed.indexOf(0, from) + 1;
  if (flags & CHECK) from += 2;
  const end = packed.length - FOOTER + 4;
  const size = packed[end] + 256 * packed[end + 1] + 65536 * packed[end + 2] + 16777216 * packed[end + 3];
  return inflate(packed.subarray(from, -FOOTER), new Uint8Array(size));
}

/** Fill `into`, which has the right size, with what `packed` holds. */
function inflate(packed, into) {
  let at = 0, held = 0, bits = 0, to = 0;

  function take(count) {
    while (bits < count) {
      held |= packed[at++] << bits;
      bits += 8;
    }
    const value = held & ((1 << count) - 1);
    held >>>= count;
    bits -= count;
    return value;
  }

  function symbol({ counts, symbols }) {
    let code = 0, first = 0, index = 0;
    for (let length = 1; length <= MOST_BITS; length++) {
      code |= take(1);
      const count = counts[length];
      if (code - first < count) return symbols[index + code - first];
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw new Error("gzip");
  }

  function copy(codes, distances) {
    for (;;) {
      const found = symbol(codes);
      if (found < END_OF_BLOCK) {
        into[to++] = found;
      } else if (found === END_OF_BLOCK) {
        return;
      } else {
        const [length, more] = LENGTHS[found - END_OF_BLOCK - 1], whole = length + take(more);
        const [step, further] = STEPS[symbol(distances)], back = step + take(further);
        for (let left = whole; left > 0; left--, to++) into[to] = into[to - back];
      }
    }
  }

  function store() {
    held = bits = 0;
    const size = packed[at] + 256 * packed[at + 1];
    into.set(packed.subarray(at + 4, at + 4 + size), to);
    at += 4 + size;
    to += size;
  }

  function copyWithOwnCodes() {
    const count = take(5) + 257, distances = take(5) + 1, known = new Uint8Array(19);
    for (let left = take(4) + 4, index = 0; left > 0; left--) known[ORDER[index++]] = take(3);
    const lengths = [], codes = codesOf(known);
    while (lengths.length < count + distances) {
      const found = symbol(codes);
      if (found < 16) lengths.push(found);
      else if (found === 16) lengths.push(...Array(3 + take(2)).fill(lengths[lengths.length - 1]));
      else lengths.push(...Array(found === 17 ? 3 + take(3) : 11 + take(7)).fill(0));
    }
    copy(codesOf(lengths.slice(0, count)), codesOf(lengths.slice(count)));
  }

  for (let isLast = 0; !isLast;) {
    isLast = take(1);
    const kind = take(2);
    if (kind === 0) store();
    else if (kind === 1) copy(FIXED, FIXED_DISTANCES);
    else if (kind === 2) copyWithOwnCodes();
    else throw new Error("gzip");
  }
  return into;
}

/** The codes whose `lengths` in bits are given, in the order of their symbols: how many of each length, and which. */
function codesOf(lengths) {
  const counts = new Uint16Array(MOST_BITS + 1), symbols = [];
  for (const length of lengths) if (length) counts[length]++;
  for (let length = 1; length <= MOST_BITS; length++) lengths.forEach((of, symbol) => { if (of === length) symbols.push(symbol); });
  return { counts, symbols };
}

const FIXED = codesOf(Array.from({ length: SYMBOLS }, (_, code) => code < 144 ? 8 : code < 256 ? 9 : code < 280 ? 7 : 8));
const FIXED_DISTANCES = codesOf(Array(DISTANCES).fill(5));
