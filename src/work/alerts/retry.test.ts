import { expect, test } from 'vitest';
import { retryAt } from './retry.ts';

const HOUR = 3_600_000;

test('waits longer each time, at most six hours, as long as the receiver asks, and gives up after three days or when it is gone', () => {
  const waits = Array.from({ length: 12 }, (_, attempts) => (retryAt({ attempts, createdAt: 0 }, 0, 0.5) ?? 0) / 1000);
  expect(waits).toEqual([5, 15, 45, 135, 405, 1215, 3645, 10_935, 21_600, 21_600, 21_600, 21_600]);
  expect(retryAt({ attempts: 0, createdAt: 0, afterMs: HOUR }, 7, 0.5)).toBe(HOUR + 7);
  expect(retryAt({ attempts: 0, createdAt: 0 }, 0, 0)).toBe(4000);
  expect(retryAt({ attempts: 5, createdAt: 0 }, 73 * HOUR, 0.5)).toBeNull();
  expect(retryAt({ attempts: 0, createdAt: 0, gone: true }, 0, 0.5)).toBeNull();
});
