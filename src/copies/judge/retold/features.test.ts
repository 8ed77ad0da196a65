import { describe, expect, it, test } from 'vitest';
import { loadCopyKnowledge } from '../../../catalogue/copy-knowledge.ts';
import { createBackground } from '../../background.ts';
import { judgePair } from '../../judge-pair.ts';
import { prepareText, type PreparedText } from '../../prepared-text.ts';
import { compareTexts } from '../comparison.ts';
import { evidenceOf } from '../evidence.ts';
import { RETOLD_FEATURES, retoldFeatures } from './features.ts';
import { sharesContact } from './contacts.ts';
import { quotedUnits } from './quoted.ts';
import { rareWordsInCommon } from './rare-words.ts';
import { nearestStretch } from './stretch.ts';
import { RETOLD_WEIGHTS } from './weights.ts';

const background = createBackground(loadCopyKnowledge());
const prepare = (text: string) => prepareText({ text }, background);
const relation = (a: string, b: string) => judgePair({ text: a }, { text: b }, background).relation;

/** Share of the rare words of the text that has fewer of them that the other has too. */
function rareShare(a: string | PreparedText, b: string): number {
  const { shared, other } = rareWordsInCommon(typeof a === 'string' ? prepare(a) : a, prepare(b));
  return shared / Math.max(1e-9, shared + other);
}

const haveOneContact = (a: string, b: string): boolean => sharesContact(prepare(a), prepare(b));

function features(a: string, b: string): Record<string, number> {
  const comparison = compareTexts(prepare(a), prepare(b));
  const values = retoldFeatures(comparison, evidenceOf(comparison));
  return Object.fromEntries(RETOLD_FEATURES.map((name, n) => [name, values[n]!]));
}

const NOTICE =
  'АО «Судоверфь „Лиман“». Аукцион: лазерный трекер для контроля оснастки, штатив, 1 комплект. Цена не более 18 350 000 руб. Поставка 75 дней. Заявки до 14.06.2025.';
const ANSWER =
  'Разъяснение документации\nМожно ли поставить трекер без штатива? Нет. Срок поставки 75 дней не изменяется, трекер нужен к сборке.\nАО «Судоверфь „Лиман“», отдел снабжения';
const OTHER_BUYER =
  'Разъяснение документации\nМожно ли поставить насосы без паспортов? Нет. Срок поставки 40 дней не изменяется, насосы нужны к пуску.\nООО «Водоканал „Исток“», отдел снабжения';

it('has a weight for each feature', () => {
  expect(RETOLD_WEIGHTS).toHaveLength(RETOLD_FEATURES.length);
});

describe('another stage in other words', () => {
  it('is one purchase where buyer, goods and figures agree', () => {
    expect(relation(NOTICE, ANSWER)).toBe('edited');
    expect(relation(ANSWER, NOTICE)).toBe('edited');
  });

  it('is another where they do not', () => {
    expect(relation(NOTICE, OTHER_BUYER)).toBe('unrelated');
  });

  test.each([
    [
      'termination of a contract',
      'Notice of award. Contract LKA-C-0145 for two towed magnetometers with winches goes to Bluefield Sensors LLC of Port Amity. Total price $842,300. Offers received: 3.',
      'Notice of termination\nContract LKA-C-0145, towed magnetometers. Bluefield Sensors LLC of Port Amity stops work on the second winch. The first was accepted.',
    ],
    [
      'a plan and a press note',
      '岭南县农业技术推广站植保无人机采购公告\n数量9架，药箱45升，预算61.2万元，谈判时间2024年4月18日，交货地点石桥镇农机合作社。',
      '石桥镇新添9架植保无人机\n日前，岭南县农业技术推广站采购的9架45升植保无人机通过验收，比61.2万元的预算节约3万元。',
    ],
  ])('%s', (_, a, b) => {
    expect(relation(a, b)).toBe('edited');
  });
});

it('counts what agrees and what does not', () => {
  const same = features(NOTICE, ANSWER);
  const other = features(NOTICE, OTHER_BUYER);
  expect(same['quotedShared']).toBeGreaterThan(0);
  expect(other['quotedShared']).toBe(0);
  expect(same['rareOther']).toBeLessThan(other['rareOther']!);
  expect(same['kinds']).toBeGreaterThan(other['kinds']!);
  expect(same['otherStage']).toBe(1);
  expect(features(NOTICE, NOTICE)['valuesOther']).toBe(0);
});

