/** Names of a bucket that are ever looked at, for one anchor at one place. */
export const MOST_LOOKED_AT = 400;

/**
 * Orders the names of each bucket, in place, so that those that ask for the same stand one after another: by hash, by what else must be near, by what must stand near.
 * What is behind the last name that is looked at stays there.
 */
export function orderPairs(
  { buckets, values }: { readonly buckets: Uint32Array; readonly values: Uint32Array },
  hashes: Uint32Array,
  needs: Uint32Array,
  rows: Uint32Array,
): void {
  const order: number[] = [];
  for (let bucket = 0; bucket + 1 < buckets.length; bucket += 1) {
    const from = buckets[bucket]!;
    const to = Math.min(buckets[bucket + 1]!, from + MOST_LOOKED_AT);
    if (to - from < 3) continue;
    order.length = 0;
    for (let at = from; at < to; at += 1) order.push(at);
    order.sort(
      (a, b) => hashes[a]! - hashes[b]! || needs[a]! - needs[b]! || rows[values[a]!]! - rows[values[b]!]! || values[a]! - values[b]!,
    );
    for (const table of [hashes, needs, values])
      table.set(
        Uint32Array.from(order, (at) => table[at]!),
        from,
      );
  }
}
