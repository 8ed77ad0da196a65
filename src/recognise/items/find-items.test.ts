import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadItemWords } from '../../catalogue/items.ts';
import { loadCatalogue } from '../../catalogue/load.ts';
import { createScanner } from '../scanner.ts';
import { loadParameterWords } from '../../catalogue/parameter-words.ts';
import { loadUnits } from '../../catalogue/units.ts';
import { createParameterFinder } from '../parameters/find-parameters.ts';
import { createItemFinder } from './find-items.ts';

const scanner = createScanner(loadCatalogue());
const finder = createItemFinder(loadItemWords());
const values = createParameterFinder(loadUnits(), loadParameterWords());

/** `quantity unit: goods` of each item, with budget and "or equivalent". */
function itemsOf(text: string): string[] {
  return finder
    .find(text, scanner.scan(text).mentions, values.find(text))
    .items.map(({ goods, quantity, budget, orEquivalent }) =>
      [
        quantity === null ? '?' : `${quantity.value} ${quantity.unit}`.trim(),
        goods.join('+') || 'none',
        budget === null ? '' : `${budget.value} ${budget.currency}`,
        orEquivalent ? 'or equivalent' : '',
      ]
        .filter((part) => part !== '')
        .join(' | '),
    );
}

it('counts nothing by the number of a model', () => {
  expect(itemsOf('Motorola APX 6000 portable radios with encryption, 25 EA')).toEqual(['25 EA | radio_comms']);
  expect(itemsOf('Подшипник 7216 BECBP SKF, 10 шт.')).toEqual(['10 шт | bearing']);
});

it.each([
  [
    'please quote 4 pcs thermal imaging camera, 640x512, 60 Hz, and 2 pcs drone jammer, 2.4/5.8 GHz, range 3 km',
    ['please quote 4 pcs thermal imaging camera, 640x512, 60 Hz', '2 pcs drone jammer, 2.4/5.8 GHz, range 3 km'],
  ],
  ['求购热像仪4台，640×512，60Hz，无人机干扰器2台，频率2.4GHz', ['求购热像仪4台，640×512，60Hz', '无人机干扰器2台，频率2.4GHz']],
  ['тепловизоры 4 шт., 60 Гц, 4,5 км, и подавители дронов 2 шт.', ['тепловизоры 4 шт., 60 Гц, 4,5 км', 'подавители дронов 2 шт.']],
  ['тепловізори 4 шт., 60 Гц та подавлювачі дронів 2 шт.', ['тепловізори 4 шт., 60 Гц', 'подавлювачі дронів 2 шт.']],
])('leaves values with the goods that they stand behind: %s', (text, expected) => {
  expect(finder.find(text, scanner.scan(text).mentions).items.map(({ text: item }) => item)).toEqual(expected);
});

