/** A set of small numbers: bit n of word n >> 5. Those of one size can be joined word by word. */
export type Bits = Uint32Array<ArrayBuffer>;

/** Room for the numbers 0 … size − 1. */
export function bitsFor(size: number): Bits {
  return new Uint32Array((size + 31) >> 5);
}

export function bitsOf(numbers: readonly number[], size: number): Bits {
  const bits = bitsFor(size);
  for (const number of numbers) if (number < size) bits[number >> 5] = (bits[number >> 5] ?? 0) | (1 << (number & 31));
  return bits;
}

export function hasBit(bits: Bits, number: number): boolean {
  return ((bits[number >> 5] ?? 0) & (1 << (number & 31))) !== 0;
}

export function setBit(bits: Bits, number: number, on: boolean): void {
  const word = bits[number >> 5] ?? 0;
  bits[number >> 5] = on ? word | (1 << (number & 31)) : word & ~(1 << (number & 31));
}

/** The same numbers with room for more. */
export function grown(bits: Bits, size: number): Bits {
  if (bits.length * 32 >= size) return bits;
  const more = bitsFor(size);
  more.set(bits);
  return more;
}

/** In all of these. There is at least one; none of them is changed. */
export function inAll(sets: readonly Bits[]): Bits {
  const [bits, rest] = begun(sets);
  // Each of these three has a loop of its own: handed over as a function, what is done to a word would be a call for each.
  for (const other of rest) for (let at = 0; at < bits.length; at += 1) bits[at] = (bits[at] ?? 0) & (other[at] ?? 0);
  return bits;
}

export function inAny(sets: readonly Bits[]): Bits {
  const [bits, rest] = begun(sets);
  for (const other of rest) for (let at = 0; at < bits.length; at += 1) bits[at] = (bits[at] ?? 0) | (other[at] ?? 0);
  return bits;
}

/** In the first and not in the second. */
export function without(one: Bits, other: Bits): Bits {
  const bits = one.slice();
  for (let at = 0; at < bits.length; at += 1) bits[at] = (bits[at] ?? 0) & ~(other[at] ?? 0);
  return bits;
}

export function countBits(bits: Bits): number {
  let count = 0;
  for (let at = 0; at < bits.length; at += 1) {
    let word = bits[at] ?? 0;
    word -= (word >>> 1) & 0x55555555;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    count += Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}

/** Calls with each number, rising. */
export function eachBit(bits: Bits, call: (number: number) => void): void {
  for (let at = 0; at < bits.length; at += 1) {
    for (let word = bits[at] ?? 0; word !== 0; word &= word - 1) call(at * 32 + (31 - Math.clz32(word & -word)));
  }
}

/** A copy of the first, and the others. */
function begun([first, ...rest]: readonly Bits[]): readonly [Bits, readonly Bits[]] {
  return [first?.slice() ?? bitsFor(0), rest];
}
