import { expect, test } from 'vitest';
import { bodiesInText } from './bodies-in-text.ts';

test('bodies are candidates as they stand in running text', () => {
  const text =
    'On 22 May the Guangdong Provincial Association for Promotion of Trade with Russia posted it. The Yunfu city association for the promotion of international trade asked. 广东省对俄贸易促进会发布。Ассоциация содействия торговле с Россией сообщила.';
  const found = bodiesInText(text, 20);
  expect(found.map((one) => one.text)).toEqual([
    '广东省对俄贸易促进会',
    'Guangdong Provincial Association for Promotion of Trade with Russia',
    'Yunfu city association for the promotion of international trade',
    'Ассоциация содействия торговле с Россией',
  ]);
  for (const { start, end, text: words } of found) expect(text.slice(start, end)).toBe(words);
  expect(bodiesInText(text, 2)).toHaveLength(2);
});

test('a hostile text takes time in proportion', () => {
  const spent = (text: string): number => {
    const began = process.cpuUsage().user;
    bodiesInText(text, 1e9);
    return process.cpuUsage().user - began;
  };
  for (const part of ['Association of ', '协', 'А. ', '公司', 'Of the ']) {
    spent(part.repeat(1000));
    expect(spent(part.repeat(100_000))).toBeLessThan(3_000_000);
  }
});
