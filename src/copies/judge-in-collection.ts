import type { PairVerdict } from '../model/copy.ts';
import type { Lang } from '../model/reading.ts';
import type { Background } from './background.ts';
import { containmentIn, type Containment } from './index/containment.ts';
import { isDamagedCopy } from './index/damage.ts';
import type { Frequencies } from './index/frequencies.ts';
import { judgePrepared } from './judge-pair.ts';
import type { PreparedText } from './prepared-text.ts';
import type { Shingles } from './shingles.ts';

/** A text with what it is found and judged by. */
export interface CollectedText {
  readonly lang: Lang;
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
/** A text so much longer than the other is another text with this one in it, if anything: twice as much of the other stands in it as of it in the other. */
const MUCH_LONGER = 2;
/** What stands in a text about something else stands there by half at least: templates and digests have rules of tenders in common that fall short of it. */
const LEAST_WITHIN = 0.5;

/** Texts that have less than so much in common have it of what everybody says where less of what they say themselves is in both: notices of one template. */
const MUCH = 0.7;
const LEAST_TELLING = 0.3;

/** A damaged copy keeps as much of what it alone says. */
const LEAST_DAMAGED = 0.5;
/** How sure one may be of a damaged copy. */
const DAMAGED_SCORE = 0.8;

/** How texts of a collection are judged against one of them. */
export interface CollectionJudge {
  /** How much of either text stands in the other; undefined where that is so little that they are unrelated whatever else they say. */
  near(b: Shingles): Containment | undefined;
  /**
   * Judges a text that is near: as each pair alone is judged, and by what only the collection knows, which words are everybody's. In what texts differ that are
   * no copies is not told.
   */
  judge(b: CollectedText, containment: Containment): PairVerdict;
}

/** Compiles a text to compare it with many. */
export function judgeInCollection(a: CollectedText, frequencies: Frequencies, background: Background): CollectionJudge {
  const containmentOf = containmentIn(a.shingles, frequencies, LEAST_CONTAINMENT);
  return {
    near(b) {
      const containment = containmentOf(b);
      if (containment === undefined) return undefined;
      const [least, most] = ordered(containment);
      if (most < MUCH && containment.telling < LEAST_TELLING) return undefined;
      return most >= (most > least * MUCH_LONGER ? LEAST_WITHIN : LEAST_CONTAINMENT) ? containment : undefined;
    },
    judge(b, containment) {
      const [least, most] = ordered(containment);
      const [shorter, longer] = containment.ofA >= containment.ofB ? [a, b] : [b, a];
      if (most >= WHOLE && shorter.shingles.hashes.length >= LEAST_WHOLE) {
        const whole = wholeCopy(containment);
        if (whole !== undefined) return whole;
      }
      const verdict = judgePrepared(a.prepared(), b.prepared(), background, true);
      if (verdict.relation !== 'unrelated' && verdict.relation !== 'translated') return verdict;
      if (most < LEAST_DAMAGED || !isDamagedCopy(shorter.shingles, longer.shingles, frequencies)) return verdict;
      return {
        ...judgePrepared(a.prepared(), b.prepared(), background),
        relation: least < LEAST_DAMAGED ? 'partial' : 'edited',
        score: Math.max(verdict.score, DAMAGED_SCORE),
      };
    },
  };
}

function ordered({ ofA, ofB }: Containment): readonly [least: number, most: number] {
  return ofA < ofB ? [ofA, ofB] : [ofB, ofA];
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
