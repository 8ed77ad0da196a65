import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadCatalogue } from '../catalogue/load.ts';
import type { Mention, Scan } from '../model/mention.ts';
import { createScanner } from './scanner.ts';
import type { Scanner } from './scanner.ts';

let scanner: Scanner;
beforeAll(() => {
  scanner = createScanner(loadCatalogue());
});

const scan = (text: string): Scan => scanner.scan(text);
const of = (text: string, kind: Mention['kind']): readonly Mention[] => scan(text).mentions.filter((mention) => mention.kind === kind);
const textsOf = (text: string, kind: Mention['kind']): string[] => of(text, kind).map((mention) => mention.text);
const makersOf = (text: string): (string | undefined)[] => of(text, 'tradeName').map(({ id }) => id);

/** The wording that the press quoted, in sentences of our own, and the same in two other languages. */
const CASE = {
  zh: '关于国外企业采购无人机设备的通知：现有国外企业采购干扰发生器、无人机探测器（商品名 BoriTone、AsselLabs、Bulat）或其他类似的技术方案，以及无人机抑制器、通信频段干扰器，请有意的企业报名。',
  en: 'Foreign buyers want interference generators, drone detectors (trade names BorisTone, Assel Labs, Bulat) or other similar technology solutions, drone suppressors and communication band jammers.',
  ru: 'Иностранные предприятия ищут генераторы помех, детекторы дронов (торговые марки «БорисТон», «Ассель Лабс», «Булат») или аналогичные технологические решения, подавители дронов, глушители диапазонов связи.',
};

describe('the notice of the case', () => {
  for (const [lang, text] of Object.entries(CASE)) {
    it(`says the same in ${lang}`, () => {
      const { goods, lang: detected } = scan(text);
      expect(detected).toBe(lang);
      expect(goods.toSorted()).toEqual(['counter_uav_detect', 'counter_uav_jam']);
      expect(makersOf(text)).toEqual(['BorisTone', 'Assel Labs', '3mx']);
      for (const { note } of of(text, 'tradeName')) expect(note).toContain('(RU)');
      expect(of(text, 'intent').map(({ id }) => id)).toEqual(expect.arrayContaining(['buy', 'equivalent', 'foreign_buyer']));
    });
  }

  it('names the four goods', () => {
    expect(textsOf(CASE.zh, 'good')).toEqual(expect.arrayContaining(['干扰发生器', '无人机探测器', '无人机抑制器', '通信频段干扰器']));
    expect(textsOf(CASE.en, 'good')).toEqual([
      'interference generators',
      'drone detectors',
      'drone suppressors',
      'communication band jammers',
    ]);
    expect(textsOf(CASE.ru, 'good')).toEqual(['генераторы помех', 'детекторы дронов', 'подавители дронов', 'глушители диапазонов связи']);
  });

  it('says which wording is a translation, for a reader who knows none of the languages', () => {
    const noteOf = (words: string): string | undefined => of(CASE.zh, 'good').find(({ text }) => text === words)?.note;
    expect(noteOf('无人机抑制器')).toBe('wording translated from another language');
    expect(noteOf('无人机探测器')).toBeUndefined();
  });

  it('survives Traditional characters, spacing, hidden characters and look-alikes', () => {
    expect(textsOf('採購無人機 幹擾器、無\u200b人機探測器', 'good')).toEqual(['無人機 幹擾器', '無\u200b人機探測器']);
    expect(makersOf('детектор БПЛА aСhamelon')).toEqual(['aChameleon']);
    expect(scan('ＤＲＯＮＥ  ＪＡＭＭＥＲ').goods).toEqual(['counter_uav_jam']);
    expect(scan('подaвители дpонов').goods).toEqual(['counter_uav_jam']);
  });
});

