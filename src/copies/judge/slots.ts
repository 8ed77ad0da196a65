import type { Run } from '../diff/myers.ts';
import { isRunning } from '../tokens/token.ts';
import { REGION, type Side } from './comparison.ts';
import type { Hunk } from './hunks.ts';

/** A stretch of more tokens is no word in the place of another. */
const LONGEST_WORD = 12;

/** Tokens around a slot that both texts have on its line, at least. */
const LEAST_AROUND = 3;

interface Slot {
  readonly isOpen: boolean;
  readonly told: number;
  readonly inKey: boolean;
}

/**
 * Finds the slots of a form: stretches of a line that both texts have around them. `told` is what the words tell that stand for one another; 0 where one text
 * has none there. One of them may occur elsewhere in the other text (苏澳监工站 and 南澳监工站 of 南澳工务段).
 */
export function slotFinder(a: Side, b: Side, runs: readonly Run[]): (hunk: Hunk) => Slot | undefined {
  const endingAt = new Map(runs.map((run) => [run.a + run.length, run]));
  const beginningAt = new Map(runs.map((run) => [run.a, run]));
  return ({ a0, a1, b0, b1 }) => {
    if (a1 - a0 > LONGEST_WORD || b1 - b0 > LONGEST_WORD) return undefined;
    const [before, after] = [endingAt.get(a0), beginningAt.get(a1)];
    const behind =
      before === undefined ? 0 : sameLine(a, b, before.a + before.length - 1, before.b + before.length - 1, before.length, -1, a0, b0);
    const ahead = after === undefined ? 0 : sameLine(a, b, after.a, after.b, after.length, 1, a1 - 1, b1 - 1);
    const [atStart, atEnd] = [beginsLine(a, a0) && beginsLine(b, b0), endsLine(a, a1) && endsLine(b, b1)];
    const isEnclosed = behind > 0 && ahead > 0;
    const isOneSided = a1 === a0 || b1 === b0;
    if (
      behind + ahead + Number(atStart) + Number(atEnd) < Math.max(LEAST_AROUND, Math.min(a1 - a0, b1 - b0)) ||
      (isOneSided && !isEnclosed)
    )
      return undefined;
    const [left, right] = [toldIn(a, a0, a1), toldIn(b, b0, b1)];
    return {
      told: left.isNovel || right.isNovel ? Math.min(left.told, right.told) : 0,
      isOpen: ahead === 0,
      inKey: left.inKey || right.inKey,
    };
  };
}

/** Prepositions hold nothing together; facts do. */
function isTelling({ text: { weights, tokens } }: Side, n: number): boolean {
  return weights[n]! > 0.12 || !isRunning(tokens[n]!.kind) || tokens[n]!.kind === 'han';
}

function beginsLine({ text: { tokens } }: Side, n: number): boolean {
  return n === 0 || tokens[n - 1]!.line !== tokens[n]?.line;
}

function endsLine({ text: { tokens } }: Side, n: number): boolean {
  return n >= tokens.length || tokens[n]!.line !== tokens[n - 1]?.line;
}

/** How many tokens of a run, from its end that touches a hunk, stand on the line of the hunk in both texts. */
function sameLine(a: Side, b: Side, fromA: number, fromB: number, length: number, step: 1 | -1, hunkA: number, hunkB: number): number {
  const lineA = a.text.tokens[Math.min(hunkA, a.text.tokens.length - 1)]?.line;
  const lineB = b.text.tokens[Math.min(hunkB, b.text.tokens.length - 1)]?.line;
  let count = 0;
  for (let n = 0; n < Math.min(length, LONGEST_WORD); n += 1) {
    const [one, other] = [a.text.tokens[fromA + step * n]!, b.text.tokens[fromB + step * n]!];
    if (one.line !== lineA || other.line !== lineB) break;
    if (isTelling(a, fromA + step * n)) count += 1;
  }
  return count;
}

function toldIn({ text, novel, region }: Side, from: number, to: number): Omit<Slot, 'isOpen'> & { readonly isNovel: boolean } {
  let told = 0;
  let [isNovel, inKey] = [false, false];
  for (let n = from; n < to; n += 1) {
    if (!isRunning(text.tokens[n]!.kind)) continue;
    told += text.weights[n]!;
    if (novel[n] === 1 && text.weights[n]! > 0) isNovel = true;
    if (region[n] === REGION.key) inKey = true;
  }
  return { told, isNovel, inKey };
}
