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

/** All of a text stands in the other, to a rounding. */
const WHOLE = 0.9999;
/** A text of which less stands in the other is in good part about something else. */
const GOOD_PART = 0.5;
/** A shorter text may stand anywhere. */
const LEAST_WHOLE = 60;

/** Of two texts that have less in common no words need be compared. */
const LEAST_CONTAINMENT = 0.35;
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
  const [shorter, longer] = ofA >= ofB ? [a, b] : [b, a];
  if (containment >= WHOLE && shorter.shingles.hashes.length >= LEAST_WHOLE) {
    const whole = wholeCopy({ ofA, ofB });
    if (whole !== undefined) return whole;
  }
  const verdict = judgePrepared(a.prepared(), b.prepared(), background);
  if (verdict.relation !== 'unrelated' && verdict.relation !== 'translated') return verdict;
  if (containment < LEAST_DAMAGED || !isDamagedCopy(shorter.shingles, longer.shingles, frequencies)) return verdict;
  return { ...verdict, relation: Math.min(ofA, ofB) < LEAST_DAMAGED ? 'partial' : 'edited', score: Math.max(verdict.score, DAMAGED_SCORE) };
}

/** Where nothing of a text is missing in the other there is nothing to weigh: they are the same, or one is a small part of the other. */
function wholeCopy({ ofA, ofB }: Containment): PairVerdict | undefined {
  const least = Math.min(ofA, ofB);
  if (least < WHOLE && least > GOOD_PART) return undefined;
  const same = least >= WHOLE;
  return {
    relation: same ? 'verbatim' : 'partial',
    score: same ? 0.99 : 0.97,
    containment: 1,
    aInB: ofA,
    bInA: ofB,
    aligned: [],
    shared: [],
    differs: [],
  };
}
