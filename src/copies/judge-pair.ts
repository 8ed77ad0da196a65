import type { Aligned, PairVerdict } from '../model/copy.ts';
import type { Background } from './background.ts';
import { containmentOf } from './judge/containment.ts';
import { alignTexts } from './judge/hunks.ts';
import { prepareText } from './prepared-text.ts';
import type { CopyText, PreparedText } from './prepared-text.ts';

/** Judges whether two texts are copies, each pair alone. Symmetric but for `a` and `b`; linear but for short stretches. */
export function judgePair(a: CopyText, b: CopyText, background: Background): PairVerdict {
  return judgePrepared(prepareText(a, background), prepareText(b, background));
}

/** As {@link judgePair}, for texts that are compared with many. */
export function judgePrepared(a: PreparedText, b: PreparedText): PairVerdict {
  const { shorter, longer, aInB, bInA } = containmentOf(a, b);
  const { runs } = alignTexts(a, b);
  const score = 1 / (1 + Math.exp(-12 * (shorter - 0.7)));
  const aligned = runs.map(({ a: atA, b: atB, length }): Aligned => ({ a: rangeOf(a, atA, length), b: rangeOf(b, atB, length) }));
  const relation = score < 0.5 ? 'unrelated' : longer > 0.999 ? 'verbatim' : longer < 0.6 ? 'partial' : 'edited';
  return { relation, score, containment: shorter, aInB, bInA, aligned, shared: [], differs: [] };
}

function rangeOf({ tokens }: PreparedText, from: number, length: number): readonly [number, number] {
  return [tokens[from]!.start, tokens[from + length - 1]!.end];
}
