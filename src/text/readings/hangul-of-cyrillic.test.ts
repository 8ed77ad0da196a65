import { expect, test } from 'vitest';
import { hangulOfCyrillic } from './hangul-of-cyrillic.ts';

test.each([
  ['ын', ['은']],
  // Kim Jong Un, as the press of Russia writes him
  ['чен', ['정', '종']],
  // both of the tables of North and South
  ['рен', ['련', '령', '룡']],
  ['сон', ['성', '선', '송']],
  ['петров', []],
])('%s is read as %j', (word, syllables) => {
  expect(hangulOfCyrillic(word)).toEqual(syllables);
});

test.each(['ким', 'пак', 'цой', 'чжон', 'ын', 'хва'])('%s is one Hangul syllable in each reading', (word) => {
  expect(hangulOfCyrillic(word).length).toBeGreaterThan(0);
  for (const syllable of hangulOfCyrillic(word)) expect(syllable).toMatch(/^[\uac00-\ud7a3]$/);
});
