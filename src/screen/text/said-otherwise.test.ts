import { expect, test } from 'vitest';
import { finderOf } from '../testing/finder-of.ts';

test.each([
  ['LLC Shipping Company Lyukstrans', 'ООО Судоходная компания Люкстранс'],
  ['All-Russian Scientific-Research Institute Etalon JSC', 'АО «ВНИИ Эталон'],
])('%s is found where a word may mean two things: %s', (listed, said) => {
  const [hit] = finderOf([['p', 'Company', listed]]).find(`Победитель закупки: ${said}», цена указана в протоколе.`);
  expect(hit?.text).toBe(said);
});
