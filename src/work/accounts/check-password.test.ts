import { expect, test } from 'vitest';
import { checkPassword } from './check-password.ts';

const MAIL = 'ann.miller@example.org';

test.each([
  'correct horse battery',
  'кит плывёт над лесом',
  '我们在海边看见了三只白鸟飞过',
  'kP9#vX2m!qLz',
  'marmalade-tram-1987-violet',
  'aaaa-bbbb-tram-violet-1',
])('takes %s', (password) => {
  expect(() => checkPassword(password, MAIL)).not.toThrow();
});

test.each([
  ['short', 'shorter than 12'],
  ['我们在海边看见白鸟', 'shorter than 12'],
  ['a'.repeat(201), 'longer than 200'],
  ['ababababcdabab', 'fewer than 5'],
  ['tram7!tram7!tram7!', 'again and again'],
  ['123456789012', 'rows of keys'],
  ['qwertyuiop123456', 'rows of keys'],
  ['ytrewq098765', 'rows of keys'],
  ['Password2026!!', 'well-known words'],
  ['ann.miller@example.org', 'the mail address'],
  ['AnnMiller-2026', 'the mail address'],
  ['йцукенгшщзхъ', 'rows of keys'],
])('refuses %s', (password, why) => {
  expect(() => checkPassword(password, MAIL)).toThrow(why);
});
