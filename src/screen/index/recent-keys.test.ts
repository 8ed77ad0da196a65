import { expect, test } from 'vitest';
import { RecentKeys } from './recent-keys.ts';

test.each([0, 1, 3, 64, 300_000])('each of %d units has its own key, and is read again only where another took its place', (count) => {
  let read = 0;
  const keys = new RecentKeys(count, (unit) => {
    read += 1;
    return `key ${unit}`;
  });
  const asked = Array.from({ length: Math.ceil(count / 7) }, (_, n) => 7 * n);
  const right = asked.map((unit) => `key ${unit}`);
  expect(asked.map((unit) => keys.of(unit))).toEqual(right);
  expect(asked.map((unit) => keys.of(unit))).toEqual(right);
  if (count < 65_536) expect(read).toBe(asked.length);
});
