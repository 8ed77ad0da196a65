/** Index of the first of ordered hits that begins at `from` or later. */
export function firstFrom(hits: readonly { readonly from: number }[], from: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hits[middle]?.from ?? Infinity) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
