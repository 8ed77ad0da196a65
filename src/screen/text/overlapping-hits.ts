import type { Span } from '../../model/span.ts';
import type { Hit } from './hit.ts';

/** Of each party the best of overlapping hits; of different parties those on the widest span that is surely one of them, the best few. */
export function withoutOverlaps(hits: readonly Hit[], partyOf: (hit: Hit) => number): readonly Hit[] {
  const order = hits.toSorted(
    (a, b) =>
      Number(b.score >= SURE) - Number(a.score >= SURE) ||
      b.end - b.start - (a.end - a.start) ||
      b.score - a.score ||
      a.start - b.start ||
      a.name - b.name,
  );
  // Hits taken, by 64 characters of the text that they touch: a look at a few neighbours stands for a look at all.
  const taken = new Map<number, Hit[]>();
  const out: Hit[] = [];
  for (const hit of order) {
    const near = new Set<Hit>();
    for (let at = hit.start >>> 6; at <= (hit.end - 1) >>> 6; at += 1)
      for (const other of taken.get(at) ?? []) if (overlap(other, hit)) near.add(other);
    const party = partyOf(hit);
    if ([...near].some((other) => partyOf(other) === party || other.start !== hit.start || other.end !== hit.end)) continue;
    if (near.size >= MOST_PARTIES) continue;
    out.push(hit);
    for (let at = hit.start >>> 6; at <= (hit.end - 1) >>> 6; at += 1) taken.set(at, [...(taken.get(at) ?? []), hit]);
  }
  return out.toSorted((a, b) => a.start - b.start || a.end - b.end || b.score - a.score || a.name - b.name);
}

export function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Scores from which a narrower span goes before a wider one. */
const SURE = 0.9;
/** Parties that one span may name, at most. */
const MOST_PARTIES = 5;
