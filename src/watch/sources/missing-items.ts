import type { FeedItem } from './feed-item.ts';

/**
 * Keys that vanished from the midst of a feed: those that the last check listed and this one does not, while an older entry is
 * still there. Both lists newest first (see {@link keysNewestFirst}).
 *
 * What rolls off the end is not missing. A list whose order says nothing (shuffled, by popularity) or that was replaced as a
 * whole gives none. New entries that stand at the end show that the feed lists upwards, whatever the caller believes.
 */
export function findMissing(previousKeys: readonly string[], currentKeys: readonly string[]): string[] {
  const previous = [...new Set(previousKeys)];
  const current = [...new Set(currentKeys)];
  const at = new Map(current.map((key, index) => [key, index]));
  const kept = previous.filter((key) => at.has(key));
  const missing = previous.length - kept.length;
  const fresh = current.length - kept.length;
  if (kept.length === 0 || missing === 0) return [];
  if (missing > kept.length * REPLACED_RATIO && fresh >= missing) return [];

  const inOrder = longestRising(kept.map((key) => at.get(key) ?? 0)).map((index) => kept[index] ?? '');
  if (inOrder.length < kept.length * ORDERED_SHARE) return [];

  // Only entries that kept their place say where the others stood: one that was updated moves to the top.
  const steady = new Set(inOrder);
  const downwards = listsUpwards(new Set(previous), current, steady) ? previous.toReversed() : previous;
  const oldest = downwards.findLastIndex((key) => steady.has(key));
  const gone = new Set(downwards.filter((key, index) => index < oldest && !at.has(key)));
  return previous.filter((key) => gone.has(key));
}

/** Keys of a feed's entries, newest first: turned round where its dates run upwards. */
export function keysNewestFirst(items: readonly Pick<FeedItem, 'key' | 'publishedAt'>[]): string[] {
  const keys = items.map(({ key }) => key);
  const days = items.map(({ publishedAt }) => publishedAt).filter((date) => date !== null);
  let rises = 0;
  let falls = 0;
  for (let index = 1; index < days.length; index++) {
    const before = days[index - 1] ?? '';
    const now = days[index] ?? '';
    if (now > before) rises++;
    else if (now < before) falls++;
  }
  return rises > falls * 2 && days.length * 2 > items.length ? keys.toReversed() : keys;
}

/** Above so many vanished to each kept, with as many new ones, the feed shows another selection: a page of results, another query. */
const REPLACED_RATIO = 4;
/** Share of the kept entries that must stand in their old order. */
const ORDERED_SHARE = 0.75;

function listsUpwards(previous: ReadonlySet<string>, current: readonly string[], steady: ReadonlySet<string>): boolean {
  const first = current.findIndex((key) => steady.has(key));
  const last = current.findLastIndex((key) => steady.has(key));
  let before = 0;
  let after = 0;
  current.forEach((key, index) => {
    if (previous.has(key)) return;
    if (index < first) before++;
    else if (index > last) after++;
  });
  return after > before;
}

/** Indices of a longest strictly rising subsequence, in O(n log n): patience sorting. */
function longestRising(values: readonly number[]): number[] {
  const tops: number[] = [];
  const before: number[] = [];
  values.forEach((value, index) => {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tops[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before[index] = low === 0 ? -1 : (tops[low - 1] ?? -1);
    tops[low] = index;
  });
  const chain: number[] = [];
  for (let index = tops.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) chain.push(index);
  return chain.toReversed();
}
