import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadParameterWords } from '../../catalogue/parameter-words.ts';
import { loadUnits } from '../../catalogue/units.ts';
import type { Lang } from '../../model/reading.ts';
import { assignToItems } from './assign-to-items.ts';
import { createParameterFinder } from './find-parameters.ts';

const finder = createParameterFinder(loadUnits(), loadParameterWords());

/** `measured comparator low..high unit` of each parameter. */
function read(text: string, lang?: Lang): string {
  const number = (value: number | null): string => (value === null ? '' : String(Number(value.toPrecision(6))));
  return finder
    .find(text, lang)
    .map(({ measured, comparator, low, high, unit }) => `${measured} ${comparator} ${number(low)}..${number(high)} ${unit}`.trim())
    .join('; ');
}

describe('comparators', () => {
  test.each([
    ['不小于5km', 'range >= 5000.. m'],
    ['不低于5公里', 'range >= 5000.. m'],
    ['5公里以上', 'range >= 5000.. m'],
    ['3.5公里(含)以上', 'range >= 3500.. m'],
    ['2km（含）以下', 'range <= ..2000 m'],
    ['≥5km', 'range >= 5000.. m'],
    ['大于五公里', 'range > 5000.. m'],
    ['＞５ｋｍ', 'range > 5000.. m'],
    ['超過5公里', 'range > 5000.. m'],
    ['不超过5公里', 'range <= ..5000 m'],
    ['5公里以内', 'range <= ..5000 m'],
    ['小于5km', 'range < ..5000 m'],
    ['约5公里', 'range about 5000..5000 m'],
    ['5公里左右', 'range about 5000..5000 m'],
    ['3-5千米', 'range range 3000..5000 m'],
    ['3～5km', 'range range 3000..5000 m'],
    ['3km至5km', 'range range 3000..5000 m'],
    ['500m～2km', 'range range 500..2000 m'],
    ['не менее 5 км', 'range >= 5000.. m'],
    ['не ниже 10 Вт', 'power >= 10.. W'],
    ['от 5 до 10 км', 'range range 5000..10000 m'],
    ['от 5 км', 'range >= 5000.. m'],
    ['свыше 3 кВт', 'power > 3000.. W'],
    ['до 300 м', 'length <= ..300 m'],
    ['не более 12 кг', 'mass <= ..12 kg'],
    ['менее 12 кг', 'mass < ..12 kg'],
    ['около 5 км', 'range about 5000..5000 m'],
    ['5 км и более', 'range >= 5000.. m'],
    ['щонайменше 5 км', 'range >= 5000.. m'],
    ['не менше 5 км', 'range >= 5000.. m'],
    ['понад 10 Вт', 'power > 10.. W'],
    ['від 5 до 10 км', 'range range 5000..10000 m'],
    ['до 300 м', 'length <= ..300 m'],
    ['at least 5 km', 'range >= 5000.. m'],
    ['no less than 5 km', 'range >= 5000.. m'],
    ['min. 5 km', 'range >= 5000.. m'],
    ['5 km min.', 'range >= 5000.. m'],
    ['up to 5 km', 'range <= ..5000 m'],
    ['max. 5 km', 'range <= ..5000 m'],
    ['between 5 and 10 km', 'range range 5000..10000 m'],
    ['10 km or more', 'range >= 10000.. m'],
    ['10+ km', 'range >= 10000.. m'],
    ['10 km+', 'range >= 10000.. m'],
    ['more than 10 km', 'range > 10000.. m'],
    ['10±0.5 km', 'range range 9500..10500 m'],
    ['量程±50g', 'acceleration range -490.332..490.332 m/s2'],
    ['positioning accuracy ±2 µm', 'resolution = 0.000002..0.000002 m'],
  ])('%s', (text, wanted) => {
    expect(read(text)).toBe(wanted);
  });
});

