import { expect, test } from 'vitest';
import { speedOf } from './quiet-speed.ts';

test('every name is asked for once in each round, in order, and names per CPU second are no fewer than by the clock', async () => {
  const asked: number[] = [];
  const started = performance.now();
  const { perSecond, bestRound, medianRound } = await speedOf(250, (from, to) => {
    for (let n = from; n < to; n += 1) asked.push(n);
    const busy = performance.now();
    while (performance.now() - busy < 2);
  });
  const rounds = asked.length / 250;
  expect(asked).toEqual(Array.from({ length: rounds * 250 }, (_, n) => n % 250));
  // Half of it: pauses for garbage are counted by the clock.
  expect(perSecond).toBeGreaterThan((asked.length * 1000) / (performance.now() - started) / 2);
  expect(bestRound).toBeGreaterThanOrEqual(medianRound);
});