describe('roles', () => {
  it.each([
    ['Drone light show for the city anniversary', 'show'],
    ['无人机表演服务采购', 'show'],
    ['Drone photography for weddings', 'service'],
    ['无人机航拍服务', 'service'],
    ['Toy drone with four channels', 'toy'],
    ['儿童玩具无人机', 'toy'],
    ['Техническое обслуживание серверов', 'service'],
    ['Аренда квадрокоптеров', 'service'],
    ['Курсы операторов БПЛА', 'service'],
  ])('%s is a %s', (text, role) => {
    const mentions = scan(text).mentions.filter(({ concept }) => concept !== undefined);
    expect(mentions.map((mention) => mention.role)).toContain(role);
    expect(scan(text).goods).toEqual([]);
    expect(mentions.find((mention) => mention.role === role)?.note).toMatch(/because of "/);
  });

  it.each([
    'car muffler',
    'глушитель для автомобиля',
    'Нож Булат из дамасской стали',
    '外交部宣布反制措施',
    'операция на сердце',
    'лазерный принтер',
    'Шкаф серверный',
    '温泉盛大开业',
    '内蒙古大草原',
    'load bearing wall',
    'удар молнии',
  ])('%s is no goods', (text) => {
    expect(scan(text).goods).toEqual([]);
  });

  it.each([
    ['无人机巡检设备采购', 'uav'],
    ['服务器采购项目', 'computer_server'],
    ['Поставка серверов', 'computer_server'],
    ['Supply of drone jammers', 'counter_uav_jam'],
    ['防弹衣', 'body_armour'],
    ['firearm silencer', 'weapon_munition'],
    ['Закупівля тепловізорів', 'thermal_imaging'],
  ])('%s is %s', (text, concept) => {
    expect(scan(text).goods).toContain(concept);
  });
});

describe('guards and strength', () => {
  it('lets a phrase that is no goods undo goods of the very same words', () => {
    expect(scan('Роллер-дерби: лазертаг').goods).toEqual([]);
    expect(scan('Закупка: винтовка; лазертаг').goods).not.toContain('laser');
  });

  it('keeps a word of another trade apart by what the text says', () => {
    expect(makersOf('Булат')).toEqual([]);
    expect(makersOf('Булат, обнаружитель дронов')).toEqual(['3mx']);
    expect(makersOf('Kassel Labs intro')).toEqual([]);
  });

  it('lets a guard reach to the end of its clause only', () => {
    expect(scan('消防救援用无人机采购').goods).toEqual(['uav']);
    expect(scan('反无人机设备采购').goods).toEqual(['counter_uav_other']);
  });

  it('takes the longest of overlapping terms', () => {
    expect(textsOf('手持式无人机反制枪', 'good')).toEqual(['无人机反制枪']);
  });
});

describe('buyers from abroad who are not named', () => {
  it.each([
    '海外客户求购雷达',
    '境外公司采购无人机',
    '外国厂商询价热像仪',
    'зарубежные заказчики ищут БПЛА',
    'an overseas firm wants to buy drones',
  ])('%s', (text) => {
    expect(of(text, 'intent').map(({ id }) => id)).toContain('foreign_unnamed');
  });

  it.each([
    '采购热像仪，谢绝境外厂商参与',
    '采购雷达，不接受海外企业报价',
    '采购热像仪，质保书由国外公司出具',
    'Закупка БПЛА. Зарубежные компании не допускаются к торгам',
    'Закупівля БПЛА, крім іноземних покупців',
    'Drones wanted; foreign companies are not eligible',
    'Supply of drones made by an overseas firm',
  ])('are not those whom a tender keeps out, nor makers: %s', (text) => {
    const ids = of(text, 'intent').map(({ id }) => id);
    expect(ids).not.toContain('foreign_unnamed');
    expect(ids).not.toContain('on_behalf');
  });

  it('are told where they seek in the clause, before or behind', () => {
    expect(of('Дроны закупает для себя иностранная компания', 'intent').map(({ id }) => id)).toContain('foreign_unnamed');
    expect(of('受境外公司委托询价热像仪', 'intent').map(({ id }) => id)).toEqual(expect.arrayContaining(['foreign_unnamed', 'on_behalf']));
  });
});

describe('codes, part numbers and places', () => {
  it.each([
    ['CN code 8543 70 90', 'HS:85437090'],
    ['TARIC 8526 92 00', 'HS:85269200'],
    ['ECCN 5A001F.1', 'ECCN:5A001.f.1'],
    ['ECCN 9A012.A', 'ECCN:9A012.a'],
    ['ДК 021:2015: 34711200-6', 'CPV:34711200'],
    ['код ДК 35613000-4', 'CPV:35613000'],
    ['ОКПД2 30.30.40.110', 'OKPD2:30.30.40.110'],
  ])('reads %s as %s', (text, id) => {
    expect(of(`Lot 1, ${text}`, 'code').map((code) => code.id)).toEqual([id]);
  });

  it('takes the end of a stock number for no class of supply', () => {
    expect(scan('NSN 6610-01-552-3184, indicator').mentions.filter(({ id }) => id?.startsWith('FSC:31'))).toEqual([]);
    expect(scan('NSN 3110-01-552-3184, ring').goods).toEqual(['bearing']);
  });

  it('reads customs codes where they are announced or punctuated, and nothing else', () => {
    expect(of('HS code 854370', 'code').map(({ id }) => id)).toEqual(['HS:854370']);
    expect(of('税号：8543709960', 'code')).toMatchObject([{ id: 'HS:8543709960', concept: 'counter_uav_jam', role: 'goods' }]);
    expect(of('ТН ВЭД 8526 92 000 2', 'code').map(({ id }) => id)).toEqual(['HS:8526920002']);
    expect(textsOf('по коду 8526.91', 'code')).toEqual(['8526.91']);
    for (const text of [
      'Тел. +7 495 852 69 10',
      'заказ 852691 от 12.10.2024',
      'ИНН 8526910012',
      'call 8526 9100',
      '№ 85437012',
      'цена 8543.70 руб.',
      '$8543.70',
      '8543.70元',
    ])
      expect(textsOf(text, 'code')).toEqual([]);
  });

  it('reads control codes', () => {
    expect(of('两用物项管制编码 0A903.a', 'code')).toMatchObject([{ id: 'CN:0A903.a', concept: 'counter_uav_jam', text: '0A903.a' }]);
    expect(of('ECCN 5A001.h applies', 'code').map(({ id }) => id)).toEqual(['ECCN:5A001.h']);
    expect(of('CAS 7719-12-2', 'code').map(({ id }) => id)).toEqual(['CAS:7719-12-2']);
    expect(textsOf('CAS 7719-12-3', 'code')).toEqual([]);
  });

  it('knows part numbers by their families, also between Han characters', () => {
    expect(of('采购XC7K325T-2FFG900I芯片', 'tradeName')).toMatchObject([
      { text: 'XC7K325T-2FFG900I', concept: 'microelectronics', id: 'AMD Xilinx' },
    ]);
    expect(of('STM32F407VGT6 ADXRS450BRGZ', 'tradeName').map(({ concept }) => concept)).toEqual(['microelectronics', 'inertial_nav']);
  });

  it('finds places by name and by adjective', () => {
    expect(of('用于俄罗斯客户，目的地莫斯科', 'place').map(({ id }) => id)).toEqual(['RU', 'RU-MOW']);
    expect(of('поставка дронов в Казахстан', 'place').map(({ id }) => id)).toEqual(['KZ']);
    expect(textsOf('内蒙古自治区', 'place')).toEqual(['内蒙古']);
  });
});

describe('any text', () => {
  const words = fc.constantFrom(
    '无人机',
    '反制',
    '干扰',
    '侦测',
    '無人機',
    '枪',
    '服务',
    '采购',
    'drone',
    'jammer',
    ' ',
    '\n',
    '，',
    'подавител',
    'и',
    'дронов',
    'Булат',
    'XC7K',
    '325T',
    '8543',
    '.70',
    'HS ',
    'ECCN 5A001.',
    'h',
    '\u200b',
    '\u00ad',
    '\ud800',
    '\udc00',
    '\ud842\udfb7',
    'ﬁ',
    '㎏',
    '\u0301',
    '\u0000',
    '㍍',
    'İ',
    '-',
    '(',
    '"',
    '😀',
    'Ａ',
    'CAS 7719-',
    '12-2',
  );

  it('gives mentions whose text stands where they say, in order, and the same again', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(words, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 30 }).map((parts) => parts.join('')),
        (text) => {
          const { mentions, goods } = scan(text);
          for (const { start, end, text: found } of mentions) {
            expect(text.slice(start, end)).toBe(found);
            expect(end).toBeGreaterThan(start);
          }
          expect(mentions.map(({ start }) => start)).toEqual(mentions.map(({ start }) => start).toSorted((a, b) => a - b));
          expect(new Set(goods)).toEqual(
            new Set(mentions.flatMap(({ role, concept }) => (role === 'goods' && concept !== undefined ? [concept] : []))),
          );
          expect(scan(text)).toEqual({ ...scan(text), mentions, goods });
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('finds a hard term wherever it is put between Han text, and however it is spaced', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('无人机反制枪', '無人機探測器', '卫星导航诱骗'),
        fc.stringMatching(/^[校园绿化食堂]{0,6}$/),
        fc.array(fc.constantFrom('', ' ', '\u200b', '\u3000'), { minLength: 8, maxLength: 8 }),
        (term, around, gaps) => {
          const spaced = Array.from(term, (char, index) => char + (index + 1 < term.length ? (gaps[index] ?? '') : '')).join('');
          expect(textsOf(`${around}${spaced}${around}`, 'good')).toContain(spaced);
        },
      ),
    );
  });
});

