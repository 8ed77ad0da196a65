import { expect, test } from 'vitest';
import { foldText } from '../text/fold.ts';
import { matchKey, subjectOfQuery } from './match-key.ts';

test('a match keeps its key whatever the case, width or blanks around the name, and changes it with schema or listing', () => {
  const key = matchKey(subjectOfQuery({ name: 'Kranz Baltorix', schema: 'Company' }), 'eu:1');
  expect(key).toMatch(/^m[0-9a-f]{24}$/);
  expect(matchKey(subjectOfQuery({ name: '  ＫＲＡＮＺ baltorix ', schema: 'Company', countries: ['ru'] }), 'eu:1')).toBe(key);
  expect(matchKey(subjectOfQuery({ name: 'Kranz Baltorix' }), 'eu:1')).not.toBe(key);
  expect(matchKey(subjectOfQuery({ name: 'Kranz Baltorix', schema: 'Company' }), 'eu:2')).not.toBe(key);
});

test('a name in plain ASCII is folded as any other', () => {
  const signs = Array.from({ length: 94 }, (_, n) => String.fromCharCode(0x21 + n));
  for (const name of [signs.slice(0, 40).join(''), signs.slice(40, 80).join(''), ...signs.map((sign) => `Kranz ${sign}A${sign} B${sign}`)])
    expect(subjectOfQuery({ name })).toBe(`query:${foldText(name).text}|`);
});

test('long texts that begin alike have subjects of their own, which are short', () => {
  const [a, b] = ['a', 'b'].map((last) => subjectOfQuery({ name: 'Kranz '.repeat(2_000_000) + last }));
  expect(a).not.toBe(b);
  expect(a?.length).toBeLessThan(2200);
});
