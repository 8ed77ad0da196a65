import { expect, test } from 'vitest';
import { Recent } from './recent.ts';

test('what is asked for again and again stays; what is not is forgotten', () => {
  const recent = new Recent<number, string>(8);
  for (let n = 0; n < 40; n += 1) {
    recent.set(n, `of ${n}`);
    recent.set(-1, recent.get(-1) ?? 'kept');
  }
  expect(recent.get(39)).toBe('of 39');
  expect(recent.get(-1)).toBe('kept');
  expect(recent.get(0)).toBeUndefined();
  expect(Array.from({ length: 40 }, (_, n) => recent.get(n)).filter((one) => one !== undefined).length).toBeLessThanOrEqual(8);
});