describe('numbers', () => {
  test.each([
    ['五公里', 'range = 5000..5000 m'],
    ['十二点五千瓦', 'power = 12500..12500 W'],
    ['一百五十公里', 'range = 150000..150000 m'],
    ['三至五千米', 'range range 3000..5000 m'],
    ['飞行时间半小时', 'endurance = 1800..1800 s'],
    ['пять километров', 'range = 5000..5000 m'],
    ['двадцать пять килограммов', 'mass = 25..25 kg'],
    ['п’ять кілометрів', 'range = 5000..5000 m'],
    ['twenty-five kilograms', 'mass = 25..25 kg'],
    ['one hundred fifty watts', 'power = 150..150 W'],
    ['８ｋｍ', 'range = 8000..8000 m'],
    ['12,5 кВт', 'power = 12500..12500 W'],
    ['1 500 Вт', 'power = 1500..1500 W'],
    ['1,500 W', 'power = 1500..1500 W'],
    ['1.500,0 Вт', 'power = 1500..1500 W'],
    ['1,500 кг', 'mass = 1.5..1.5 kg'],
    ['3万千瓦', 'power = 30000000..30000000 W'],
    ['10 тыс. Вт', 'power = 10000..10000 W'],
    ['1.3×10^9 Hz', 'frequency = 1300000000..1300000000 Hz'],
    ['5·10⁶ Hz', 'frequency = 5000000..5000000 Hz'],
    ['2e-3 W', 'power = 0.002..0.002 W'],
    ['рабочая температура от −40 до +55 °C', 'temperature range 233.15..328.15 K'],
    ['零下20摄氏度', 'temperature = 253.15..253.15 K'],
  ])('%s', (text, wanted) => {
    expect(read(text)).toBe(wanted);
  });

  test('1,500 is what the language of the text makes of it', () => {
    expect(read('мощность 1,500 W', 'ru')).toBe('power = 1.5..1.5 W');
    expect(read('power 1,500 W', 'en')).toBe('power = 1500..1500 W');
  });
});

