import type { DifferenceKind } from '../../model/copy.ts';
import type { Token } from '../tokens/token.ts';
import { buyerEvidence } from './buyers.ts';
import type { Comparison } from './comparison.ts';
import { titleOf } from './title.ts';
import { consistentEvidence } from './consistent.ts';
import { figureEvidence } from './figures.ts';
import { brandEvidence } from './brands.ts';
import { itemEvidence } from './item-names.ts';
import { memberEvidence, ordinalEvidence } from './members.ts';
import { SURE_NUMBER, classEvidence, numberEvidence, priceEvidence } from './numbers.ts';
import { isRetitled, nameGoodsInTitlesAlone } from './retitled.ts';
import { seasonEvidence } from './season.ts';
import { noveltyOf, wordEvidence, type Known, type Novelty } from './words.ts';

/** What one thing says about two texts: above 0 for copies, below for two purchases; natural logarithms of odds. */
export interface Evidence {
  readonly kind: DifferenceKind | 'containment';
  readonly odds: number;
}

/** Containment at which texts that differ in nothing telling are as likely copies as not. */
const EVEN = 0.62;

/** Least odds of the words of two texts that call one number theirs. */
const NUMBERED = -2;

/** All that speaks for and against two texts of one language being copies. */
export function evidenceOf(comparison: Comparison): readonly Evidence[] {
  const { a, b, containment } = comparison;
  const told = containment.shorter * Math.min(a.text.mass, b.text.mass);
  const [stagesA, stagesB] = [stagesOf(a.text.tokens), stagesOf(b.text.tokens)];
  const isOtherStage = !stagesA.isSubsetOf(stagesB) || !stagesB.isSubsetOf(stagesA);
  const isCorrection = ['correction', 'extension', 'retender'].some(
    (stage) => namesStage(a.text.tokens, stage) !== namesStage(b.text.tokens, stage),
  );
  const other = noveltyOf(comparison);
  // another account writes another headline
  const novelty = isRetitled(comparison) ? { ...other, slots: 0, openSlots: 0, inserted: 0, exchanged: 0 } : other;
  const numbers = numberEvidence(comparison, told);
  const isSame = numbers.some(({ odds }) => odds >= SURE_NUMBER);
  const known = isSame ? 'purchase' : isOtherStage ? 'stage' : 'none';
  return [
    {
      kind: 'containment',
      odds: Math.max(
        isSame ? NUMBERED : isOtherStage ? standingTitle(comparison) : -6,
        sameTitle(comparison),
        Math.min(4, 12 * (containment.shorter - EVEN)),
      ),
    },
    ...littleInCommon(comparison, told),
    ...memberEvidence(comparison),
    ...ordinalEvidence(comparison),
    ...seasonEvidence(comparison, isOtherStage || isSame),
    ...buyerEvidence(comparison, novelty.spread),
    ...classEvidence(comparison),
    ...priceEvidence(comparison, told, isOtherStage || isCorrection),
    ...figureEvidence(comparison, isCorrection || isSame, novelty.spread),
    ...numbers,
    ...wordEvidence(novelty, known),
    ...titleEvidence(comparison, novelty, known),
    ...itemEvidence(comparison, known),
    ...brandEvidence(comparison),
    ...consistentEvidence(comparison),
  ];
}

/** Two words that both texts have are no text: what both tell is this much at least, unless one of them says nothing else. */
const LEAST_TOLD = 2;
const PER_MISSING = -6;
const NOTHING_ELSE = 0.95;

function littleInCommon({ containment: { shorter } }: Comparison, told: number): readonly Evidence[] {
  return told >= LEAST_TOLD || shorter >= NOTHING_ELSE ? [] : [{ kind: 'words', odds: PER_MISSING * (LEAST_TOLD - told) }];
}

/** Log odds of a form of which the title alone says for what it was filled in. */
const OTHER_TITLE = -6;

/** Titles that name other things, of which the texts below say nothing. */
function titleEvidence(comparison: Comparison, { titleRate, slots }: Novelty, known: Known): readonly Evidence[] {
  if (known !== 'none' || slots > 0 || titleRate <= 0.5 || !nameGoodsInTitlesAlone(comparison)) return [];
  return [{ kind: 'goods', odds: OTHER_TITLE * titleRate }];
}

/** A title that tells less may stand in any text. */
const LEAST_TITLE = 2.5;

/** Odds where one text is a stage before or after the other in other words: at least even, when the title of one stands in the other. */
function standingTitle({ a, b }: Comparison): number {
  return [a, b].some((side) => {
    const { all, known } = titleOf(side);
    return known >= LEAST_TITLE && known >= 0.9 * all;
  })
    ? 1
    : -6;
}

/** Titles that tell so much, and both the same. */
const TELLING_TITLE = 3.5;

/** Odds of texts whose titles say the same, whatever follows them. */
function sameTitle({ a, b }: Comparison): number {
  return [a, b].every((side) => {
    const { all, known } = titleOf(side);
    return known >= TELLING_TITLE && known >= 0.9 * all;
  })
    ? 1
    : -6;
}

/** Stages that a text names in its title or on its first lines, where a notice says what it is. */
export function stagesOf(tokens: readonly Token[]): ReadonlySet<string> {
  return new Set(
    tokens
      .filter((token) => token.kind === 'stage' && isHeading(token))
      .map(({ key }) => stageOf(key))
      .filter((stage) => !IS_NO_STAGE.has(stage)),
  );
}

/** What was corrected or is published again may be said in the last sentence. */
function namesStage(tokens: readonly Token[], stage: string): boolean {
  return tokens.some(({ kind, key }) => kind === 'stage' && stageOf(key) === stage);
}

/** That a text is a notice at all, or is passed on, is no stage. */
export const IS_NO_STAGE: ReadonlySet<string> = new Set(['notice', 'repost']);

/** The stage that a token of a stage names. */
export function stageOf(key: string): string {
  return key.slice(0, key.indexOf(':'));
}

/** Lines in which a notice says what it is. */
const HEADING_LINES = 3;

export function isHeading({ line, place }: Token): boolean {
  return place === 'title' || (line > 0 && line < HEADING_LINES && place === 'body');
}
