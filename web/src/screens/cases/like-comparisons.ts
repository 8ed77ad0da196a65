import type { ClaimComparison } from '../../api/routes.gen.ts';

/** What several notices say alike to a claim: copies say the same words. */
export interface LikeComparisons {
  readonly first: ClaimComparison;
  /** All that say so, the first among them. */
  readonly all: readonly ClaimComparison[];
}

/** Comparisons by what they come to, in their order. Pure. */
export function likeComparisonsOf(comparison: readonly ClaimComparison[]): readonly LikeComparisons[] {
  const like = Map.groupBy(comparison, ({ findings }) =>
    JSON.stringify(findings.map(({ verdict, about, says, notice }) => [verdict, about, says, notice?.text, notice?.names])),
  );
  return [...like.values()].flatMap((all) => (all[0] === undefined ? [] : [{ first: all[0], all }]));
}