describe('units', () => {
  test.each([
    ['2.4/5.8 GHz', 'frequency = 2400000000..2400000000 Hz; frequency = 5800000000..5800000000 Hz'],
    ['433, 868 и 915 МГц', 'frequency = 433000000..433000000 Hz; frequency = 868000000..868000000 Hz; frequency = 915000000..915000000 Hz'],
    [
      '0.9、2.4、5.8吉赫',
      'frequency = 900000000..900000000 Hz; frequency = 2400000000..2400000000 Hz; frequency = 5800000000..5800000000 Hz',
    ],
    ['2.4-2.5/5.7-5.9 GHz', 'frequency range 2400000000..2500000000 Hz; frequency range 5700000000..5900000000 Hz'],
    ['频段2.4G、5.8G', 'frequency = 2400000000..2400000000 Hz; frequency = 5800000000..5800000000 Hz'],
    ['40 dBm', 'power = 10..10 W'],
    ['20 mW', 'power = 0.02..0.02 W'],
    ['20 MW', 'power = 20000000..20000000 W'],
    ['20 мВт', 'power = 0.02..0.02 W'],
    ['4×50W', 'power = 50..50 W'],
    ['IFOV 0.5 mrad', 'angle = 0.0005..0.0005 rad'],
    ['8–14 мкм', 'wavelength range 0.000008..0.000014 m'],
    ['8-14微米', 'wavelength range 0.000008..0.000014 m'],
    ['1064 nm', 'wavelength = 0.000001064..0.000001064 m'],
    ['90 km/h', 'speed = 25..25 m/s'],
    ['90 公里/小时', 'speed = 25..25 m/s'],
    ['25 узлов', 'speed = 12.8611..12.8611 m/s'],
    ['帧频50Hz', 'rate = 50..50 Hz'],
    ['frame rate 9 Hz', 'rate = 9..9 Hz'],
    ['частота кадров 25 Гц', 'rate = 25..25 Hz'],
    ['25 fps', 'rate = 25..25 Hz'],
    ['50 Hz mains', 'frequency = 50..50 Hz'],
    ['续航时间40分钟', 'endurance = 2400..2400 s'],
    ['время полёта 1 ч 30 мин', 'endurance = 5400..5400 s'],
    ['тривалість польоту 40 хв', 'endurance = 2400..2400 s'],
    ['endurance of 2 hours', 'endurance = 7200..7200 s'],
    ['五轴联动', 'axes = 5..5'],
    ['5-axis', 'axes = 5..5'],
    ['5-осевой', 'axes = 5..5'],
    ['пятиосевой', 'axes = 5..5'],
    ['2 одновременно управляемые оси', 'axes = 2..2'],
    ['640×512', 'resolution = 327680..327680 px'],
    ['1000 x 700 пикселей', 'resolution = 700000..700000 px'],
    ['120×80×50 mm', 'length = 0.12..0.12 m; length = 0.08..0.08 m; length = 0.05..0.05 m'],
    ['TPP 4800', 'performance = 4800..4800 TPP'],
    ['TPP of at least 5,200', 'performance >= 5200.. TPP'],
    ['300 TFLOPS', 'performance = 300000000000000..300000000000000 FLOPS'],
    ['200 TOPS', 'performance = 200000000000000..200000000000000 OPS'],
    ['1,2 т', 'mass = 1200..1200 kg'],
    ['масса 900 г', 'mass = 0.9..0.9 kg'],
    ['1.2 MPa', 'pressure = 1200000..1200000 Pa'],
    ['10 атм', 'pressure = 1013250..1013250 Pa'],
    ['220 В', 'voltage = 220..220 V'],
    ['10 А·ч', 'energy = 36000..36000 C'],
    ['流量540立方米/小时', 'flow = 0.15..0.15 m3/s'],
    ['零偏稳定性0.5°/h', 'drift = 0.00000242407..0.00000242407 rad/s'],
    ['0.1 °/√h', 'drift = 0.0000290888..0.0000290888 rad/√s'],
    ['500 MS/s', 'sampleRate = 500000000..500000000 SPS'],
    ['двухканальный приёмник, число каналов 16 каналов', 'count = 16..16 pcs'],
    ['час польоту 2 год', 'endurance = 7200..7200 s'],
    ['полёт не менее полчаса', 'time >= 1800.. s'],
    ['bias stability better than 0.1 deg/h', 'drift < ..4.84814e-7 rad/s'],
    ['ARW 0.1 deg/rt-h', 'drift = 0.0000290888..0.0000290888 rad/√s'],
    ['range ±400 deg/s', 'other range -6.98132..6.98132 rad/s'],
    ['功率为5W（37dBm）', 'power = 5..5 W; power = 5.01187..5.01187 W'],
    ['1 GSPS', 'sampleRate = 1000000000..1000000000 SPS'],
    ['14-bit', 'resolution = 14..14 bit'],
    ['纯度99.99%', 'share = 99.99..99.99 %'],
  ])('%s', (text, wanted) => {
    expect(read(text)).toBe(wanted);
  });
});

describe('no parameters', () => {
  test.each([
    '№ 15 г. Москва',
    'в 2024 г. в г. Казань',
    '12.05.2024',
    'тел. +7 495 123-45-67',
    'ГОСТ 12 м',
    '预付款30%',
    '预算5万元',
    'цена 500 руб/м',
    'XT30 W',
    'MQ-9 m',
    '5 m USD',
    '5G 网络',
    '第3米',
    'до 10 ч 00 мин',
    'с 9 до 18 ч',
    '500 W/kg',
    '3 кВт/ч',
    '7 m/xyz',
    'ECCN 5A001',
    'предоплата 30 %, остальное по факту',
    '评分10分',
    'IP67',
    'на 2021 год',
    '4 полосы',
    'Полка',
    'СТАММ',
    'УШМ PWS 20Н-125А',
    'на 2012 г. 1,2 кв.',
    '10 осіб',
    '四通道示波器3台',
    'carbon fibre 12K',
    '二〇二四米',
  ])('%s', (text) => {
    expect(read(text)).toBe('');
  });
});

