import type { PairVerdict } from '../model/copy.ts';
import type { Background } from './background.ts';
import type { Containment } from './index/containment.ts';
import { isDamagedCopy } from './index/damage.ts';
import type { Frequencies } from './index/frequencies.ts';
import { judgePrepared } from './judge-pair.ts';
import type { PreparedText } from './prepared-text.ts';
import type { Shingles } from './shingles.ts';

/** A text with what it is found and judged by. */
export interface CollectedText {
  readonly shingles: Shingles;
  /** Made when it is asked for: most texts that are looked at are told apart without. */
  readonly prepared: () => PreparedText;
}

/** Of two texts that have less in common no words need be compared. */
const LEAST_CONTAINMENT = 0.3;
/** A damaged copy keeps as much of what it alone says. */
const LEAST_DAMAGED = 0.5;
/** How sure one may be of a damaged copy. */
const DAMAGED_SCORE = 0.8;

/**
 * Judges two texts of a collection: as each pair alone is judged, and by what only the collection knows, which words are everybody's. Undefined where so
 * little of either stands in the other that they are unrelated whatever else they say.
 */
export function judgeInCollection(
  a: CollectedText,
  b: CollectedText,
  { ofA, ofB }: Containment,
  frequencies: Frequencies,
  background: Background,
): PairVerdict | undefined {
  const containment = Math.max(ofA, ofB);
  if (containment < LEAST_CONTAINMENT) return undefined;
  const verdict = judgePrepared(a.prepared(), b.prepared(), background);
  if (verdict.relation !== 'unrelated' && verdict.relation !== 'translated') return verdict;
  const [shorter, longer] = ofA >= ofB ? [a, b] : [b, a];
  if (containment < LEAST_DAMAGED || !isDamagedCopy(shorter.shingles, longer.shingles, frequencies)) return verdict;
  return { ...verdict, relation: Math.min(ofA, ofB) < LEAST_DAMAGED ? 'partial' : 'edited', score: Math.max(verdict.score, DAMAGED_SCORE) };
}
