import type { PreparedText } from '../../prepared-text.ts';
import type { Comparison } from '../comparison.ts';
import { stagesOf, type Evidence } from '../evidence.ts';
import { abbreviationsSpelled } from './abbreviations.ts';
import { inCommon, type Common } from './agreement.ts';
import { sharesContact } from './contacts.ts';
import { factsOfText } from './facts.ts';
import { hanNamesShared } from './han-names.ts';
import { namesInCommon } from './names.ts';
import { quotedUnits } from './quoted.ts';
import { rareWordsInCommon } from './rare-words.ts';
import { hanNamesShortened } from './short-names.ts';
import { nearestStretch } from './stretch.ts';
import { distanceOfSums, valuesInCommon } from './values.ts';

/** What is weighed where two texts have few words in common, in the order of the weights. */
export const RETOLD_FEATURES = [
  'one',
  'titleTold',
  'rareOther',
  'valuesShared',
  'valuesDerived',
  'valuesOther',
  'sumsNear',
  'sumsFar',
  'namesShared',
  'namesOther',
  'shortened',
  'quotedShared',
  'typesOther',
  'otherStage',
  'frame',
  'numbers',
  'members',
  'classes',
  'goods',
  'kinds',
] as const;

/** A title that tells less may stand in any text; one that tells so much names the purchase. */
const LEAST_TITLE = 1;
const TELLING_TITLE = 4;

/** Of a title this share at least is known to the other text before what it tells counts. */
const KNOWN_TITLE = 0.6;

/** Two texts have so much of the longer one in common without being written in one form. */
const NO_FRAME = 0.1;

/** Sums lie near each other up to the first, and far from each other from the second on, as natural logarithms. */
const SUMS = { near: 0.35, far: 0.7, most: 2 } as const;

/** The least and the most that numbers of notices, that lots, phases, sections, years and buyers, and that codes of goods and other goods say, in parts of their usual odds. */
const NUMBERS = { part: 0.25, least: -0.25, most: 2 } as const;
const OTHERS = { part: 1 / 6, least: -1 } as const;
const GOODS = { part: 1 / 8, least: -1 } as const;

/**
 * Facts that agree, facts of the poorer text that the other does not have, and what speaks for two purchases in any words. The longer text is looked at where it
 * tells most of the shorter one.
 */
export function retoldFeatures({ a, b, containment }: Comparison, evidence: readonly Evidence[]): readonly number[] {
  const [one, other] = [nearestStretch(a.text, b.text), nearestStretch(b.text, a.text)];
  const [ofOne, ofOther] = [factsOfText(one), factsOfText(other)];
  const oddsOf = (...kinds: readonly Evidence['kind'][]): number =>
    evidence.reduce((sum, { kind, odds }) => sum + (kinds.includes(kind) ? odds : 0), 0);
  const title = Math.max(titleKnown(one, other), titleKnown(other, one));
  const rare = rareWordsInCommon(one, other);
  const values = valuesInCommon(ofOne.value, ofOther.value);
  const sums = distanceOfSums(ofOne.sum.keys(), ofOther.sum.keys());
  const written = namesInCommon(new Set(ofOne.name.keys()), new Set(ofOther.name.keys()), one, other);
  const names = { shared: written.shared + hanNamesShared(one, other), other: written.other };
  const quoted = Math.max(quotedIn(one, other), quotedIn(other, one));
  const days = inCommon(ofOne.day, ofOther.day);
  const types = inCommon(ofOne.type, ofOther.type);
  const number = oddsOf('number');
  const kinds = [
    title > KINDS.title,
    agree(rare, KINDS.rare),
    agree({ shared: values.shared + values.derived, other: values.other }, KINDS.value),
    agree(names, KINDS.names),
    quoted > KINDS.quoted,
    agree(days, KINDS.one),
    agree(types, KINDS.one),
    sharesContact(a.text, b.text),
    number > 0,
  ];
  return [
    1,
    Math.min(1, title / TELLING_TITLE),
    Math.log1p(rare.other),
    Math.log1p(values.shared),
    Math.log1p(values.derived),
    Math.log1p(values.other),
    sums === undefined ? 0 : Math.max(0, 1 - sums / SUMS.near),
    sums === undefined ? 0 : Math.min(SUMS.most, Math.max(0, sums - SUMS.far)),
    Math.log1p(names.shared),
    Math.log1p(names.other),
    Math.log1p(shortenedIn(one, other) + shortenedIn(other, one)),
    Math.log1p(quoted),
    Math.log1p(types.other),
    Number(isOtherStage(a.text, b.text)),
    Math.max(0, containment.longer - NO_FRAME),
    Math.max(NUMBERS.least, Math.min(NUMBERS.most, NUMBERS.part * number)),
    Math.max(OTHERS.least, OTHERS.part * oddsOf('lot', 'phase', 'section', 'year', 'buyer')),
    Math.max(OTHERS.least, OTHERS.part * oddsOf('class')),
    Math.max(GOODS.least, GOODS.part * oddsOf('goods')),
    kinds.filter(Boolean).length / KINDS.usual,
  ];
}

/** What facts of each kind tell at least that agree; so many kinds agree where one purchase is told. */
const KINDS = { title: 1, rare: 2, value: 0.6, names: 1.5, quoted: 1, one: 0.5, usual: 4 } as const;

/** Long texts have something of anything in common: facts agree where the poorer text tells not much else. */
const OF_OTHER = 0.4;

function agree({ shared, other }: Common, least: number): boolean {
  return shared > least && shared >= OF_OTHER * other;
}

function shortenedIn(one: PreparedText, other: PreparedText): number {
  return abbreviationsSpelled(one, other) + hanNamesShortened(one, other);
}

/** What the title of a text tells that a stretch of another has; 0 where that is little of the title. */
function titleKnown({ tokens, unitsOf, weights }: PreparedText, { units }: PreparedText): number {
  let [all, known] = [0, 0];
  for (let n = 0; n < tokens.length; n += 1) {
    const { place, kind } = tokens[n]!;
    if (place !== 'title' || (kind !== 'word' && kind !== 'han' && kind !== 'model')) continue;
    all += weights[n]!;
    if (unitsOf[n]!.some((unit) => units.has(unit))) known += weights[n]!;
  }
  return all >= LEAST_TITLE && known >= KNOWN_TITLE * all ? known : 0;
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
