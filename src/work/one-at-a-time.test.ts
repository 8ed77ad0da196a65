import { expect, test } from 'vitest';
import { oneAtATime } from './one-at-a-time.ts';

test('calls during a run share one run after it, also after one that failed', async () => {
  const ends: (() => void)[] = [];
  let [runs, under] = [0, 0];
  const act = oneAtATime(async () => {
    runs += 1;
    under += 1;
    expect(under).toBe(1);
    const number = runs;
    await new Promise<void>((resolve) => ends.push(resolve));
    under -= 1;
    if (number === 1) throw new Error('first');
  });
  const first = act();
  const [second, third] = [act(), act()];
  expect(second).toBe(third);
  ends.shift()?.();
  await expect(first).rejects.toThrow('first');
  await expect.poll(() => ends.length).toBe(1);
  ends.shift()?.();
  await second;
  expect(runs).toBe(2);
});
