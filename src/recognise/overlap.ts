import type { Found } from './found.ts';

/**
 * The longest find wins: what lies inside a longer one goes, whatever it names. Of finds with equal spans and equal `sameAs`, the one with the
 * greatest `weight` stays. Gives the finds in the order of the text.
 */
export function longestOnly<T extends Found>(found: readonly T[], sameAs: (found: T) => string, weight: (found: T) => number): T[] {
  if (found.length < 2) return [...found];
  const ordered = found.toSorted((a, b) => a.from - b.from || b.to - a.to || weight(b) - weight(a));
  const kept: T[] = [];
  let reach = -1;
  let reachFrom = -1;
  const taken: string[] = [];
  let last: T | undefined;
  for (const one of ordered) {
    if (one.to < reach || (one.to === reach && one.from > reachFrom)) continue;
    if (one.from !== last?.from || one.to !== last.to) taken.length = 0;
    last = one;
    const key = sameAs(one);
    if (taken.includes(key)) continue;
    taken.push(key);
    kept.push(one);
    if (one.to > reach) {
      reach = one.to;
      reachFrom = one.from;
    }
  }
  return kept;
}