describe('tables', () => {
  it('take quantity, unit and budget from their columns, with the factor of the head', () => {
    expect(
      itemsOf(
        '采购清单\n序号\t名称\t数量\t单位\t预算（万元）\n1\t无人机反制设备\t2\t套\t150\n2\t热成像仪或同类产品\t10\t台\t32.5\n3\t办公桌\t5\t张\t1',
      ),
    ).toEqual([
      '2 套 | counter_uav_other | 1500000 CNY',
      '10 台 | thermal_imaging | 325000 CNY | or equivalent',
      '5 张 | none | 10000 CNY',
    ]);
  });

  it('number their rows whatever the title calls the whole', () => {
    const text = '求购无人机反制设备\n序号\t名称\t数量\n1\t无人机探测器\t5台\n2\t无人机抑制器\t20台';
    expect(itemsOf(text)).toEqual(['5 台 | counter_uav_detect', '20 台 | counter_uav_jam']);
  });

  it('are read where blanks keep the columns, and a cell goes on in the next line', () => {
    expect(
      itemsOf(
        'S.No  Nomenclature                    A/U   Qty\n01    Thermal imager, uncooled        No.    6\n      with carrying case\n02    Night vision monocular          Nos.   2\n03    Workbench, laminate top         Nos.  22',
      ),
    ).toEqual(['6 No | thermal_imaging', '2 Nos | night_vision', '22 Nos | none']);
  });

  it('are read where their heads or some of their numbers stand further in', () => {
    expect(itemsOf('      No  Description            Qty\n   9  Thermal imager           5\n 10  Drone jammer             7')).toEqual([
      '5 | thermal_imaging',
      '7 | counter_uav_jam',
    ]);
  });

  it('of Russian, Ukrainian and English notices too', () => {
    expect(itemsOf('№\tНаименование\tЕд. изм.\tКол-во\tСтоимость, тыс. руб.\n1\tТепловизор\tшт.\t3\t1 250,5')).toEqual([
      '3 шт | thermal_imaging | 1250500 RUB',
    ]);
    expect(itemsOf('Закупівля\n№\tНайменування\tКількість\tОд. вим.\n1\tКвадрокоптер\t4\tшт.')).toEqual(['4 шт | uav']);
    expect(itemsOf('Item\tDescription\tQty\tUnit\n1\tDrone jammer\t10\tpcs\n2\tPaper\t7\tbox')).toEqual([
      '10 pcs | counter_uav_jam',
      '7 box | none',
    ]);
  });

  it.each([
    ['№\tНайменування\tКількість\tЦіна, грн\n1\tТепловізор\t3\t90 000', ['3 | thermal_imaging']],
    ['Item\tDescription\tQty\tPrice, USD\tTotal, USD\n1\tDrone jammer\t4\t500\t2,000', ['4 | counter_uav_jam | 2000 USD']],
    ['Наименование\tЦена, руб.\nДетектор дронов\t700 000', ['? | counter_uav_detect | 700000 RUB']],
  ])('take no price of one for that of all: %s', (text, items) => {
    expect(itemsOf(text)).toEqual(items);
  });

  it.each([
    [
      'Lot\tDescription\tUnit\tQty\n1\tThermal imager\tset\t4\nDrone detector\tset\t9',
      ['4 set | thermal_imaging', '9 set | counter_uav_detect'],
    ],
    ['序号\t名称\t数量\t单位\n1\t办公桌\t2\t张\n无人机干扰器\t6\t套', ['2 张 | none', '6 套 | counter_uav_jam']],
    [
      '№\tНазва\tОд. вим.\tКількість\tЦіна\n1\tПапір\tупак\t30\t90\nТепловізор\tкомпл.\t12\t4000',
      ['30 упак | none', '12 компл | thermal_imaging'],
    ],
    ['Lot | Item | UOM | Qty | Price\nDrone detector | crate | 3 | 15000', ['3 crate | counter_uav_detect']],
  ])('are read where a cell reaches down into the next row: %s', (text, items) => {
    expect(itemsOf(text)).toEqual(items);
  });

  it.each([
    ['品名|数量|单位\n热像仪|8|台\n打印纸|30|箱', ['8 台 | thermal_imaging', '30 箱 | none']],
    ['Назва; Кількість\nПодавлювач дронів; 11\nПапір; 5', ['11 | counter_uav_jam', '5 | none']],
    ['| Item | Qty |\n|---|---|\n| Drone detector | 2 sets |', ['2 sets | counter_uav_detect']],
    ['Главная | Закупки | Тепловизор', ['? | thermal_imaging']],
  ])('are read where signs part their cells under heads: %s', (text, items) => {
    expect(itemsOf(text)).toEqual(items);
  });

  it.each([
    ['Тепловизор\tкомпл.\t6', ['6 компл | thermal_imaging']],
    ['频谱分析仪\t3\t套', ['3 套 | test_equipment']],
  ])('without heads take the number beside a unit: %s', (text, items) => {
    expect(itemsOf(text)).toEqual(items);
  });

  it('without heads are read by what stands in their cells', () => {
    expect(itemsOf('无人机干扰器\t20台\n示波器\t3台')).toEqual(['20 台 | counter_uav_jam', '3 台 | test_equipment']);
  });
});

