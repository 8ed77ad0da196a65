/**
 * Numbers below `count` by 32-bit hashes, as two arrays: where each bucket begins, and what is in them. A bucket is chosen by the low bits of the hash; an
 * entry is its high bits over the number, so that entries of other hashes are passed by without a look at what they stand for.
 */
export function taggedTable(
  count: number,
  each: (visit: (hash: number, value: number) => void) => void,
): { readonly buckets: Uint32Array; readonly entries: Uint32Array } {
  let pairs = 0;
  each(() => {
    pairs += 1;
  });
  let size = 256;
  while (size * LOAD < pairs) size *= 2;
  // One more than a power of two: the last bucket ends somewhere too. Readers take `length - 2` for the mask.
  const buckets = new Uint32Array(size + 1);
  each((hash) => {
    buckets[(hash & (size - 1)) + 1]! += 1;
  });
  for (let n = 1; n <= size; n += 1) buckets[n]! += buckets[n - 1]!;
  const entries = new Uint32Array(pairs);
  const low = valueBits(count);
  // Each bucket's beginning moves to its end while it is filled, and back again.
  each((hash, value) => {
    const bucket = hash & (size - 1);
    entries[buckets[bucket]!] = (hash & ~low) | value;
    buckets[bucket]! += 1;
  });
  buckets.copyWithin(1, 0, size);
  buckets[0] = 0;
  return { buckets, entries };
}

/** The bits of an entry that are its number, where there are `count` of them. */
export function valueBits(count: number): number {
  return count <= 1 ? 1 : -1 >>> Math.clz32(count - 1);
}

/** Entries of a bucket, at most: they lie side by side. */
const LOAD = 6;
