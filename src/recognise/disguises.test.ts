import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../catalogue/load.ts';
import { createScanner } from './scanner.ts';

const scanner = createScanner(loadCatalogue());

/** Concepts that count, and the notes of finds that are disguised. */
function read(text: string): { readonly goods: readonly string[]; readonly disguised: readonly string[] } {
  const { goods, mentions } = scanner.scan(text);
  for (const { start, end, text: found } of mentions) expect(text.slice(start, end)).toBe(found);
  return { goods, disguised: mentions.flatMap(({ note }) => (note?.includes('disguised') === true ? [note] : [])) };
}

describe('initials of pinyin', () => {
  it('are read beside Han characters where they are counted or wanted, and say so', () => {
    const { goods, disguised } = read('边防大队RCXY（手持，640×512）9台采购');
    expect(goods).toEqual(['thermal_imaging']);
    expect(disguised[0]).toContain('热成像仪');
  });

  it.each(['RCXY is a stock symbol', '采购YSY品牌饮用水', '本项目采用RCXY标准', 'xRCXY（手持）9台采购', '规格RCXY-200型水泵9台采购'])(
    'are left alone in %s',
    (text) => {
      expect(read(text).goods).toEqual([]);
    },
  );
});

describe('words whose letters are set apart', () => {
  it.each([
    ['Закупка: п.о.д.а.в.и.т.е.л.ь дронов, 4 шт.', 'counter_uav_jam'],
    ['采购无*人*机*干*扰*器 3台', 'counter_uav_jam'],
    ['Purchase of t-h-e-r-m-a-l i-m-a-g-e-r, 5 pcs', 'thermal_imaging'],
    ['Закупівля т е п л о в і з о р а', 'thermal_imaging'],
  ])('%s', (text, concept) => {
    const { goods, disguised } = read(text);
    expect(goods).toContain(concept);
    expect(disguised[0]).toContain('signs or blanks');
  });

  it.each(['采购雷达_无人机 5台', '采购雷达|无人机 5台'])('whole words beside such a sign are not disguised: %s', (text) => {
    expect(read(text)).toEqual({ goods: ['radar', 'uav'], disguised: [] });
  });
});

it.each([
  ['Закупка: подaвитель дронов', 'another alphabet'],
  ['采购无 人 机 干 扰 器 3台', 'blanks inside'],
  ['采购无\u200b人机干扰器 3台', 'hidden characters'],
  ['项目部采购⽆⼈机干扰器三台', 'radicals'],
])('%s: says what hides it', (text, note) => {
  const { goods, disguised } = read(text);
  expect(goods).toContain('counter_uav_jam');
  expect(disguised.join()).toContain(note);
});

describe('mangled trade names', () => {
  it.each([
    ['Stock inquiry: Xi1inx Kintx-7, 300 pcs', 'microelectronics'],
    ['Куплю Boriston, детектор дронов Вoristone, 5 шт.', 'counter_uav_detect'],
    ['求购 AsselLаbs 无人机探测器 5 台', 'counter_uav_detect'],
    ['RFQ: Phоtonis tubes, 20 pcs', 'night_vision'],
  ])('%s', (text, concept) => {
    expect(read(text).goods).toContain(concept);
  });

  it('begin with another letter than the name seldom enough to be names of their own', () => {
    expect(read('Закупка: ООО «Линтекс», микросхема, 5 шт.')).toEqual({ goods: ['microelectronics'], disguised: [] });
  });

  it.each(['Purchase of 20 pcs Hotel beds by Doosa', 'Закупка: Борис Тонкий, стол, 5 шт.', 'Meeting with Mr. Photoni on Monday'])(
    'are not seen in %s',
    (text) => {
      expect(read(text).goods).toEqual([]);
    },
  );
});

it.each([
  ['capitals', 'RCX'],
  ['capitals beside Han', '采RCXYZ购'],
  ['names', 'Kintx-7 '],
  ['names with digits', 'Xi1inx 5 pcs '],
  ['scattered', 'д.р.о.н '],
  ['capital letters', 'Аа'],
])('%s: time grows with length and no faster', (_name, unit) => {
  const time = (length: number): number => {
    const text = unit.repeat(Math.ceil(length / unit.length));
    const began = process.cpuUsage();
    scanner.scan(text);
    return process.cpuUsage(began).user / 1000;
  };
  time(20_000);
  const short = Math.max(10, Math.min(time(50_000), time(50_000)));
  expect(Math.min(time(500_000), time(500_000))).toBeLessThan(short * 40);
});

describe('Latin letters for Chinese and Russian', () => {
  it.each([
    ['Procurement of wurenji ganraoqi, 5 sets', 'counter_uav_jam', '无人机干扰器'],
    ['求购 re cheng xiang yi 5 台', 'thermal_imaging', '热成像仪'],
    ['Kuplyu podavitel dronov, 5 sht', 'counter_uav_jam', 'подавитель дронов'],
    ['Zakupka teplovizorov dlya nuzhd, 3 sht.', 'thermal_imaging', 'теплов'],
    ['Nuzhen teplovizionnyj pricel, 2 sht', 'thermal_imaging', 'тепловиз'],
    ['Potriben podavliuvach droniv', 'counter_uav_jam', 'подавлювач'],
    ['re cheng xiang yi liang tai, jiage hanshui', 'thermal_imaging', '热成像仪'],
  ])('%s', (text, concept, named) => {
    const { goods, disguised } = read(text);
    expect(goods).toContain(concept);
    expect(disguised.join()).toContain(named);
  });

  it.each(['A town called Wurenji lies near Ganraoqi', 'The podavitel dronov is a band'])('are let be in %s', (text) => {
    expect(read(text).goods).toEqual([]);
  });
});

it('says of a picture or a file that it was not read', () => {
  const { mentions } = scanner.scan('公安局采购WRJFZ装备2套（详见附图）');
  expect(mentions.find(({ id }) => id === 'attachment')?.note).toContain('not read');
});

describe('designations of Russian and Ukrainian makers', () => {
  it.each([
    ['Изделия К1986ВЕ92QI, 1500 шт.', 'microelectronics'],
    ['Куплю ЯМЗ-238М2 в сборе, 1 шт.', 'vehicle_engine_truck'],
    ['Купим токарный 16К20Ф3, 2 шт.', 'machine_tool'],
    ['Закупка: INR21700-50E, 400 шт.', 'battery_graphite'],
  ])('%s', (text, concept) => {
    expect(read(text).goods).toContain(concept);
  });

  it('are none in the numbers of standards', () => {
    expect(read('Закупка текстов: ГОСТ 16К20 и GB/T 6205, 2 шт.').goods).toEqual([]);
  });
});
