import type { Found } from './found.ts';
import type { WalkedText } from './verify.ts';

/** A find at UTF-16 offsets of the original. */
export function foundAt(walkedText: WalkedText, from: number, to: number): Found {
  return { from, to, start: foldedAt(walkedText, from), end: foldedAt(walkedText, to) };
}

/** Folded position of a UTF-16 offset of the original: the first unit that begins there or later. */
function foldedAt({ walked: { starts, length } }: WalkedText, offset: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
