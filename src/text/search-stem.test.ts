import { expect, test } from 'vitest';
import { searchStem } from './search-stem.ts';

test('forms of a word begin alike', () => {
  for (const forms of [
    ['receiver', 'receivers'],
    ['battery', 'batteries'],
    ['switch', 'switches'],
    ['антенна', 'антенны', 'антенной', 'антенну', 'антеннами'],
    ['тепловизор', 'тепловизоры', 'тепловизоров', 'тепловизорами'],
    ['станция', 'станции', 'станцию', 'станциями'],
    ['пеленгатор', 'пеленгатора', 'пеленгаторам'],
    ['рушниця', 'рушниці', 'рушницею', 'рушницями'],
    ['прилад', 'прилади', 'приладів', 'приладами'],
    ['переносной', 'переносная', 'переносные', 'переносных'],
  ])
    expect(new Set(forms.map(searchStem)).size, forms.join(' ')).toBe(1);
});

test('what is short, no word of these languages or ends so by itself is kept', () => {
  for (const word of ['gps', 'apparatus', 'chassis', 'glass', 'рэб', 'рации', 'dji', 'mavic3s', '雷达', '868mhz', 'ки', 'es', '']) {
    const stem = searchStem(word);
    expect(word.startsWith(stem)).toBe(true);
    if (word !== 'рации') expect(stem).toBe(word);
  }
});
