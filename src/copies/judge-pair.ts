import type { Aligned, PairVerdict } from '../model/copy.ts';
import type { Background } from './background.ts';
import { compareTexts } from './judge/comparison.ts';
import { containmentOf, type Containment } from './judge/containment.ts';
import { differencesOf } from './judge/differences.ts';
import { evidenceOf } from './judge/evidence.ts';
import { kindOfCopy } from './judge/kind-of-copy.ts';
import { oddsOfEvidence } from './judge/retold/odds.ts';
import { sharedFacts } from './judge/telling-facts.ts';
import { judgeTranslation } from './judge/translated.ts';
import { prepareText } from './prepared-text.ts';
import { besideSignatures } from './signature.ts';
import type { CopyText, PreparedText } from './prepared-text.ts';

/**
 * Judges whether two texts are copies, each pair alone: by how much of one stands in the other, rare words counting more, and by what they differ in.
 * Symmetric but for `a` and `b`. Near linear in the texts.
 */
export function judgePair(a: CopyText, b: CopyText, background: Background): PairVerdict {
  return judgePrepared(prepareText(a, background), prepareText(b, background), background);
}

/** As {@link judgePair}, for texts that are compared with many. With `onlyCopies` it is not told in what texts differ that are no copies, nor what they share. */
export function judgePrepared(one: PreparedText, other: PreparedText, background: Background, onlyCopies = false): PairVerdict {
  const [a, b] = besideSignatures(one, other);
  const foreign = isOtherLanguage(a, b);
  // Texts that have hardly a word in common need not be aligned.
  if (foreign && containmentOf(a, b).shorter < SAME_WORDS) return asTranslation(a, b, background);
  const comparison = compareTexts(a, b);
  const odds = oddsOfEvidence(comparison, evidenceOf(comparison));
  const score = 1 / (1 + Math.exp(-odds));
  // told in other words of a kindred language (uk, ru)
  if (foreign && (score < 0.5 || comparison.containment.shorter < REWORDED)) {
    const translation = asTranslation(a, b, background);
    if (translation.relation === 'translated') return translation;
  }
  const relation = score < 0.5 ? 'unrelated' : kindOfCopy(comparison);
  const shares = sharesOf(comparison.containment);
  if (onlyCopies && relation === 'unrelated') return { relation, score, ...shares, aligned: [], shared: [], differs: [] };
  const aligned = comparison.runs.map(({ a: atA, b: atB, length }): Aligned => ({
    a: rangeOf(a, atA, length),
    b: rangeOf(b, atB, length),
  }));
  return {
    relation,
    score,
    ...shares,
    aligned,
    shared: sharedFacts(comparison),
    differs: differencesOf(comparison, relation),
  };
}

/** Judges by facts alone. */
function asTranslation(a: PreparedText, b: PreparedText, background: Background): PairVerdict {
  const translation = judgeTranslation(a, b, background);
  const relation = translation.score >= 0.5 ? 'translated' : 'unrelated';
  return { relation, ...sharesOf(containmentOf(a, b)), ...translation, aligned: [], differs: [] };
}

function sharesOf({ shorter, aInB, bInA }: Containment): Pick<PairVerdict, 'containment' | 'aInB' | 'bInA'> {
  return { containment: shorter, aInB, bInA };
}

/** Texts of which more stands in the other are of one language, or one of them is in both. */
const SAME_WORDS = 0.5;

/** Below this, what two languages have in common are words that both know. */
const REWORDED = 0.6;

/** Texts whose language cannot be told are taken to be of any. */
function isOtherLanguage(a: PreparedText, b: PreparedText): boolean {
  return a.lang !== b.lang;
}

function rangeOf({ tokens }: PreparedText, from: number, length: number): readonly [number, number] {
  return [tokens[from]!.start, tokens[from + length - 1]!.end];
}
