import { alignSequences } from '../diff/anchored-diff.ts';
import type { Run } from '../diff/myers.ts';
import type { PreparedText } from '../prepared-text.ts';

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
  const runs = alignSequences(sequence(a, ids), sequence(b, ids));
  const hunks: Hunk[] = [];
  let [atA, atB] = [0, 0];
  for (const run of [...runs, { a: a.tokens.length, b: b.tokens.length, length: 0 }]) {
    if (run.a > atA || run.b > atB) hunks.push({ a0: atA, a1: run.a, b0: atB, b1: run.b });
    [atA, atB] = [run.a + run.length, run.b + run.length];
  }
  return { runs, hunks };
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
