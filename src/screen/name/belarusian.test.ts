import { expect, test } from 'vitest';
import { belarusianAsRussian } from './belarusian.ts';

test.each([
  ['цярэшка', 'терешка'],
  ['пятровіч', 'петровіч'],
  ['галоўчанка', 'галовченко'],
  ['сяргеенка', 'сергеенко'],
  ['дзяніс', 'деніс'],
  ['кавалёў', 'кавалёв'],
  ['шчарбакоў', 'щарбаков'],
])('%s is %s in Russian letters', (word, russian) => {
  expect(belarusianAsRussian(word)).toBe(russian);
});

test.each(['петренко', 'максим', 'дятлов', 'марія', 'святослав'])('%s is no Belarusian word', (word) => {
  expect(belarusianAsRussian(word)).toBeUndefined();
});
