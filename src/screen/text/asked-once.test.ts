import { expect, it } from 'vitest';
import { AskedOnce, askedFor } from './asked-once.ts';

it('a piece of text may ask for so many things, and for each of them again and again', () => {
  const asked = new AskedOnce<number>();
  const [one, other, third] = [askedFor(2 ** 32 - 1, 1), askedFor(2 ** 32 - 1, 2), askedFor(2 ** 32 - 2, 1)];
  expect([one, other, one, third, one, other].map((key) => asked.mayAsk(key, 2))).toEqual([true, true, true, false, true, true]);
  asked.begin();
  expect(asked.mayAsk(third, 1)).toBe(true);
});
