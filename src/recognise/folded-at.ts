import type { WalkedText } from './verify.ts';

/** Folded position of a UTF-16 offset of the original: the first unit that begins there or later. */
export function foldedAt({ walked: { starts, length } }: WalkedText, offset: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
