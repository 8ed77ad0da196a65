import { describe, expect, it } from 'vitest';
import { finderOf, type ListedParty } from '../testing/finder-of.ts';

const LISTED: readonly ListedParty[] = [
  ['p1', 'Person', 'Oleg Sergeevich Mirzonov', 'Олег Мирзонов'],
  ['p2', 'Person', 'Yevhen Dzhurylo', 'Євген Джурило'],
  ['p3', 'Person', 'Ivan Ivanovich Ivanov'],
  ['p4', 'Person', 'Pavel Orvankov'],
  ['p5', 'Person', 'Polina Orvankov'],
  ['p6', 'Person', 'Mykola Vertohradskyi', 'Микола Вертоградський'],
  ['p7', 'Person', '顾岚东'],
  ['o1', 'Company', '通州泽铎仪器进出口有限公司'],
  ['o2', 'Company', '通州泽铎种业有限公司'],
];
const finder = finderOf(LISTED);
const found = (text: string): string[] => finder.find(text).map(({ party, text: span }) => `${party} ${span}`);

describe('initials with a surname', () => {
  it.each([
    ['соглашение с генеральным директором О. С. Мирзоновым. Второй', 'p1 О. С. Мирзоновым'],
    ['Председателем комиссии Мирзоновым О.С. отмечено', 'p1 Мирзоновым О.С'],
    ['Председателем комиссии Мирзо-\nновым О. С. отмечено', 'p1 Мирзо-\nновым О. С'],
    ['The director O.S. Mirzonov said so', 'p1 O.S. Mirzonov'],
    ['пояснив начальник відділу закупівель Є. Джурило, жоден', 'p2 Є. Джурило'],
  ])('are somebody where the surname is rare and an office stands beside it: %s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it.each([
    ['no office', 'комиссия: О. С. Мирзонов, Юшков А.П.'],
    ['a common surname', 'директор И. И. Иванов'],
    ['another order', 'директор С. О. Мирзонов'],
    ['other initials', 'директор О. П. Мирзонов'],
    ['two whom they may mean', 'директор П. Орванков'],
  ])('are nobody with %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });
});

it.each([
  ['a notice on Nikolai Vertogradsky, a former depot director, over the', 'p6 Nikolai Vertogradsky'],
  ['The sales representative Mykola Vertohradskyi told', 'p6 Mykola Vertohradskyi'],
  ['评审专家顾岚东：同意', 'p7 顾岚东'],
  ['研究员顾岚东同意', 'p7 顾岚东'],
])('a given name of another language, and an office wherever it stands, speak for a person: %s', (text, expected) => {
  expect(found(text)).toEqual([expected]);
});

it('a firm in Han is named by place, brand and trade, not by less, nor where another name goes on so', () => {
  expect(found('中方供货：通州泽铎仪器现货万用表')).toEqual(['o1 通州泽铎仪器']);
  expect(found('中方供货：通州泽铎仪器进出口有限公司')).toEqual(['o1 通州泽铎仪器进出口有限公司']);
  expect(found('中方供货：通州泽铎现货')).toEqual([]);
  expect(found('中方供货：通州泽铎仪器维修有限公司')).toEqual([]);
  expect(found('中方供货：通州泽铎仪器市场')).toEqual([]);
});
