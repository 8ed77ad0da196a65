import type { Aligned, PairVerdict } from '../model/copy.ts';
import type { Background } from './background.ts';
import { compareTexts } from './judge/comparison.ts';
import { differencesOf } from './judge/differences.ts';
import { evidenceOf } from './judge/evidence.ts';
import { kindOfCopy } from './judge/kind-of-copy.ts';
import { sharedFacts } from './judge/telling-facts.ts';
import { judgeTranslation } from './judge/translated.ts';
import { prepareText } from './prepared-text.ts';
import type { CopyText, PreparedText } from './prepared-text.ts';

/**
 * Judges whether two texts are copies, each pair alone: by how much of one stands in the other, rare words counting more, and by what they differ in.
 * Symmetric but for `a` and `b`. Near linear in the texts.
 */
export function judgePair(a: CopyText, b: CopyText, background: Background): PairVerdict {
  return judgePrepared(prepareText(a, background), prepareText(b, background), background);
}

/** As {@link judgePair}, for texts that are compared with many. */
export function judgePrepared(a: PreparedText, b: PreparedText, background: Background): PairVerdict {
  const comparison = compareTexts(a, b);
  const { shorter, aInB, bInA } = comparison.containment;
  const odds = evidenceOf(comparison).reduce((sum, evidence) => sum + evidence.odds, 0);
  const score = 1 / (1 + Math.exp(-odds));
  const found = { containment: shorter, aInB, bInA };
  if (isOtherLanguage(a, b) && (score < 0.5 || shorter < SAME_WORDS)) {
    const translation = judgeTranslation(a, b, background);
    const isTranslated = translation.score >= 0.5;
    if (isTranslated || shorter < SAME_WORDS)
      return { relation: isTranslated ? 'translated' : 'unrelated', ...found, ...translation, aligned: [], differs: [] };
  }
  const relation = score < 0.5 ? 'unrelated' : kindOfCopy(comparison);
  const aligned = comparison.runs.map(({ a: atA, b: atB, length }): Aligned => ({
    a: rangeOf(a, atA, length),
    b: rangeOf(b, atB, length),
  }));
  return {
    relation,
    score,
    ...found,
    aligned,
    shared: sharedFacts(comparison),
    differs: differencesOf(comparison, relation === 'partial'),
  };
}

/** Texts of which more stands in the other are of one language, or one of them is in both. */
const SAME_WORDS = 0.5;

/** Texts whose language cannot be told are taken to be of any. */
function isOtherLanguage(a: PreparedText, b: PreparedText): boolean {
  return a.lang !== b.lang;
}

function rangeOf({ tokens }: PreparedText, from: number, length: number): readonly [number, number] {
  return [tokens[from]!.start, tokens[from + length - 1]!.end];
}
