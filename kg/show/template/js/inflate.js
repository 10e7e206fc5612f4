/** Deflate without header (RFC 1951), for browsers that have no DecompressionStream. */

const LENGTH_BASE = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
const LENGTH_EXTRA = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const DISTANCE_BASE = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];
const DISTANCE_EXTRA = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];
const CODE_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const LONGEST = 15;

/** A Huffman code: how many codes there are of each length, and the symbols in the order of their codes. */
function codeOf(lengths) {
  const counts = new Uint16Array(LONGEST + 1);
  for (const length of lengths) counts[length] += 1;
  counts[0] = 0;
  const next = new Uint16Array(LONGEST + 2);
  for (let i = 1; i <= LONGEST; i += 1) next[i + 1] = next[i] + counts[i];
  const symbols = new Uint16Array(lengths.length);
  lengths.forEach((length, symbol) => { if (length) symbols[next[length]++] = symbol; });
  return { counts, symbols };
}

class Bits {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
    this.bit = 0;
  }

  take(count) {
    let value = 0;
    for (let i = 0; i < count; i += 1) value |= this.one() << i;
    return value;
  }

  one() {
    const value = (this.bytes[this.at] >> this.bit) & 1;
    this.bit += 1;
    if (this.bit === 8) { this.bit = 0; this.at += 1; }
    return value;
  }

  align() {
    if (this.bit) { this.bit = 0; this.at += 1; }
  }

  symbol({ counts, symbols }) {
    let code = 0, first = 0, index = 0;
    for (let length = 1; length <= LONGEST; length += 1) {
      code |= this.one();
      const count = counts[length];
      if (code - first < count) return symbols[index + code - first];
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw new Error("broken quotes: no such code");
  }
}

function fixedCodes() {
  const lengths = Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8));
  return [codeOf(lengths), codeOf(new Array(30).fill(5))];
}

function dynamicCodes(bits) {
  const literals = bits.take(5) + 257, distances = bits.take(5) + 1, codes = bits.take(4) + 4;
  const lengths = new Array(19).fill(0);
  for (let i = 0; i < codes; i += 1) lengths[CODE_ORDER[i]] = bits.take(3);
  const code = codeOf(lengths);
  const all = [];
  while (all.length < literals + distances) {
    const symbol = bits.symbol(code);
    if (symbol < 16) all.push(symbol);
    else if (symbol === 16) all.push(...new Array(bits.take(2) + 3).fill(all[all.length - 1]));
    else all.push(...new Array(symbol === 17 ? bits.take(3) + 3 : bits.take(7) + 11).fill(0));
  }
  return [codeOf(all.slice(0, literals)), codeOf(all.slice(literals))];
}

function block(bits, out, [literals, distances]) {
  for (;;) {
    const symbol = bits.symbol(literals);
    if (symbol < 256) out.push(symbol);
    else if (symbol === 256) return;
    else {
      const length = LENGTH_BASE[symbol - 257] + bits.take(LENGTH_EXTRA[symbol - 257]);
      const code = bits.symbol(distances);
      const from = out.length - DISTANCE_BASE[code] - bits.take(DISTANCE_EXTRA[code]);
      for (let i = 0; i < length; i += 1) out.push(out[from + i]);
    }
  }
}

function stored(bits, out) {
  bits.align();
  const length = bits.bytes[bits.at] | (bits.bytes[bits.at + 1] << 8);
  bits.at += 4;
  for (let i = 0; i < length; i += 1) out.push(bits.bytes[bits.at++]);
}

/** The bytes that were compressed. */
export function inflate(bytes) {
  const bits = new Bits(bytes);
  const out = [];
  for (let last = 0; !last;) {
    last = bits.one();
    const kind = bits.take(2);
    if (kind === 0) stored(bits, out);
    else if (kind === 3) throw new Error("broken quotes: no such block");
    else block(bits, out, kind === 1 ? fixedCodes() : dynamicCodes(bits));
  }
  return Uint8Array.from(out);
}