describe('hostile texts', () => {
  const big = 400_000;
  const cost = (text: string): number => {
    const began = process.cpuUsage();
    scan(text);
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1000;
  };

  it.each([
    ['one letter', 'a'],
    ['one term', '无人机'],
    ['digits', '8543709960'],
    ['brackets', '((((('],
    ['guard words', '反干扰侦测反制'],
    ['guards and terms', '反无人机玩具'],
    ['part number beginnings', 'XC7K'],
    ['announced codes', 'HS 8543 '],
    ['words that begin terms', 'станция '],
    ['stems', 'подавитель '],
    ['role words', 'аренда дрон '],
    ['lone surrogates', '\ud800'],
    ['NUL', '\u0000'],
    ['combining marks', '\u0301'],
    ['what expands most', 'ﷺ'],
    ['blanks', ' \n'],
  ])('%s: time grows with length and no faster', (_, unit) => {
    const text = unit.repeat(Math.floor(big / unit.length));
    cost(text);
    const long = Math.min(cost(text), cost(text));
    const short = Math.min(...[1, 2, 3].map(() => cost(text.slice(0, text.length / 8))));
    expect(long).toBeLessThan(short * 8 * 3 + 200);
    expect(long).toBeLessThan(5000);
  });

  it.each(['无人机探测器，', 'глушитель дронов, ', 'drone detector, '])('lists one term at most 10,000 times, and says so: %s', (unit) => {
    const [many, tooMany] = [scan(unit.repeat(4000)), scan(unit.repeat(10_001))];
    expect(many.mentions.filter(({ kind }) => kind === 'good').length).toBe(4000);
    expect(many.cut).toBeUndefined();
    expect(tooMany.mentions.filter(({ kind }) => kind === 'good').length).toBe(10_000);
    expect(tooMany.cut).toEqual(['mentions']);
  });
});

