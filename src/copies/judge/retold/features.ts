import type { PreparedText } from '../../prepared-text.ts';
import type { Comparison } from '../comparison.ts';
import { stagesOf, type Evidence } from '../evidence.ts';
import { sharesContact } from './contacts.ts';
import { factsOfText, type FactGroup } from './facts.ts';
import { hanNamesShared } from './han-names.ts';
import { quotedUnits } from './quoted.ts';
import { rareWordsShared } from './rare-words.ts';
import { nearestStretch } from './stretch.ts';

/** What is weighed where two texts have few words in common, in the order of the weights. */
export const RETOLD_FEATURES = [
  'one',
  'titleKnown',
  'titleTold',
  'rareWords',
  'valuesShared',
  'valuesOther',
  'namesShared',
  'quotedShared',
  'dayShared',
  'contactShared',
  'typesShared',
  'typesOther',
  'otherStage',
  'frame',
  'numbers',
  'members',
  'classes',
] as const;

/** A title that tells less may stand in any text; one that tells so much names the purchase. */
const LEAST_TITLE = 1;
const TELLING_TITLE = 4;

/** Of a title this share at least is known to the other text before what it tells counts. */
const KNOWN_TITLE = 0.6;

/** Two texts have so much of the longer one in common without being written in one form. */
const NO_FRAME = 0.1;

/** The least and the most that numbers of notices, that lots, phases, sections, years and buyers, and that codes of goods say, in parts of their usual odds. */
const NUMBERS = { part: 0.25, least: -0.25, most: 2 } as const;
const OTHERS = { part: 1 / 6, least: -1 } as const;

/**
 * Facts that agree, facts of the poorer text that the other does not have, and what speaks for two purchases in any words. The longer text is looked at where it
 * tells most of the shorter one.
 */
export function retoldFeatures({ a, b, containment }: Comparison, evidence: readonly Evidence[]): readonly number[] {
  const [one, other] = [nearestStretch(a.text, b.text), nearestStretch(b.text, a.text)];
  const [ofOne, ofOther] = [factsOfText(one), factsOfText(other)];
  const common = (group: FactGroup): Common => inCommon(ofOne[group], ofOther[group]);
  const titles = [titleIn(one, other), titleIn(other, one)].filter(({ all }) => all >= LEAST_TITLE);
  const oddsOf = (...kinds: readonly Evidence['kind'][]): number =>
    evidence.reduce((sum, { kind, odds }) => sum + (kinds.includes(kind) ? odds : 0), 0);
  const [values, types] = [common('value'), common('type')];
  return [
    1,
    Math.max(0, ...titles.map(({ all, known }) => known / all)),
    Math.min(1, Math.max(0, ...titles.map(({ all, known }) => (known >= KNOWN_TITLE * all ? known : 0))) / TELLING_TITLE),
    rareWordsShared(one, other),
    Math.log1p(values.shared),
    Math.log1p(values.other),
    Math.log1p(common('name').shared + hanNamesShared(one, other)),
    Math.log1p(Math.max(quotedIn(one, other), quotedIn(other, one))),
    Math.sign(common('day').shared),
    Number(sharesContact(a.text, b.text)),
    Math.log1p(types.shared),
    Math.log1p(types.other),
    Number(isOtherStage(a.text, b.text)),
    Math.max(0, containment.longer - NO_FRAME),
    Math.max(NUMBERS.least, Math.min(NUMBERS.most, NUMBERS.part * oddsOf('number'))),
    Math.max(OTHERS.least, OTHERS.part * oddsOf('lot', 'phase', 'section', 'year', 'buyer')),
    Math.max(OTHERS.least, OTHERS.part * oddsOf('class')),
  ];
}

/** What facts of both texts tell, and what else the poorer text tells. */
interface Common {
  readonly shared: number;
  readonly other: number;
}

function inCommon(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): Common {
  let shared = 0;
  for (const [key, told] of one) if (other.has(key)) shared += told;
  return { shared, other: Math.max(0, Math.min(sum(one), sum(other)) - shared) };
}

function sum(facts: ReadonlyMap<string, number>): number {
  let told = 0;
  for (const one of facts.values()) told += one;
  return told;
}

/** How much the title of a text tells, and how much of that a stretch of another has. */
function titleIn({ tokens, unitsOf, weights }: PreparedText, { units }: PreparedText): { readonly all: number; readonly known: number } {
  let [all, known] = [0, 0];
  for (let n = 0; n < tokens.length; n += 1) {
    const { place, kind } = tokens[n]!;
    if (place !== 'title' || (kind !== 'word' && kind !== 'han' && kind !== 'model')) continue;
    all += weights[n]!;
    if (unitsOf[n]!.some((unit) => units.has(unit))) known += weights[n]!;
  }
  return { all, known };
}

/** What the names tell that stand in quotation marks in a text, and somehow in the other. */
function quotedIn(one: PreparedText, { units }: PreparedText): number {
  let told = 0;
  for (const unit of quotedUnits(one)) if (units.has(unit)) told += one.units.get(unit)!;
  return told;
}

function isOtherStage(a: PreparedText, b: PreparedText): boolean {
  const [ofA, ofB] = [stagesOf(a.tokens), stagesOf(b.tokens)];
  return !ofA.isSubsetOf(ofB) || !ofB.isSubsetOf(ofA);
}
