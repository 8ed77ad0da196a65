import { expect, test } from 'vitest';
import { makePassword } from './make-password.ts';

test('a password has five groups of four letters that nobody mistakes, and is another each time', () => {
  const made = Array.from({ length: 200 }, () => makePassword());
  for (const one of made) expect(one).toMatch(/^[a-hjkmnp-z2-9]{4}(?:-[a-hjkmnp-z2-9]{4}){4}$/);
  expect(new Set(made).size).toBe(200);
});

test('bytes that would make some letters likelier are left out', () => {
  let next = 255;
  const password = makePassword((bytes) => bytes.forEach((_, at) => (bytes[at] = next-- & 255)));
  // 255 to 248 lie beyond eight times the thirty-one letters: the first that counts is 247, the last letter.
  expect(password.startsWith('9876')).toBe(true);
});