describe('lists', () => {
  it('read a fraction below one, and no quantity from digits in a row', () => {
    expect(itemsOf('Лот №1: Подавитель БПЛА, 5 компл., 0,015 млн руб.')).toEqual(['5 компл | counter_uav_jam | 15000 RUB']);
    expect(itemsOf('1. 无人机干扰器三五台')).toEqual(['? | counter_uav_jam']);
  });

  it('of numbered lines, with what is said of an item below it', () => {
    expect(
      itemsOf('Лот №1: Подавитель БПЛА, 5 компл., НМЦК 1 200 000,50 руб. или эквивалент\nЛот №2: Тепловизор\nКоличество: 3 шт.'),
    ).toEqual(['5 компл | counter_uav_jam | 1200000.5 RUB | or equivalent', '3 шт | thermal_imaging']);
    expect(itemsOf('一、无人机干扰器 20台\n二、热成像仪 3套')).toEqual(['20 台 | counter_uav_jam', '3 套 | thermal_imaging']);
    expect(itemsOf('① 示波器 2 台\n② 无人机干扰器 5 套')).toEqual(['2 台 | test_equipment', '5 套 | counter_uav_jam']);
  });

  it('within one line', () => {
    expect(itemsOf('1) дрон Mavic 3 — 5 шт.; 2) рации — 20 шт.; 3) бумага офисная — 10 упак.')).toEqual([
      '5 шт | uav',
      '20 шт | radio_comms',
      '10 упак | none',
    ]);
    expect(itemsOf('We need: (1) drone jammer, 10 pcs; (2) thermal imager or equivalent, 4 sets, budget USD 25,000')).toEqual([
      '10 pcs | counter_uav_jam',
      '4 sets | thermal_imaging | 25000 USD | or equivalent',
    ]);
  });

  it.each([
    [
      'Lot 1: Thermal imager, qty: 8. Lot 2: Laptop, qty 40. Lot 3: Drone detector, qty 2, budget USD 90,000.',
      ['8 | thermal_imaging', '40 | none', '2 | counter_uav_detect | 90000 USD'],
    ],
    ['Лот №1 — Квадрокоптер, 9 шт. Лот №2 — Принтер, 2 шт. Лот №3 — Подавитель БПЛА', ['9 шт | uav', '2 шт | none', '? | counter_uav_jam']],
    ['第1包：示波器4台，第2包：投影仪2台，第3包：无人机探测器1套', ['4 台 | test_equipment', '2 台 | none', '1 套 | counter_uav_detect']],
    ['Лот 1 Тепловізор Лот 2 Подавлювач дронів, 3 шт', ['? | thermal_imaging', '3 шт | counter_uav_jam']],
    ['Documents of lot 1 and lot 2 apply to this tender as a whole: drone jammer, 5 pcs', ['5 pcs | counter_uav_jam']],
  ])('of lots within one line: %s', (text, items) => {
    expect(itemsOf(text)).toEqual(items);
  });

  it('of semicolons', () => {
    expect(itemsOf('Тепловизор – 2 шт.; подавитель дронов – 1 компл.; бумага')).toEqual([
      '2 шт | thermal_imaging',
      '1 компл | counter_uav_jam',
    ]);
  });
});

describe('running text', () => {
  it.each([
    ['采购无人机干扰器三台、热成像仪两台，预算150万元', ['3 台 | counter_uav_jam', '2 台 | thermal_imaging']],
    ['采购无人机干扰器二十台，预算金额：1.5亿元', ['20 台 | counter_uav_jam | 150000000 CNY']],
    ['Приобретение двух серверов для отдела', ['2 | computer_server']],
    [
      'Потрібні квадрокоптери — 4 шт. та тепловізори — 40 комплектів, або аналог',
      ['4 шт | uav', '40 комплектів | thermal_imaging | or equivalent'],
    ],
    ['RFQ: 2 handheld thermal imagers, 4 laser rangefinders', ['2 | thermal_imaging', '4 | laser']],
    ['Thermal imagers, qty 30, total $ 1.2 million', ['30 | thermal_imaging | 1200000 USD']],
    ['本项目采购食堂服务', []],
  ])('%s', (text, items) => {
    expect(itemsOf(text)).toEqual(items);
  });

  it.each([
    ['采购电子围栏干扰枪3把，压制距离不小于7500米', ['3 把 | counter_uav_jam']],
    ['无人机干扰器，有效干扰半径3500米，整机重量9公斤，共6套', ['6 套 | counter_uav_jam']],
    ['Тепловизор, масса не более 2 кг, 9 шт.', ['9 шт | thermal_imaging']],
    ['Тепловізор вагою 2 кг', ['? | thermal_imaging']],
    ['Подавлювач дронів вагою 8 кг, 2 комплекти', ['2 комплекти | counter_uav_jam']],
    ['Thermal imager, gross weight 3 kg, 4 sets', ['4 sets | thermal_imaging']],
    ['30 dBm drone jammer', ['? | counter_uav_jam']],
  ])('does not take what measures goods for how many they are: %s', (text, items) => {
    expect(itemsOf(text)).toEqual(items);
  });

  it.each([
    ['采购热成像仪，无人机干扰器15套', ['? | thermal_imaging', '15 套 | counter_uav_jam']],
    ['Закупка квадрокоптера и 7 шт. тепловизоров', ['? | uav', '7 шт | thermal_imaging']],
    ['Supply of a drone detector and 6 units thermal imager', ['? | counter_uav_detect', '6 units | thermal_imaging']],
    ['Квадрокоптери та тепловізори 12 шт', ['12 шт | uav+thermal_imaging']],
  ])('gives a number to the goods that it touches: %s', (text, items) => {
    expect(itemsOf(text)).toEqual(items);
  });

  it.each([
    ['采购热成像仪叁拾伍套', ['35 套 | thermal_imaging']],
    ['拟购登陆艇配套无人机干扰器', ['? | counter_uav_jam']],
    ['Thermal imager x 14', ['14 | thermal_imaging']],
    ['6 х квадрокоптер, 2 x тепловизор', ['6 | uav', '2 | thermal_imaging']],
    ['无人机探测器×4', ['4 | counter_uav_detect']],
    ['Drone detector x4 sensitivity', ['? | counter_uav_detect']],
    ['10x zoom thermal imager', ['? | thermal_imaging']],
    ['Night vision monocular x5, 6 pcs', ['6 pcs | night_vision']],
    ['Тепловізійний приціл х3, 640×512, кількість: 8', ['8 | thermal_imaging']],
    ['Drone jammer x6, thermal imager 9 pcs', ['6 | counter_uav_jam', '9 pcs | thermal_imaging']],
  ])('reads numbers as banks write them, and with a sign of multiplication: %s', (text, items) => {
    expect(itemsOf(text)).toEqual(items);
  });

  it.each([
    ['采购光缆2000米', ['2000 米 | none']],
    ['Порошок титановый, чистота 99,7 %, 300 кг', ['300 кг | metal_material']],
    ['Carbon fiber prepreg, quantity: 250 kg', ['250 kg | composite_material']],
  ])('counts by metres and kilograms what is sold by them: %s', (text, items) => {
    expect(itemsOf(text)).toEqual(items);
  });

  it('does not take a model, a frequency or money for a number of pieces', () => {
    expect(itemsOf('无人机干扰器，频段 2.4/5.8 GHz，预算 20 万元')).toEqual(['? | counter_uav_jam | 200000 CNY']);
    expect(itemsOf('Радиостанция Р-187, 2025 год')).toEqual(['? | radio_comms']);
  });
});

