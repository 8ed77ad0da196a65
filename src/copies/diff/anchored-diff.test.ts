import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignSequences } from './anchored-diff.ts';
import { commonRuns } from './myers.ts';
import type { Run } from './myers.ts';

/** Length of the longest common subsequence, by the table of all prefixes. */
function longest(a: Int32Array, b: Int32Array): number {
  let above = new Array<number>(b.length + 1).fill(0);
  for (const value of a) {
    const row = [0];
    for (let n = 0; n < b.length; n += 1) row.push(b[n] === value ? (above[n] ?? 0) + 1 : Math.max(above[n + 1] ?? 0, row[n] ?? 0));
    above = row;
  }
  return above[b.length] ?? 0;
}

function holds(runs: readonly Run[], a: Int32Array, b: Int32Array): boolean {
  let [atA, atB] = [0, 0];
  return runs.every((run) => {
    const isEqual = Array.from({ length: run.length }, (_, n) => a[run.a + n] === b[run.b + n]).every(Boolean);
    const isNext = run.a >= atA && run.b >= atB && run.length > 0;
    [atA, atB] = [run.a + run.length, run.b + run.length];
    return isEqual && isNext && atA <= a.length && atB <= b.length;
  });
}

const sequence = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 60 }).map((values) => Int32Array.from(values));

describe('common runs', () => {
  it('are a longest common subsequence, in the order of both', () => {
    fc.assert(
      fc.property(sequence, sequence, (a, b) => {
        const runs = commonRuns(a, b, 200) ?? [];
        expect(holds(runs, a, b)).toBe(true);
        expect(runs.reduce((sum, { length }) => sum + length, 0)).toBe(longest(a, b));
      }),
    );
  });

  it('are given up where too much differs', () => {
    expect(commonRuns(Int32Array.of(1, 2, 3, 4), Int32Array.of(5, 6, 7, 8), 3)).toBeUndefined();
  });
});

describe('alignment', () => {
  it('holds in the order of both, whatever is aligned', () => {
    fc.assert(
      fc.property(sequence, sequence, sequence, (a, b, both) => {
        const [left, right] = [Int32Array.of(...a, ...both, ...b), Int32Array.of(...b, ...both)];
        expect(holds(alignSequences(left, right), left, right)).toBe(true);
      }),
    );
  });

  it('finds a short text inside a long one', () => {
    const short = Int32Array.from({ length: 300 }, (_, n) => 1000 + (n % 90));
    const long = Int32Array.from({ length: 20_000 }, (_, n) => (n >= 9000 && n < 9300 ? (short[n - 9000] ?? 0) : n % 700));
    const runs = alignSequences(short, long);
    expect(runs.reduce((sum, { length }) => sum + length, 0)).toBe(300);
  });

  it('takes near linear time, whatever repeats', () => {
    const same = new Int32Array(300_000).fill(7);
    const other = Int32Array.from({ length: 300_000 }, (_, n) => (n % 3 === 0 ? 7 : 8));
    const start = process.cpuUsage();
    alignSequences(same, other);
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(3);
  });
});
