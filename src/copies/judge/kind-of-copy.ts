import type { CopyKind } from '../../model/copy.ts';
import type { PreparedText } from '../prepared-text.ts';
import type { Comparison, Side } from './comparison.ts';
import { stagesOf } from './evidence.ts';
import { titleOf } from './title.ts';

/** Of the longer text this share may be its own before the shorter one stands in something else. */
const OWN = 0.3;

/** By so much less of the longer text is known: noise makes both have words of their own. */
const LESS = 0.2;

/** Another stage of one purchase has the title of the first: this much of what it tells. */
const SAME_TITLE = 0.6;

/** What kind of copy two texts are that are copies. */
export function kindOfCopy(comparison: Comparison): Exclude<CopyKind, 'translated'> {
  const { a, b, hunks, containment } = comparison;
  if (hunks.every(({ a0, a1, b0, b1 }) => isCosmetic(a.text, a0, a1) && isCosmetic(b.text, b0, b1))) return 'verbatim';
  const isInside = 1 - containment.longer > OWN && containment.shorter - containment.longer > LESS;
  return isInside && !isOtherStage(comparison) ? 'partial' : 'edited';
}

/** A pre-notice is short and a notice long, but both have the same title: that is another stage and no digest. */
function isOtherStage({ a, b }: Comparison): boolean {
  const [stagesA, stagesB] = [stagesOf(a.text.tokens), stagesOf(b.text.tokens)];
  if (stagesA.isSubsetOf(stagesB) && stagesB.isSubsetOf(stagesA)) return false;
  return knownTitle(a) >= SAME_TITLE && knownTitle(b) >= SAME_TITLE;
}

/** Share of what the title tells that the other text has. */
function knownTitle(side: Side): number {
  const { all, known } = titleOf(side);
  return all === 0 ? 0 : known / all;
}

/** Labels and who published it are of the layout. */
function isCosmetic({ tokens }: PreparedText, from: number, to: number): boolean {
  for (let n = from; n < to; n += 1) if (tokens[n]!.kind !== 'label' && tokens[n]!.place !== 'publisher') return false;
  return true;
}