describe('any text', () => {
  it('gives items whose text stands where they say, in order and apart', () => {
    const parts = [
      '无人机干扰器',
      ' 3台',
      '、',
      '\t',
      '\n',
      '1)',
      '(2)',
      '①',
      'дрон',
      ' 5 шт.',
      '; ',
      'USD 5',
      '1 000 000',
      '三',
      '.',
      'и',
      '"',
      '(',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 40 }), (some) => {
        const text = some.join('');
        let last = 0;
        for (const [index, item] of finder.find(text, scanner.scan(text).mentions).items.entries()) {
          expect(item.number).toBe(index + 1);
          expect(text.slice(item.start, item.end)).toBe(item.text);
          expect(item.start).toBeGreaterThanOrEqual(last);
          last = item.end;
        }
      }),
    );
  });

  it.each([
    ['one digit', '1'],
    ['brackets', '((('],
    ['numbers with blanks', '1 000 '],
    ['list numbers', '1) a 2) b '],
    ['rows', 'дрон\t5\n'],
    ['numbered lines', '1. дрон 5 шт.\n'],
    ['counted goods in one sentence', 'дрон 5 шт., '],
    ['Han numbers', '三十'],
    ['currency', '$ '],
    ['head of a table', '名称\t数量\n'],
  ])('%s: time grows with length and no faster', (_name, unit) => {
    const time = (length: number): number => {
      const text = unit.repeat(Math.ceil(length / unit.length));
      const { mentions } = scanner.scan(text);
      const began = process.cpuUsage();
      finder.find(text, mentions);
      return process.cpuUsage(began).user / 1000;
    };
    time(20_000);
    const short = Math.max(10, Math.min(time(40_000), time(40_000)));
    expect(time(400_000)).toBeLessThan(short * 40);
  });

  it('heads of very many columns cost no row below them more than its own cells', () => {
    const began = process.cpuUsage();
    finder.find(`item\tqty${'\t'.repeat(30_000)}\n${'cd\tef\n'.repeat(15_000)}`, []);
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(5000);
  });

  it.each([
    ['head of a column', (blanks: string) => `a${blanks}b\tname\tc`],
    ['cell', (blanks: string) => `Наименование\tКоличество\nдрон\t5${blanks}x`],
  ])('much white space within a %s costs time in proportion to its length', (_name, textOf) => {
    const began = process.cpuUsage();
    finder.find(textOf(' '.repeat(200_000)), []);
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(1000);
  });
});