describe('labels', () => {
  test('a label before or behind, as the text calls it, with its id', () => {
    const labels = (text: string): readonly unknown[] => finder.find(text).map(({ label, property }) => [label, property]);
    expect(labels('дальность подавления не менее 5 км, масса 10 кг')).toEqual([
      ['дальность подавления', 'jamming-range'],
      ['масса', 'mass'],
    ]);
    expect(labels('5 km jamming range')).toEqual([['jamming range', 'jamming-range']]);
    expect(labels('5公里的干扰距离')).toEqual([['干扰距离', 'jamming-range']]);
    expect(labels('探测距离8公里，干扰距离3公里')).toEqual([
      ['探测距离', 'detection-range'],
      ['干扰距离', 'jamming-range'],
    ]);
    expect(labels('Потребляемая мощность 100 Вт')).toEqual([['Потребляемая мощность', 'consumption']]);
  });

  test('a label goes to one value; behind others it counts only where they are joined', () => {
    expect(finder.find('radius 5 km, from the depot 70 km').map(({ label }) => label)).toEqual(['radius', null]);
    expect(finder.find('ranges: detection range 5 km and 7 km').map(({ label }) => label)).toEqual(['detection range', 'detection range']);
  });
});

test.each(['5e910 км', '5e-400 км', '10^999 км', '10⁹⁹⁹ Hz', '5×10^400 km'])('%j is more than anything measures: no quantity', (text) => {
  expect(read(text)).toBe('');
});

test('spans cut out the text of each parameter, whatever stands around', () => {
  const pieces = [
    '5',
    ' км',
    'км',
    '≥',
    '不小于',
    '公里',
    '.',
    ',',
    '/',
    '-',
    '～',
    '×',
    '±',
    '10',
    ' ',
    '\n',
    '°',
    'C',
    '㎞',
    '²',
    '%',
    'от ',
    'до ',
    '半',
    '十',
    'TPP ',
    '(',
    '\ud83d',
    'e9',
    '^',
    '⁶',
    '+',
    'min',
    ' h',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (parts) => {
      const text = parts.join('');
      for (const { start, end, text: quoted, low, high } of finder.find(text)) {
        expect(text.slice(start, end)).toBe(quoted);
        expect(end).toBeGreaterThan(start);
        expect(low === null || Number.isFinite(low)).toBe(true);
        expect(high === null || Number.isFinite(high)).toBe(true);
      }
    }),
  );
});

test.each(['1', '1 ', '1,', '1/', '1-', '5km', '五', '千', '±', '×', 'один ', '1x', '10^', '(', 'до ', '1.1', '1 000 ', '不', '\n'])(
  'much of %j costs time in proportion to its length',
  (unit) => {
    const text = unit.repeat(Math.ceil(400_000 / unit.length));
    const time = (length: number): number => {
      const started = process.cpuUsage();
      finder.find(text.slice(0, length));
      return process.cpuUsage(started).user / 1000;
    };
    time(40_000);
    expect(time(400_000)).toBeLessThan(20 * time(40_000) + 400);
  },
);

test('parameters go to the innermost line item that holds them', () => {
  const text = 'Power 5 W\n1. Range 5 km (a. mass 3 kg)\n2. 10 km';
  const items = [
    { number: 1, start: 10, end: text.indexOf('\n2.') },
    { number: 2, start: text.indexOf('a.'), end: text.indexOf(')') },
    { number: 3, start: text.indexOf('2.'), end: text.length },
  ];
  expect(assignToItems(finder.find(text), items).map(({ text: quoted, item }) => [quoted, item])).toEqual([
    ['5 W', null],
    ['5 km', 1],
    ['3 kg', 2],
    ['10 km', 3],
  ]);
});
