import { expect, test } from 'vitest';
import { finderOf } from '../testing/finder-of.ts';

const WRITTEN = ['MegaFonTrade won.', 'MEGAFONTRADE won.', 'Megafontrade won.', 'Mega-\nfontrade won.', 'MegaFon-\ntrade won.'];

const found = (texts: readonly string[]): ReadonlyMap<string, readonly string[]> => {
  const finder = finderOf([['p', 'Company', 'MegaFonTrade LLC']]);
  return new Map(texts.map((text) => [text, finder.find(text).map((hit) => hit.text)]));
};

test('what is found does not depend on how a word was written before, where capitals part words', () => {
  const forwards = found(WRITTEN);
  expect(forwards.get('MegaFonTrade won.')).toEqual(['MegaFonTrade']);
  expect(new Map(found(WRITTEN.toReversed()))).toEqual(forwards);
  for (const text of WRITTEN) expect(found([text]).get(text)).toEqual(forwards.get(text));
});
