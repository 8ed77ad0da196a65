import { describe, expect, it, test } from 'vitest';
import { loadCatalogue } from '../../catalogue/load.ts';
import { loadTradeRoles } from '../../catalogue/trade-roles.ts';
import { createTradeFinder } from './trade-finder.ts';
import { compileTradeWords } from './trade-hits.ts';

const roles = loadTradeRoles();
const finder = createTradeFinder(roles, compileTradeWords(loadCatalogue(), roles));

/** Persons of a text in which `goods` are named. */
function persons(text: string, ...goods: readonly string[]): readonly string[] {
  const spans = goods.map((one) => ({ start: text.indexOf(one), end: text.indexOf(one) + one.length }));
  return finder.find(text, {}, spans).parties.flatMap(({ kind, text: name }) => (kind === 'person' ? [name] : []));
}

describe('a person is found without a colon', () => {
  it.each([
    ['Кузнецова Вера Павловна, тел. 8 (383) 201-44-17', 'Кузнецова Вера Павловна'],
    ['Орлова Дарья, эл. почта: orl@example.org', 'Орлова Дарья'],
    ['по вопросам закупки В.С. Громов 8(4852)71-20-33', 'В.С. Громов'],
    ['Исп. Громов В. С., 2 этаж', 'Громов В. С.'],
    ['8 921 555-01-02 (Лебедев Игорь)', 'Лебедев Игорь'],
    ['Мельник Оксана 067 201 44 17', 'Мельник Оксана'],
    ['Questions go to Mary Whitfield, e-mail mw@example.org', 'Mary Whitfield'],
    ['联系赵女士 139 2201 4417', '赵女士'],
    ['项目联系人 孙晓梅，手机13922014417', '孙晓梅'],
    ['（周海燕 139-2201-4417）', '周海燕'],
    ['咨询13922014417 钱老师', '钱老师'],
    ['欧阳先生，电话13922014417', '欧阳先生'],
  ])('%s', (text, name) => {
    expect(persons(text)).toEqual([name]);
  });
});

describe('what a text names otherwise is no person, though a number stands behind it', () => {
  it.each<readonly [string, ...string[]]>([
    ['Глушилка Дронов, тел. 8 (383) 201-44-17', 'Глушилка Дронов'],
    ['Тепловизор Сокол, моб. 8 913 201 44 17', 'Тепловизор'],
    ['Закупка Квадрокоптеров, тел. 8 (383) 201-44-17', 'Квадрокоптеров'],
    ['Drone Jammer Hornet, phone 555 201 4417', 'Drone Jammer'],
    ['ООО Северный Ветер, тел. 8 (383) 201-44-17'],
    ['Northern Wind Trading LLC, phone 555 201 4417'],
    ['雷达 13922014417', '雷达'],
    ['江苏 025-82014417'],
    ['采购中心 025-82014417'],
    ['联系方式 见附件'],
    ['负责人 高级职称'],
  ])('%s', (text, ...goods) => {
    expect(persons(text, ...goods)).toEqual([]);
  });
});

test('behind goods a person is one all the same', () => {
  expect(persons('Подавитель БПЛА Лебедев Игорь, тел. 8 (383) 201-44-17', 'Подавитель БПЛА')).toEqual(['Лебедев Игорь']);
  expect(persons('无人机反制枪 吴先生 13922014417', '无人机反制枪')).toEqual(['吴先生']);
});

describe('a person who is named as a place is one', () => {
  it.each([
    'Владимир Соколов',
    'Зайцев Владимир',
    'Лаптева Ольга Владимировна',
    'Владимир Ильич Гуров',
    'Антон Владимиров',
    'Вера Московская',
    'Павел Донецкий',
    'Роман Крымский',
    'Самара Л. Д.',
    'Анна Самара',
    'Israel Cohen',
    'India Brown',
    'Georgia Clark',
  ])('%s', (name) => {
    expect(persons(`${name}, тел. 8 (383) 201-44-17`)).toEqual([name]);
    expect(persons(`Begin.\n${name}, phone +1 202 555 0147`)).toEqual([name]);
  });

  it('and one who stands beside a place is found with it and without', () => {
    expect(persons('Москва Гуров Антон, тел. 8 (383) 201-44-17')).toEqual(['Москва Гуров Антон', 'Гуров Антон']);
    expect(persons('Гуров Антон Москва, тел. 8 (383) 201-44-17')).toEqual(['Гуров Антон', 'Гуров Антон Москва']);
  });

  it.each(['Нижний Новгород', 'Республика Крым', 'Московская Область', 'Москва Россия', 'Г. Москва', 'Российская Федерация'])(
    'but a place alone is none: %s',
    (place) => {
      expect(persons(`${place}, тел. 8 (383) 201-44-17`)).toEqual([]);
    },
  );
});

test('whoever stands behind a label is found, however often it stands', () => {
  const text = Array.from(
    { length: 10_020 },
    (_, n) => `Contact person: Olga Karenko${String.fromCharCode(97 + (n % 26), 97 + ((n / 26) % 26), 97 + ((n / 676) % 26))}`,
  ).join('\n');
  expect(persons(text)).toHaveLength(10_020);
});
