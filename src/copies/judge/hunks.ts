import { alignSequences } from '../diff/anchored-diff.ts';
import type { Run } from '../diff/myers.ts';
import type { PreparedText } from '../prepared-text.ts';
import type { Token } from '../tokens/token.ts';

/** Tokens of either text between two runs that both have: `a` from `a0` to `a1`, `b` from `b0` to `b1`. */
export interface Hunk {
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
}

export interface Alignment {
  readonly runs: readonly Run[];
  readonly hunks: readonly Hunk[];
}

/** Aligns two texts by their tokens. Near linear. */
export function alignTexts(a: PreparedText, b: PreparedText): Alignment {
  const ids = new Map<string, number>();
  const runs = withoutChance(alignSequences(sequence(a, ids), sequence(b, ids)), a).flatMap((run) => sameSums(run, a, b));
  const hunks: Hunk[] = [];
  let [atA, atB] = [0, 0];
  for (const run of [...runs, { a: a.tokens.length, b: b.tokens.length, length: 0 }]) {
    if (run.a > atA || run.b > atB) hunks.push({ a0: atA, a1: run.a, b0: atB, b1: run.b });
    [atA, atB] = [run.a + run.length, run.b + run.length];
  }
  return { runs, hunks };
}

/** One Han character that two words have in common by chance holds nothing together (车载式雷达, 救护车). */
function withoutChance(runs: readonly Run[], { tokens }: PreparedText): readonly Run[] {
  return runs.filter(({ a, b, length }, n) => {
    if (length > 1 || tokens[a]!.kind !== 'han') return true;
    const [before, after] = [runs[n - 1], runs[n + 1]];
    const [gapBefore, gapAfter] = [
      before === undefined ? 0 : gap(before, a, b),
      after === undefined ? 0 : gap({ a, b, length }, after.a, after.b),
    ];
    return gapBefore < 2 && gapAfter < 2;
  });
}

/** True for one figure in two currencies: it is another sum. */
export function areOtherMoney(one: Token, other: Token): boolean {
  return one.key === other.key && one.currency !== undefined && other.currency !== undefined && one.currency !== other.currency;
}

/** A run without the sums in it that are of another currency. */
function sameSums({ a, b, length }: Run, { tokens }: PreparedText, { tokens: others }: PreparedText): readonly Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (let n = 0; n <= length; n += 1) {
    if (n < length && !areOtherMoney(tokens[a + n]!, others[b + n]!)) continue;
    if (n > from) runs.push({ a: a + from, b: b + from, length: n - from });
    from = n + 1;
  }
  return runs;
}

/** Tokens between the end of a run and a place in both texts, in the one that has more. */
function gap({ a, b, length }: Run, toA: number, toB: number): number {
  return Math.max(toA - a - length, toB - b - length);
}

function sequence(text: PreparedText, ids: Map<string, number>): Int32Array {
  const sequenceOf = new Int32Array(text.tokens.length);
  for (let n = 0; n < text.tokens.length; n += 1) {
    const { key } = text.tokens[n]!;
    let id = ids.get(key);
    if (id === undefined) {
      id = ids.size;
      ids.set(key, id);
    }
    sequenceOf[n] = id;
  }
  return sequenceOf;
}
