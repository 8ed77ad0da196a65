import { expect, test } from 'vitest';
import { parseNoticeQuery } from '../../src/model/notice-query.ts';
import { predicateOf, wordsOf } from '../../web/src/screens/search/search-query.ts';

test('words are told apart by blanks, a phrase by its quotation marks, closed or not', () => {
  expect(wordsOf(' 无人机  Bulat "drone jammer" ')).toEqual(['无人机', 'Bulat', 'drone jammer']);
  expect(wordsOf('«подавитель БПЛА» Булат')).toEqual(['подавитель БПЛА', 'Булат']);
  expect(wordsOf('"still typing')).toEqual(['still typing']);
});

test('what is kept asks for the words as words, whatever they would mean in the language', () => {
  expect(parseNoticeQuery(predicateOf('removed or goods:radar', ''))).toEqual({
    is: 'all',
    of: [
      { is: 'words', text: 'removed' },
      { is: 'words', text: 'or' },
      { is: 'words', text: 'goods:radar' },
    ],
  });
});

test('a filter with an or holds together with the words', () => {
  expect(parseNoticeQuery(predicateOf('Bulat', 'removed or priority>=70'))).toMatchObject({
    is: 'all',
    of: [{ is: 'words', text: 'Bulat' }, { is: 'any' }],
  });
});

test('nothing asked for is nothing', () => {
  expect(predicateOf(' ', '')).toBe('');
});
