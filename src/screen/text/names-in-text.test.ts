import { describe, expect, it } from 'vitest';
import { sha256 } from '../../model/digest.ts';
import type { Party } from '../../model/party.ts';
import { buildScreenIndex } from '../index/build.ts';
import { createNameFinder } from './name-finder.ts';
import { finderOf, knowledge, type ListedParty } from '../testing/finder-of.ts';

const LISTED: readonly ListedParty[] = [
  ['p1', 'Person', 'Sergey Viktorovich Chezhanov', 'Сергей Викторович ЧЕЖАНОВ'],
  ['p2', 'LegalEntity', 'Aleksandr Yuryevich Pronyatin'],
  ['p3', 'Person', 'ZEMASHKO'],
  ['p4', 'Person', 'KIM Mun Chol'],
  ['o1', 'LegalEntity', 'Gosoboronimport OJSC'],
  ['o2', 'LegalEntity', 'АО «РСК «БиГ»'],
  ['o3', 'LegalEntity', 'АО «ЛЛС»'],
  ['o4', 'LegalEntity', 'SYNERGY GENERAL TRADING FZE'],
  ['o5', 'LegalEntity', 'Gazomir Neft Shelf'],
  ['o6', 'LegalEntity', 'АО «Тверской Судостроительный Завод»'],
  ['o7', 'LegalEntity', 'Chekhanov OJSC'],
  ['o8', 'LegalEntity', 'АО «Улан-Удэнский Авиационный Завод»'],
  ['o9', 'LegalEntity', 'PJSC Zvezda'],
  ['o10', 'LegalEntity', 'SEPRIVAL, S.A. DE C.V.'],
  ['o11', 'LegalEntity', 'LTX Holding Limited'],
  ['o12', 'LegalEntity', 'Hikvision Digital Technology'],
  ['o13', 'LegalEntity', '杭州道通智能科技有限公司'],
  ['v1', 'Vessel', 'Unforgettably'],
];
const finder = finderOf(LISTED);
const found = (text: string): string[] => [...new Set(finder.find(text).map(({ party, text: span }) => `${party} ${span}`))];

describe('names of nobody known that people bear', () => {
  const score = (listed: string, text: string): number[] => {
    const entity = { id: 'x', schema: 'LegalEntity', caption: listed, properties: { name: [listed], country: ['us'] } } as const;
    const party: Party = { id: 'x', listings: [{ list: 'test', id: 'test:x', hash: sha256('x'), line: 1, entity }] };
    return createNameFinder(buildScreenIndex([party], knowledge), knowledge)
      .find(text)
      .map((hit) => hit.score);
  };

  it('are read as persons’ in a text, as when two names are compared', () => {
    expect(score('John B. Pridmore-Smith', 'Contact person: John Smith, room 3')).toEqual([]);
    expect(score('John Smith', 'Contact person: John Smith, room 3')).toEqual([]);
    expect(score('John Smith', 'Mr John Smith in Washington')).toEqual([0.76]);
    expect(score('Иванов Сергей', 'выдано г-ну Иванову Сергею вчера')).toEqual([0.76]);
    expect(score('王伟', '王伟先生')).toEqual([0.76]);
  });

  it('are read as organisations’ where the text says that it means one', () => {
    const [company, ...others] = score('John Smith', 'paid to John Smith LLC in March');
    expect(company).toBeGreaterThan(0.9);
    expect(others).toEqual([]);
  });
});

