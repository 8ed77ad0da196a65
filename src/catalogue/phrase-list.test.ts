import { expect, it } from 'vitest';
import { parsePhraseList } from './phrase-list.ts';

it('reads a phrase a line, with options and notes', () => {
  expect(
    parsePhraseList(
      '无人机\n\n# a heading\nБулат|  {maker: 3mx; needs: дрон, БПЛА}  # also steel\nHMC\\d{3,4}[A-Z]{0,3}\nplain  # a note\n',
    ),
  ).toEqual([
    { text: '无人机', options: {} },
    { text: 'Булат|', options: { maker: '3mx', needs: 'дрон, БПЛА' }, note: 'also steel' },
    { text: 'HMC\\d{3,4}[A-Z]{0,3}', options: {} },
    { text: 'plain', options: {}, note: 'a note' },
  ]);
});
