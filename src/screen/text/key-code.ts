/** Signs of keys that no word of a text is looked for by: codes of sound, acronyms, identifiers. */
const UNSPOKEN = '~%^!';
/** Signs of keys that are taken whole: concepts, numbers, initials, given names, Han characters. */
const WHOLE = '#=.@&';

/** Letters of a word that its code keeps: case endings and the usual differences of spelling come later. */
export const CODE_LETTERS = 3;

/**
 * Code of a key, 32 bits, at least 3 but 0 where a key cannot be looked for. Words are taken by their first
 * letters, so that Петровича, Petrovich and Petrovych share one; concepts, numbers and initials whole.
 */
export function codeOfKey(key: string): number {
  const sign = key.charAt(0);
  if (UNSPOKEN.includes(sign)) return 0;
  const whole = WHOLE.includes(sign);
  const length = whole ? key.length : Math.min(CODE_LETTERS, key.length);
  let hash = 0x811c9dc5;
  for (let at = 0; at < length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return codeOfHash(hash);
}

/** {@link codeOfKey} of the key whose UTF-8 bytes are `bytes` from `start` to `end`. */
export function codeOfBytes(bytes: Uint8Array, start: number, end: number): number {
  const sign = String.fromCharCode(bytes[start]!);
  const to = WHOLE.includes(sign) ? end : Math.min(end, start + CODE_LETTERS);
  if (UNSPOKEN.includes(sign)) return 0;
  let hash = 0x811c9dc5;
  for (let at = start; at < to; at += 1) {
    if (bytes[at]! > 0x7f) return codeOfKey(Buffer.from(bytes.slice(start, end)).toString('utf8'));
    hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
  }
  return codeOfHash(hash);
}

/** The code of a key from the hash of what is taken of it. */
export function codeOfHash(hash: number): number {
  return Math.max(3, mixed(hash));
}

/** Hash of an anchor (the number of its unit) and the code of the word that must stand near it; code 0 where none need. */
export function pairHash(unit: number, code: number): number {
  return mixed(Math.imul(unit + 1, 0x9e3779b1) ^ code);
}

/**
 * The two bits of a pair in a table of so many bits (less one), which is a Bloom filter (Bloom 1970) of one block for each anchor (Putze, Sanders and Singler 2007): all pairs of an
 * anchor lie in 512 bits, one line of the cache, so that asking for many words beside one anchor costs one read of memory.
 */
export function pairBits(unit: number, code: number, mask: number): readonly [number, number] {
  const line = pairLine(unit, mask);
  return [(line | pairBitOf(code)) >>> 0, (line | otherBitOf(code)) >>> 0];
}

/** First bit of an anchor's line. */
export function pairLine(unit: number, mask: number): number {
  return ((mixed(unit + 1) << 9) & mask) >>> 0;
}

/** Places of a code in a line. */
export function pairBitOf(code: number): number {
  return Math.imul(code, 0x9e3779b1) >>> 23;
}

export function otherBitOf(code: number): number {
  return Math.imul(code ^ (code >>> 15), 0x85ebca6b) >>> 23;
}

/** Bit of a code in a mask of 64: one for each eight places of a line, but the first, which is {@link ALONE} and that of code 0. */
export function maskBitOf(code: number): number {
  return code === 0 ? 0 : Math.max(1, pairBitOf(code) >>> 3);
}

/** Bit of an anchor that stands with nothing else, in the lower half of its mask. */
export const ALONE = 1;

/** Spreads the bits of a number. */
export function mixed(value: number): number {
  let hash = value ^ (value >>> 15);
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 12;
  hash = Math.imul(hash, 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> 0;
}
