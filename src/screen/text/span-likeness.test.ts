import { expect, it } from 'vitest';
import { finderOf } from '../testing/finder-of.ts';

// What is told cheaply of words beside a listed name is a bound: each of these scores enough once it is read.
it.each([
  [
    'a given name that is a town too',
    'Person',
    'Orvanik Vladimir Petrovich',
    'договор подписал Орваник Владимир в марте',
    'Орваник Владимир',
  ],
  ['the same in Latin letters', 'Person', 'Orvanik Vladimir Petrovich', 'It was signed by Orvanik Vladimir in March.', 'Orvanik Vladimir'],
  ['letters before a name in any quotation marks', 'LegalEntity', 'АО Орваник', 'договор с АО НИП ‘Орваник’ подписан', 'АО НИП ‘Орваник'],
  ['the same with straight ones', 'LegalEntity', 'АО Орваник', "договор с АО НИП 'Орваник' подписан", "АО НИП 'Орваник"],
  [
    'words of the glossary alone, with a place more',
    'LegalEntity',
    'Belarusian Potash Company',
    'sold to "Belarusian Potash Shanghai Company" in March',
    'Belarusian Potash Shanghai Company',
  ],
  [
    'the same with a word of two concepts more',
    'LegalEntity',
    'Rostov Helicopter Production Complex',
    'договор с «ROSTOV HELICOPTER Спецмаш PRODUCTION COMPLEX» и',
    'ROSTOV HELICOPTER Спецмаш PRODUCTION COMPLEX',
  ],
] as const)('%s is not passed by', (_, schema, listed, text, span) => {
  const hits = finderOf([['x', schema, listed]]).find(text);
  expect(hits.map((hit) => hit.text)).toEqual([span]);
});