it('is small, and its recipe stands for code and catalogue', () => {
  expect(scanner.automatonBytes).toBeLessThan(20e6);
  expect(scan('x').recipe).toBe(scanner.recipe);
  expect(scanner.recipe).toMatch(/^[0-9a-f]{12}$/);
});

it.each(['Обнаружение дронами лесных пожаров', 'Виявлення безпілотниками порушень', '无人机防控松材线虫病', '无人机监测水质服务'])(
  'what drones do is no measure against them: %s',
  (text) => {
    expect(scan(text).goods.filter((concept) => concept.startsWith('counter_uav'))).toEqual([]);
  },
);

it('tells with each mention, where it is asked to, which line of the catalogue found it, and finds the same otherwise', () => {
  const text = `Закупка подавителей БПЛА «Булат» для Москвы, ОКПД2 26.51.20.120; ${CASE.zh} ${'探 测 器'}`;
  const [plain, told] = [scanner.scan(text), scanner.scan(text, { rules: true })];
  expect(plain.mentions.some((mention) => 'rule' in mention)).toBe(false);
  expect({ ...told, mentions: told.mentions.map(({ rule: _, ...rest }) => rest) }).toEqual(plain);
  const ruleOf = (words: string) => told.mentions.find((mention) => mention.text === words)?.rule;
  expect(ruleOf('подавителей БПЛА')).toMatchObject({
    term: expect.stringMatching(/^подавител\|/),
    kind: 'term',
    source: 'goods/counter_uav_jam.yaml',
  });
  expect(ruleOf('Булат')).toEqual({ term: 'Булат|', kind: 'tradeName', lang: 'ru', source: expect.stringContaining('goods/') });
  expect(ruleOf('Закупка')).toEqual({ term: 'закуп|ка', kind: 'intent', lang: 'ru', source: 'intents.yaml' });
  expect(ruleOf('Москвы')).toMatchObject({ kind: 'place', source: 'places.yaml' });
  expect(ruleOf('26.51.20.120')).toMatchObject({ kind: 'code' });
  const terms = new Set(loadCatalogue().terms.map(({ text: term, concept }) => `goods/${concept}.yaml ${term}`));
  for (const { rule, kind } of told.mentions)
    if (kind === 'good' || kind === 'tradeName') expect(terms).toContain(`${rule?.source} ${rule?.term}`);
});
