/** Numbers by the low bits of their hashes, as two arrays: where each bucket begins, and what is in them. */
export function bucketTable(
  pairs: number,
  each: (visit: (hash: number, value: number) => void) => void,
  load: number,
): { readonly buckets: Uint32Array; readonly values: Uint32Array } {
  let size = 1024;
  while (size * load < pairs && size < 1 << 23) size *= 2;
  // One more than a power of two: the last bucket ends somewhere too. Readers take `length - 2` for the mask.
  const buckets = new Uint32Array(size + 1);
  const mask = size - 1;
  let count = 0;
  each((hash) => {
    buckets[(hash & mask) + 1]! += 1;
    count += 1;
  });
  for (let n = 1; n <= size; n += 1) buckets[n]! += buckets[n - 1]!;
  const next = buckets.slice(0, size);
  const values = new Uint32Array(count);
  each((hash, value) => {
    const bucket = hash & mask;
    values[next[bucket]!] = value;
    next[bucket]! += 1;
  });
  return { buckets, values };
}
