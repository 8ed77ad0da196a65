import { expect, it } from 'vitest';
import { isListName, nameOfFile, sentFileOf } from './sent-file.ts';

it.each([
  ['Watch list (2).csv.gz', 'watch-list-2'],
  ['Kunden für März.csv', 'kunden-fur-marz'],
  ['客户.csv', ''],
  [`${'a'.repeat(39)} b.csv`, 'a'.repeat(39)],
])('a file %j makes a list %j', (file, name) => {
  expect(nameOfFile(file)).toBe(name);
  expect(isListName(name)).toBe(name !== '');
});

it('tells a list that is sent from one that is fetched', () => {
  expect([sentFileOf('sent:own.csv'), sentFileOf('https://lists.example/sent:own.csv')]).toEqual(['own.csv', undefined]);
});
