import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findersOf, type ListedParty } from '../testing/finder-of.ts';

const LISTED: readonly ListedParty[] = [
  ['o1', 'LegalEntity', 'АО «НИП Орваник»', 'JSC NIP Orvanik'],
  ['o2', 'LegalEntity', 'Gosoboronimport OJSC'],
  ['o3', 'LegalEntity', 'АО «Тверской Судостроительный Завод»'],
  ['o4', 'LegalEntity', 'AO Rubin'],
  ['o5', 'LegalEntity', 'Qibolin Navigation Technologies Co., Ltd.', '启柏林导航技术有限公司'],
  ['o6', 'LegalEntity', 'MegaFonTrade LLC'],
  ['o7', 'LegalEntity', 'Guangzhou Haibolin Communication Group Co., Ltd.'],
  ['o8', 'LegalEntity', 'RKTs Progress'],
  ['o9', 'LegalEntity', 'ТОВ «Гідроенерго»'],
  ['o10', 'LegalEntity', 'X4 Systems Limited'],
  ['p1', 'Person', 'Sergey Viktorovich Chezhanov', 'Сергей Викторович ЧЕЖАНОВ'],
  ['p2', 'Person', "AL-TIKRITI Sab'awi Ibrahim Hassan"],
  ['p3', 'Person', 'AL-TIKRITI Yassir Sabawi Ibrahim Hasan'],
  ['p4', 'Person', 'Chow Tony'],
  ['p5', 'Person', '罗定文'],
  ['p6', 'Person', 'Olena Ihorivna Marchuk'],
];

const NAMED = [
  'Поставщик: АО «НИП Орваник», цена договора',
  'В 2021 году Орваник поставил станки, «Орваник» и НИП Орваник',
  'договор с Гособоронимпортом, и Гособоронимпорт прибыл',
  'у АО «Тверской Судостроительный Завод» товаров, Тверской завод',
  'Победитель: АО «Рубин», а телевизор «Рубин» нет',
  'The buyer, Qibolin Navigation Technologies Co., Ltd., and Qibolin again',
  'MegaFonTrade won, MegaFon Trade did not',
  'Победитель: РКЦ «Прогресс», а РКЦ Прогресс нет',
  'переможець: ТОВ «Гідроенерго», ціна Гідроенерго',
  "X4 Systems Limited and x'4 Systems Limited",
  'передано Сергею Викторовичу Чежанову, Чежанов С.В. в дар',
  "Sab'awi Ibrahim Hassan Al-Tikriti and Al-Tikriti Sabawi Ibrahim Hasan",
  'paid to Mr. Chow Tony and Mr. ChowTony',
  '采购人：广州海博林通信集团股份有限公司，评审专家：罗定文、赵一航。罗定文说启柏林导航技术有限公司',
  'підписано Оленою Ігорівною Марчук, директор Марчук',
];

/** Ways to write a text: what is remembered of one must not be told of another. */
const WRITTEN: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text) => text.replaceAll(/\p{L}+/gu, (word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()),
  (text) => text.replaceAll(/[«»]/g, ''),
  (text) => text.replaceAll(/[«»]/g, '"'),
  (text) => text.replaceAll("'", ''),
  (text) => text.replaceAll(/(\p{L}{3})(\p{Ll}{3})/gu, '$1-\n$2'),
  (text) => text.replaceAll(/(\p{L}{5})(\p{Ll}{2})/gu, '$1-\r\n  $2'),
  (text) => text.replaceAll(' ', '\n'),
  (text) => text.replaceAll(/\P{L}+/gu, ' '),
];

const TEXTS = [...new Set(NAMED.flatMap((text) => WRITTEN.map((write) => write(text))))];

test('what is found in a text does not hang on the texts that were read before it', () => {
  const fresh = findersOf(LISTED);
  const reader = fresh();
  const found = new Map(TEXTS.map((text) => [text, reader.find(text)]));
  expect(new Set([...found.values()].flat().map(({ party }) => party)).size).toBe(LISTED.length);
  fc.assert(
    fc.property(fc.shuffledSubarray(TEXTS, { minLength: 20, maxLength: 40 }), (texts) => {
      const finder = fresh();
      for (const text of texts) expect([text, finder.find(text)]).toEqual([text, found.get(text)]);
    }),
    { numRuns: 6 },
  );
});
