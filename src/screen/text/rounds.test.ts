import { expect, it } from 'vitest';
import { nextRound } from './rounds.ts';

it('rounds are numbers that a table of 32-bit numbers keeps', () => {
  const table = new Uint32Array(1);
  for (const round of [0, 1, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 2, 2 ** 32 - 1]) {
    const next = nextRound(round);
    table[0] = next;
    expect(table[0]).toBe(next);
    expect(next).toBeGreaterThan(0);
    expect(next).not.toBe(round);
  }
});
