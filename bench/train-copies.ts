/**
 * Learns the weights by which facts say that two texts are of one purchase where they have few words in common, and writes
 * `src/copies/judge/retold/weights.ts`: `npm run bench -- train-copies`. Collected pairs and the development halves of the written ones, and texts of other pairs
 * of the same writer that have most in common. What it prints first is fitted without the writer whose pairs it judges.
 */
import { writeFileSync } from 'node:fs';
import { prepareText } from '../src/copies/prepared-text.ts';
import type { PreparedText } from '../src/copies/prepared-text.ts';
import { compareTexts } from '../src/copies/judge/comparison.ts';
import { containmentOf } from '../src/copies/judge/containment.ts';
import { evidenceOf } from '../src/copies/judge/evidence.ts';
import { RETOLD_FEATURES, retoldFeatures } from '../src/copies/judge/retold/features.ts';
import { retoldShare } from '../src/copies/judge/retold/odds.ts';
import { openBackground } from '../src/work/copies/background.ts';
import { collectedPairs, writtenPairs } from './copies/labelled-pairs.ts';
import { fitLogistic, type Bounds, type Example } from './names/fit-logistic.ts';
import { accuracyOf } from './names/metrics.ts';

/** Signs that do not depend on the sample: what agrees never speaks against one purchase, what differs never for it. */
const BOUNDS: Readonly<Record<(typeof RETOLD_FEATURES)[number], Bounds>> = {
  one: [-20, 0],
  titleTold: [0, 10],
  rareOther: [-10, 0],
  valuesShared: [0, 10],
  valuesDerived: [0, 10],
  valuesOther: [-10, 0],
  sumsNear: [0, 10],
  sumsFar: [-10, 0],
  namesShared: [0, 10],
  namesOther: [-10, 0],
  shortened: [0, 10],
  quotedShared: [0, 10],
  typesOther: [-10, 0],
  otherStage: [0, 10],
  frame: [-10, 0],
  numbers: [0, 10],
  members: [0, 10],
  classes: [0, 10],
  goods: [0, 10],
  kinds: [0, 10],
};

const RIDGE = 0.25;

/** Texts of other pairs: so many of those that have most in common with a text, and what one of them weighs. Some are of one purchase, unknown to the writer. */
const NEAREST = 4;
const OTHER_WEIGHT = 0.02;

interface Writer {
  readonly name: string;
  /** Pairs that their writer labelled. */
  readonly labelled: readonly Example[];
  readonly others: readonly Example[];
}

export function run(): Promise<void> {
  const written = Object.entries(writtenPairs()).map(([name, { dev }]) => [name, dev] as const);
  const writers = [['collected', collectedPairs()] as const, ...written].map(([name, pairs]) => examplesOf(name, pairs));
  for (const writer of writers) {
    const weights = fit(writers.filter((other) => other !== writer));
    print(`without ${writer.name}`, writer, weights);
  }
  const weights = fit(writers);
  for (const writer of writers) print(`with all, ${writer.name}`, writer, weights);
  for (const [n, name] of RETOLD_FEATURES.entries()) console.log(`  ${name.padEnd(14)} ${weights[n]?.toFixed(2)}`);
  writeFileSync(
    new URL('../src/copies/judge/retold/weights.ts', import.meta.url),
    `/** Weights of \`RETOLD_FEATURES\`, learnt by \`npm run bench -- train-copies\`. */\nexport const RETOLD_WEIGHTS: readonly number[] = [${weights.map((one) => one.toFixed(2)).join(', ')}];\n`,
  );
  return Promise.resolve();
}

function examplesOf(name: string, pairs: ReturnType<typeof collectedPairs>): Writer {
  const background = openBackground();
  const prepared = pairs.map(({ a, b, label }) => ({
    a: prepareText({ text: a }, background),
    b: prepareText({ text: b }, background),
    isMatch: label !== 'unrelated',
  }));
  const labelled = prepared.flatMap(({ a, b, isMatch }) => exampleOf(a, b, isMatch, 1));
  const texts = prepared.flatMap(({ a, b }, pair) => [
    { pair, text: a },
    { pair, text: b },
  ]);
  const others = texts.flatMap(({ pair, text }) =>
    texts
      .filter((other) => other.pair !== pair)
      .map((other) => ({ other: other.text, known: containmentOf(text, other.text).shorter }))
      .toSorted((one, two) => two.known - one.known)
      .slice(0, NEAREST)
      .flatMap(({ other }) => exampleOf(text, other, false, OTHER_WEIGHT)),
  );
  return { name, labelled, others };
}

/** Texts of one language that have few words in common. */
function exampleOf(a: PreparedText, b: PreparedText, isMatch: boolean, weight: number): readonly Example[] {
  if (a.lang !== b.lang) return [];
  const comparison = compareTexts(a, b);
  if (retoldShare(comparison) === 0) return [];
  const evidence = evidenceOf(comparison);
  // texts of other pairs that are copies by their words may well be of one purchase
  if (weight < 1 && evidence.reduce((sum, { odds }) => sum + odds, 0) > 0) return [];
  return [{ features: retoldFeatures(comparison, evidence), isMatch, weight }];
}

function fit(writers: readonly Writer[]): readonly number[] {
  return fitLogistic(
    writers.flatMap(({ labelled, others }) => [...labelled, ...others]),
    RETOLD_FEATURES.map((name) => BOUNDS[name]),
    RIDGE,
  );
}

function print(label: string, { labelled, others }: Writer, weights: readonly number[]): void {
  const isCopy = ({ features }: Example): boolean => features.reduce((sum, value, n) => sum + value * (weights[n] ?? 0), 0) > 0;
  const { n, precision, recall, f1 } = accuracyOf(labelled.map((one) => ({ predicted: isCopy(one), actual: one.isMatch })));
  console.log(
    `${label.padEnd(22)} n ${n}  F1 ${f1.toFixed(3)}  precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}  of texts of other pairs ${others.filter(isCopy).length} of ${others.length}`,
  );
}
