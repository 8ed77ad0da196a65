import { REGION } from './comparison.ts';
import type { Comparison, Side } from './comparison.ts';
import type { Evidence } from './evidence.ts';
import type { Hunk } from './hunks.ts';

/** Words that either text has and the other has nowhere, by how much they tell. */
export interface Novelty {
  /** In the key places of either text, and how much there is at all in those that have less. */
  readonly keyA: number;
  readonly keyB: number;
  readonly keyMass: number;
  /** Share of the items that has other words in either text. */
  readonly itemRate: number;
  /** Share of the other places that has. */
  readonly bodyRate: number;
  /** Told by words that one text has in the middle of a line of the other. */
  readonly inserted: number;
  /** 0 where only key places differ, as in twins of one template, to 1 where all places do alike: noise. */
  readonly spread: number;
}

/** Novel words of both that weigh more than this are other goods, another body, another town. */
const LEAST = 0.2;

/** Items that differ in more than this share of their words are other goods. */
const OTHER_ITEMS = 0.3;

/** Goods, towns and buyers differ in twins; noise is spread over the text. */
export function wordEvidence({ keyA, keyB, keyMass, itemRate, bodyRate, inserted, spread }: Novelty): readonly Evidence[] {
  const both = Math.min(keyA, keyB);
  const evidence: Evidence[] = [];
  if (both >= LEAST) evidence.push({ kind: 'goods', odds: -(5 + 6 * Math.min(0.5, both / Math.max(1, keyMass))) * (1 - spread) });
  else if (inserted >= LEAST) evidence.push({ kind: 'goods', odds: -Math.min(4, 1 + 2 * inserted) * (1 - spread) });
  if (itemRate > OTHER_ITEMS) evidence.push({ kind: 'goods', odds: -4 - 8 * (itemRate - OTHER_ITEMS) });
  if (bodyRate > 0.2) evidence.push({ kind: 'words', odds: -12 * (bodyRate - 0.2) });
  return evidence;
}

/** Stretches of other words outside the key places from which on they are spread over the text. */
const SPREAD_HUNKS = 5;

/** What tells less is no measure of noise. */
const LEAST_MASS = 4;

/** Weighs the words that only one text has, by the places where they stand. */
export function noveltyOf({ a, b, hunks }: Comparison): Novelty {
  const masses = [massesOf(a), massesOf(b)];
  const mass = [REGION.body, REGION.item, REGION.key].map((region) => Math.min(masses[0]![region]!, masses[1]![region]!));
  const other = [0, 0, 0];
  let [keyA, keyB, stretches, inserted] = [0, 0, 0, 0];
  for (const hunk of hunks) {
    const [left, right] = [novelIn(a, hunk.a0, hunk.a1), novelIn(b, hunk.b0, hunk.b1)];
    const placed = substitutedIn(hunk, a, b);
    keyA += Math.max(left[REGION.key]!, placed);
    keyB += Math.max(right[REGION.key]!, placed);
    for (const region of [REGION.body, REGION.item]) {
      const both = Math.min(left[region]!, right[region]!);
      other[region]! += both;
      if (both > 0) stretches += 1;
    }
    if (isInside(hunk, a, b)) inserted += Math.max(left[REGION.key]!, right[REGION.key]!);
  }
  const rate = (region: number): number => (mass[region]! < LEAST_MASS ? 0 : other[region]! / mass[region]!);
  const keyRate = Math.min(keyA, keyB) / Math.max(mass[REGION.key]!, 1e-9);
  const around = mass[REGION.body]! + mass[REGION.item]!;
  const aroundRate = (other[REGION.body]! + other[REGION.item]!) / Math.max(around, LEAST_MASS);
  return {
    keyA,
    keyB,
    keyMass: mass[REGION.key]!,
    itemRate: mass[REGION.item]! === 0 ? 0 : other[REGION.item]! / Math.max(1, mass[REGION.item]!),
    bodyRate: stretches < 2 ? 0 : rate(REGION.body),
    inserted,
    spread: stretches < SPREAD_HUNKS ? 0 : Math.min(1, (2 * aroundRate) / Math.max(keyRate, 1e-9)),
  };
}
/** A stretch of more tokens is no word in the place of another. */
const LONGEST_WORD = 12;

/** What words tell that stand in the place of other words inside a line: one of them may occur elsewhere (苏澳监工站 and 南澳监工站 of 南澳工务段). */
function substitutedIn({ a0, a1, b0, b1 }: Hunk, a: Side, b: Side): number {
  if (a1 - a0 > LONGEST_WORD || b1 - b0 > LONGEST_WORD) return 0;
  const [left, right] = [toldIn(a, a0, a1), toldIn(b, b0, b1)];
  return left.isNovel || right.isNovel ? Math.min(left.told, right.told) : 0;
}

function toldIn({ text, novel, region }: Side, from: number, to: number): { readonly told: number; readonly isNovel: boolean } {
  let told = 0;
  let isNovel = false;
  for (let n = from; n < to; n += 1) {
    if (region[n] !== REGION.key || !isRunning(text.tokens[n]!.kind)) continue;
    told += text.weights[n]!;
    if (novel[n] === 1) isNovel = true;
  }
  return { told, isNovel };
}

/** True where one side has words in the middle of a line that goes on alike on both sides of them. */
function isInside({ a0, a1, b0, b1 }: Hunk, a: Side, b: Side): boolean {
  return a1 === a0 ? isMiddle(b, b0, b1) : b1 === b0 ? isMiddle(a, a0, a1) : isMiddle(a, a0, a1) && isMiddle(b, b0, b1);
}

function isMiddle({ text: { tokens } }: Side, from: number, to: number): boolean {
  const [before, first, last, after] = [tokens[from - 1], tokens[from], tokens[to - 1], tokens[to]];
  return before?.line === first?.line && last?.line === after?.line && before !== undefined && after !== undefined;
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

function isRunning(kind: string): boolean {
  return kind === 'word' || kind === 'han';
}