describe('the nearest stretch', () => {
  const item = 'Установка лазерной резки труб, 2 шт., АО «Завод Сигма», 18 650 000 руб.';
  const filler = Array.from({ length: 60 }, (_, n) => `Пункт ${n + 1}: вода питьевая бутилированная, поставка в офис.`);

  it('is where a long text tells what the short one tells', () => {
    const long = prepare([...filler.slice(0, 40), item, ...filler.slice(40)].join('\n'));
    const stretch = nearestStretch(long, prepare(item));
    expect(stretch.tokens.length).toBeLessThan(long.tokens.length / 2);
    expect(stretch.keys).toContain(prepare(item).tokens[1]!.key);
  });

  it('is the whole of a text that is not longer', () => {
    const text = prepare(item);
    expect(nearestStretch(text, prepare(filler.join('\n')))).toBe(text);
  });

  it('does not hold what is strewn over the whole of a long text', () => {
    const words = item.split(' ');
    const strewn = filler.map((line, n) => `${line} ${n % 6 === 0 ? (words[n / 6] ?? '') : ''}`).join('\n');
    const near = (long: string): number => rareShare(nearestStretch(prepare(long), prepare(item)), item);
    expect(near(strewn)).toBeLessThan(near([...filler, item].join('\n')) / 2);
  });
});

describe('quotations', () => {
  const quoted = (text: string) => [...quotedUnits(prepare(text))].toSorted();

  test.each([
    ['«', '»'],
    ['„', '“'],
    ['“', '”'],
    ['"', '"'],
  ])('%s%s', (open, close) => {
    expect(quoted(`Закупает фонд ${open}Сигма${close} из города`)).toEqual(['сигм']);
  });

  it('end with their line and are no longer than a name', () => {
    expect(quoted('Фонд «Сигма\nгород Орск»')).toEqual([]);
    expect(quoted(`«${'слово одно другое третье '.repeat(5)}»`)).toEqual([]);
  });
});

it('knows a word by its beginning', () => {
  expect(rareShare('тепловизоры хирургические', 'тепловизионный хирургически')).toBeGreaterThan(0.9);
});

describe('what agrees in other words', () => {
  it('is a number to call of which some digits are hidden', () => {
    const called = (other: string) => haveOneContact(`Антенны панельные, 40 шт., тел. 067 555-01-33`, `Нужны панельки. Звонить ${other}`);
    expect(called('067 ***-**-33')).toBe(true);
    expect(called('+7 (495) 555-01-33')).toBe(true);
    expect(called('067 ***-**-34')).toBe(false);
    expect(called('***-**-33')).toBe(false);
    expect(called(`067 ${'* '.repeat(50_000)}`)).toBe(false);
  });

  test.each([
    ['a sum', 'Ноутбуки, цена 2 310 000 руб.', 'Насосы, цена 2 310 000 руб.'],
    ['a sum without its currency', 'Ноутбуки, смета 2 310 000', 'Насосы, до 2 310 000'],
    ['an hour of another day', 'Приём заявок до 04.03.2025 10:00 включительно', 'Срок 14.03.2025 10:00 для всех'],
    ['another day', 'Приём до 24.12.2024 включительно', 'Приём до 14.12.2024 включительно'],
    ['a day behind a label for contacts', 'Контакт: 24.12.2024', 'Контакт: 14.12.2024'],
    ['years', 'Срок 2025-2027 гг. поставки', 'Срок 2025-2027 гг., иная поставка'],
    ['a class of goods', 'Ноутбуки, ОКПД2 26.20.11.110', 'Насосы, ОКПД2 26.20.11.110'],
    ['a measure in crosses', 'Плиты 2500×1250×6', 'Листы 2500×1250×6'],
    ['cells of a table', 'Ноутбуки 5 6 7 8 9 10 11', 'Насосы 5 6 7 8 9 10 11'],
  ])('is no number to call: %s', (_, a, b) => {
    expect(haveOneContact(a, b)).toBe(false);
  });

  test.each(['+380 67 555 01 33', '067-555-01-33', '8 (067) 555-01-33', '8 067 555 01 33', 'тел. 067 5550133', 'Контакт: 5550133'])(
    'is a number to call, however it is written: %s',
    (written) => {
      expect(haveOneContact(`Ноутбуки. Звонить ${written}`, 'Насосы, телефон: +38 (067) 555-01-33')).toBe(true);
    },
  );

  it('is a number written as a word', () => {
    const shared = (other: string) => features('Станции носимые, 12 комплектов', other)['valuesShared']!;
    expect(shared('Двенадцать станций нужно нам')).toBeGreaterThan(0);
    expect(shared('Одиннадцать станций нужно нам')).toBe(0);
    const three = features('Станции носимые, 3 комплекта', 'Для трёх станций нужны сумки')['valuesShared'];
    expect(three).toBeGreaterThan(0);
    expect(features('Кабель, 5 бухт', "П'ять бухт кабелю")['valuesShared']).toBeGreaterThan(0);
  });

  it('is a name in Han characters, wherever it stands', () => {
    const shared = (other: string) => features('成交人：冷川生物医疗（栖桐）有限公司，冰箱十六台', other)['namesShared']!;
    expect(shared('乙方 冷川生物医疗（栖桐）有限公司')).toBeGreaterThan(0);
    expect(shared('乙方 暖海动物食品（南山）有限公司')).toBe(0);
  });
});