describe('whole names in running text', () => {
  it.each([
    ['The contract was signed with Gosoboronimport in March.', 'o1 Gosoboronimport'],
    ['договор с Гособоронимпортом на поставку', 'o1 Гособоронимпортом'],
    ['договор с ГОСОБОРОНИМПОРТ подписан', 'o1 ГОСОБОРОНИМПОРТ'],
    ['завод и Гособорон-\nимпорт прибыли', 'o1 Гособорон-\nимпорт'],
    ['поддержка серверного АО «РСК\n«БиГ» оборудования', 'o2 АО «РСК\n«БиГ'],
    ['по проведению Акционерным Обществом, АО  «ЛЛС» контроля', 'o3 АО  «ЛЛС'],
    ['Aircraft Carrier SYNERGY GENERAL TRADING FZE Readiness Support', 'o4 SYNERGY GENERAL TRADING FZE'],
    ['Gazomir Neft Shelf 93--TAPE, ADHESIVE', 'o5 Gazomir Neft Shelf'],
    ['у Акционерного Общества «Тверской Судостроительный Завод» товаров', 'o6 Акционерного Общества «Тверской Судостроительный Завод'],
    ['у АО «Улан-Удэнский\nАвиационный Завод» товаров', 'o8 АО «Улан-Удэнский\nАвиационный Завод'],
    ['Operations Company PJSC Zvezda Operations Contract', 'o9 Company PJSC Zvezda'],
    ['Justification SEPRIVAL, S.A. DE C.V. and Approval', 'o10 SEPRIVAL, S.A. DE C.V'],
    ['State Prescription LTX Holding Limited Drug', 'o11 LTX Holding Limited'],
    ['ведомость KIM Mun  Chol 25--HUB', 'p4 KIM Mun  Chol'],
    ['класс) г-н ЗЕМАШКО Услуги пассажирских', 'p3 ЗЕМАШКО'],
    ['передано Сергею Викторовичу ЧЕЖАНОВУ в дар', 'p1 Сергею Викторовичу ЧЕЖАНОВУ'],
  ])('finds %s', (text, expected) => {
    expect(found(text)).toContain(expected);
  });

  it('takes nobody by given name and patronymic, whatever the surname is written like', () => {
    expect(found('г-н Сергей Викторович РЯБУХИН')).toEqual([]);
    expect(found('к промышленному Александра Юрьевича КОБЕЦА')).toEqual([]);
    expect(found('Mr. Sergey Viktorovich Altukhov')).toEqual([]);
  });

  it('takes no surname, ship, or part of a longer name for a whole one', () => {
    expect(found('автомат Чеханова и Чеханов сам')).toEqual([]);
    expect(found('This was Unforgettably good')).toEqual([]);
    expect(found('Great Gosoboronimport Estate, a village')).toEqual([]);
    expect(found('the deal that gosoboronimport made')).toEqual([]);
    expect(found('Shenzhen Bright Synergy General Trading FZE')).toEqual([]);
  });

  it('ends a name before an apostrophe at the end of the text', () => {
    expect(found('ведомость KIM Mun Chol’')).toEqual(['p4 KIM Mun Chol']);
  });

  it('puts a sure narrower span before a wider doubtful one', () => {
    expect(found('у АО «Тверской Судостроительный Завод» беспилотных аппаратов')).toEqual(['o6 АО «Тверской Судостроительный Завод']);
  });
});

it('a firm that Chinese calls otherwise is found under its name in Latin letters, and under the one in Han', () => {
  const [hit, ...others] = finder.find('供应商：杭州海康威视数字技术股份有限公司，金额12万元');
  expect(hit).toMatchObject({ party: 'o12', text: '杭州海康威视数字技术股份有限公司' });
  expect(hit?.explanation.text).toContain('海康威视 = Hikvision');
  expect(others).toEqual([]);
  expect(found('供应商：杭州海康数字技术股份有限公司')).toEqual([]);
  expect(found('供应商：杭州道通智能科技有限公司。')).toEqual(['o13 杭州道通智能科技有限公司']);
});

it('finds surnames of the South Slavs that are spelled like patronymics, and no patronymic as a surname', () => {
  const slavs = finderOf([
    ['s1', 'Person', 'Slobodan Milošević'],
    ['s2', 'Person', 'Olga Naumova'],
  ]);
  for (const name of ['Слободан Милошевич', 'Slobodan Milosevich'])
    expect(slavs.find(`${name}, директор`).map(({ party }) => party)).toEqual(['s1']);
  expect(slavs.find('Ольга Наумовна, директор')).toEqual([]);
});

