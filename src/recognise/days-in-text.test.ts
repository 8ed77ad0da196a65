import { expect, test } from 'vitest';
import { daysInText } from './days-in-text.ts';

test.each([
  ['2024年5月22日发布', '2024-5-22'],
  ['于5月22日发布', '?-5-22'],
  ['On 22 May 2024 it', '2024-5-22'],
  ['on May 22nd, it', '?-5-22'],
  ['от 22 мая 2024 года', '2024-5-22'],
  ['22 травня 2024 року', '2024-5-22'],
  ['am 22.05.2024', '2024-5-22'],
  ['2024-05-22T10:00', '2024-5-22'],
])('%s names a day', (text, day) => {
  const found = daysInText(text);
  expect(found.map(({ year, month, day: of }) => `${year ?? '?'}-${month}-${of}`)).toEqual([day]);
  for (const { start, end, text: words } of found) expect(text.slice(start, end)).toBe(words);
});

test.each(['13月40日', '99.99.2024', 'maybe 12 apples', '5 марта́дней'])('%s may name none', (text) => {
  for (const { month, day } of daysInText(text)) {
    expect(month).toBeLessThanOrEqual(12);
    expect(day).toBeLessThanOrEqual(31);
  }
});
