import type { Run } from '../diff/myers.ts';
import { isRunning } from '../tokens/token.ts';
import { REGION } from './comparison.ts';
import type { Comparison, Side } from './comparison.ts';
import type { Evidence } from './evidence.ts';
import { slotFinder } from './slots.ts';
import { titleOf } from './title.ts';

/** Words that either text has and the other has nowhere, by how much they tell. */
export interface Novelty {
  /** In key places, inside lines that go on alike on both sides: words in the place of others, and words put in. */
  readonly slots: number;
  /** The same where the line or clause ends behind them in both. */
  readonly openSlots: number;
  readonly inserted: number;
  /** Of those put in, what the text tells that has less of them: words moved about and changed. */
  readonly exchanged: number;
  /** In other places, words in the place of others: share of all that both texts tell. */
  readonly bodySlots: number;
  /** Share of the title that has other words, in the text that has less of them. */
  readonly titleRate: number;
  /** Share of what the shorter text tells that the longest stretch has which both texts have. */
  readonly longestRun: number;
  /** Share of the rest that has other words in either text. */
  readonly bodyRate: number;
  /** 0 where only key places differ, as in twins of one template, to 1 where all places do alike: noise. */
  readonly spread: number;
}

/** Words of both that weigh more than this are other goods, another body, another town. */
const LEAST = 0.2;

/** Another stage of a purchase is written in other words: how much those count that stand in the place of others, in the title and elsewhere. */
const REWORDING = { none: [1, 1], stage: [1, 0.3], purchase: [0.3, 0.3] } as const;

/** What is known of two texts before their words are weighed: nothing, that a stage lies between, that both call one number theirs. */
export type Known = keyof typeof REWORDING;

/** Goods, towns and buyers differ in twins, in the slots of one form; noise is spread over the text; another account writes another headline. */
export function wordEvidence(novelty: Novelty, known: Known): readonly Evidence[] {
  const [inTitle, elsewhere] = REWORDING[known];
  const { inserted, exchanged, bodySlots, titleRate, longestRun, bodyRate, spread } = novelty;
  const slots = novelty.slots + (known === 'none' ? 1 : 0.1) * novelty.openSlots;
  const evidence: Evidence[] = [];
  if (slots >= LEAST) evidence.push({ kind: 'goods', odds: -(6 + Math.min(3, slots)) * (1 - spread) * inTitle });
  else if (exchanged >= LEAST) evidence.push({ kind: 'goods', odds: -Math.min(4, 1 + 2 * inserted) * (1 - spread) * inTitle });
  else if (inserted >= LEAST) evidence.push({ kind: 'goods', odds: -Math.min(1.5, 0.5 * inserted) * (1 - spread) * inTitle });
  if (bodySlots > 0.01) evidence.push({ kind: 'words', odds: -Math.min(7, 30 * bodySlots) * (1 - spread) * elsewhere });
  if (titleRate > 0.1 && slots < LEAST) evidence.push({ kind: 'goods', odds: -2.5 * titleRate * (1 - longestRun) });
  if (bodyRate > 0.2) evidence.push({ kind: 'words', odds: -12 * (bodyRate - 0.2) });
  return evidence;
}

/** Stretches of other words outside the key places from which on they are spread over the text. */
const SPREAD_HUNKS = 5;

/** What tells less is no measure of noise. */
const LEAST_MASS = 4;