describe('short and common names that are listed in another script', () => {
  const other = finderOf([
    ['r1', 'Company', 'AO Rubin'],
    ['r2', 'Company', 'JSC DKBA'],
    ['r3', 'Company', 'AGT Systems LLC'],
    ['r4', 'Company', 'LLC Square'],
    ['r5', 'Company', 'JSC Barnaul Cartridge Plant'],
    ['r6', 'Company', 'OOO FT'],
    ['r7', 'Company', 'RKTs Progress'],
  ]);
  const parties = (text: string): readonly string[] => [...new Set(other.find(text).map(({ party }) => party))];

  it('finds them with their form, spelled sound for sound', () => {
    expect(parties('Победитель: АО «Рубин», цена договора')).toEqual(['r1']);
    expect(parties('с Акционерным обществом «ДКБА» заключён')).toEqual(['r2']);
    expect(parties('Поставщик: Общество с ограниченной ответственностью «АГТ Системс», ИНН')).toEqual(['r3']);
  });

  it('takes none with another form, without one, by its meaning or nearly so', () => {
    expect(parties('Победитель: ООО «Рубин», цена договора')).toEqual([]);
    expect(parties('телевизор «Рубин», цена договора')).toEqual([]);
    expect(parties('Победитель: ООО «Площадь», цена договора')).toEqual([]);
    expect(parties('Победитель: АО «ДКБМ», цена договора')).toEqual([]);
    expect(parties('Победитель: ООО «ФТ», цена договора')).toEqual([]);
  });

  it('finds them behind trade words of theirs, before quotation marks', () => {
    expect(parties('Победитель: РКЦ «Прогресс», цена договора')).toEqual(['r7']);
    expect(parties('Победитель: завод «Прогресс», цена договора')).toEqual([]);
    expect(parties('РКЦ Прогресс сообщил о задержке')).toEqual([]);
  });

  it('takes no beginning of a longer name for it', () => {
    expect(parties('Победитель: АО «Рубин-Юг», цена договора')).toEqual([]);
    expect(parties('Победитель: АО «Рубин»-Москва, цена договора')).toEqual(['r1']);
    expect(parties('Победитель: ООО «АГТ Системс-2», цена договора')).toEqual([]);
    expect(parties('Победитель: АО «Рубин здоровья», цена договора')).toEqual([]);
    expect(parties('Победитель: АО "Рубин плюс", цена договора')).toEqual([]);
    expect(parties('Победитель: РКЦ «Прогресс плюс», цена договора')).toEqual([]);
    expect(parties('Победитель: АО «Рубин им. Петрова», цена договора')).toEqual(['r1']);
    expect(parties('с АО "Рубин" и АО "Сапфир" заключены')).toEqual(['r1']);
  });

  it('knows a place by its adjective', () => {
    expect(parties('АО «Барнаульский патронный завод» поставляет')).toEqual(['r5']);
    expect(parties('договір з АТ «Барнаульський патронний завод» укладено')).toEqual(['r5']);
  });
});

describe('Ukrainian names that are listed as Ukraine spells them', () => {
  const listed = finderOf([
    ['u1', 'Person', 'Alexey Sergeevich Galchenkov'],
    ['u2', 'Person', 'Serhii Ivanovych Tkachenko'],
    ['u3', 'Person', 'Olena Ihorivna Marchuk'],
    ['u4', 'Person', 'Oleh Hrytsenko'],
    ['u5', 'Person', 'Serhii Mykolaiovych Holovko'],
    ['u6', 'Company', 'Hidroenerho PJSC'],
  ]);
  const parties = (text: string): readonly string[] => [...new Set(listed.find(text).map(({ party }) => party))];

  it.each([
    ['Договір укладено з Олексієм Сергійовичем Галченковим', 'u1'],
    ['надано Сергієві Івановичу Ткаченкові', 'u2'],
    ['підписано Сергієм Івановичем Ткаченком', 'u2'],
    ['підписано Оленою Ігорівною Марчук', 'u3'],
    ['директор Олег Гриценко підписав', 'u4'],
    ['директора Олега Гриценка призначено', 'u4'],
    ['замовник звернувся до Сергія Миколайовича Головка', 'u5'],
    ['переможець: ПрАТ «Гідроенерго», ціна', 'u6'],
  ])('%s', (text, party) => {
    expect(parties(text)).toEqual([party]);
  });

  it('does not take г of an ending for theirs', () => {
    expect(parties('нового Головацького замовника, Голова Олег, директор Гриценюк')).toEqual([]);
  });
});

describe('a rare brand with some of the trade words of its name', () => {
  const listed = finderOf([['b1', 'Company', 'Skyline Optics Trading FZE']]);

  it('is the name, unless it has a form of its own', () => {
    expect(listed.find('Поставщик Skyline Optics прислал счёт').map(({ text }) => text)).toEqual(['Skyline Optics']);
    expect(listed.find('the seller Skyline Trading FZE sent it')).toEqual([]);
    expect(listed.find('at the skyline optics were sold')).toEqual([]);
  });
});