/** Weighs the words that only one text has, by the places where they stand. */
export function noveltyOf({ a, b, runs, hunks, containment }: Comparison): Novelty {
  const [massA, massB] = [massesOf(a), massesOf(b)];
  const mass = [REGION.body, REGION.item, REGION.key].map((region) => Math.min(massA[region]!, massB[region]!));
  const other = [0, 0, 0];
  let [stretches, slots, openSlots, bodySlots, insertedA, insertedB, same] = [0, 0, 0, 0, 0, 0, 0];
  const slotsIn = slotFinder(a, b, runs);
  for (const hunk of hunks) {
    const [left, right] = [novelIn(a, hunk.a0, hunk.a1), novelIn(b, hunk.b0, hunk.b1)];
    for (const region of [REGION.body, REGION.item, REGION.key]) other[region]! += Math.min(left[region]!, right[region]!);
    if (Math.min(left[REGION.body]!, right[REGION.body]!) > 0 || Math.min(left[REGION.item]!, right[REGION.item]!) > 0) stretches += 1;
    const slot = slotsIn(hunk);
    if (slot === undefined) continue;
    if (slot.inKey && slot.isOpen) openSlots += slot.told;
    else if (slot.inKey) slots += slot.told;
    else bodySlots += slot.told;
    if (slot.told > 0) continue;
    insertedA += left[REGION.key]!;
    insertedB += right[REGION.key]!;
  }
  for (const [unit, weight] of a.text.units) if (b.text.units.has(unit)) same += weight;
  const around = mass[REGION.body]! + mass[REGION.item]!;
  const aroundRate = (other[REGION.body]! + other[REGION.item]!) / Math.max(around, LEAST_MASS);
  const keyRate = Math.max(other[REGION.key]!, slots + openSlots) / Math.max(mass[REGION.key]!, 1e-9);
  return {
    slots,
    openSlots,
    inserted: insertedA + insertedB,
    exchanged: Math.min(insertedA, insertedB),
    bodySlots: bodySlots / Math.max(1e-9, bodySlots + same),
    titleRate: Math.min(strangeTitle(a), strangeTitle(b)),
    longestRun: longestRunOf(a, runs) / Math.max(1e-9, Math.min(a.text.mass, b.text.mass)),
    bodyRate: stretches < 2 || mass[REGION.body]! < LEAST_MASS ? 0 : other[REGION.body]! / mass[REGION.body]!,
    spread:
      leftBy(containment.shorter) *
      spreadOf(stretches, Math.min(a.text.tokens.length, b.text.tokens.length), aroundRate / Math.max(keyRate, 1e-9)),
  };
}

/** Noise leaves so much of a text; where less is left, texts differ because they are others. */
const LEFT = { none: 0.2, all: 0.4 } as const;

function leftBy(share: number): number {
  return Math.max(0, Math.min(1, (share - LEFT.none) / (LEFT.all - LEFT.none)));
}

/** Noise has a stretch of other words in so many tokens. */
const NOISE_EVERY = 80;

/** How far differences are noise: by how many stretches of other words there are, how thick, and whether key places are as thick with them as the rest. */
function spreadOf(stretches: number, tokens: number, ratio: number): number {
  if (stretches < SPREAD_HUNKS) return 0;
  return stretches >= 2 * SPREAD_HUNKS && stretches * NOISE_EVERY > tokens ? 1 : Math.min(1, 2 * ratio);
}

/** What the longest stretch tells that both texts have. */
export function longestRunOf({ text: { weights } }: Side, runs: readonly Run[]): number {
  let longest = 0;
  for (const { a, length } of runs) {
    let told = 0;
    for (let n = a; n < a + length; n += 1) told += weights[n]!;
    longest = Math.max(longest, told);
  }
  return longest;
}

/** Share of what the title tells that the other text has nowhere. */
function strangeTitle(side: Side): number {
  const { all, known } = titleOf(side);
  return all === 0 ? 0 : 1 - known / all;
}

/** What novel words tell, by region. */
function novelIn({ text, novel, region }: Side, from: number, to: number): readonly number[] {
  const told = [0, 0, 0];
  for (let n = from; n < to; n += 1) if (novel[n] === 1 && isRunning(text.tokens[n]!.kind)) told[region[n]!]! += text.weights[n]!;
  return told;
}

function massesOf({ text, region }: Side): readonly number[] {
  const told = [0, 0, 0];
  for (let n = 0; n < text.tokens.length; n += 1) if (isRunning(text.tokens[n]!.kind)) told[region[n]!]! += text.weights[n]!;
  return told;
}
