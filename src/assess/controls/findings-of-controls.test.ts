import { describe, expect, test } from 'vitest';
import { loadControlConditions } from '../../catalogue/control-conditions.ts';
import { loadControlParameters } from '../../catalogue/control-parameters.ts';
import { loadCatalogue } from '../../catalogue/load.ts';
import { loadControls } from '../../catalogue/load-controls.ts';
import { loadUnits, unitsByName } from '../../catalogue/units.ts';
import type { Finding } from '../../model/finding.ts';
import type { Mention } from '../../model/mention.ts';
import type { Parameter } from '../../model/parameter.ts';
import { createEntryComparer } from './compare-entry.ts';
import { createControlAssessor } from './findings-of-controls.ts';
import type { NamedGoods } from './findings-of-controls.ts';

const byName = unitsByName(loadUnits());
const comparer = createEntryComparer(loadControlParameters(), loadControlConditions(), {
  unitNamed: (name) => byName.get(name),
  readValues: () => [],
});
const controls = loadControls();
const assessor = createControlAssessor(controls, loadCatalogue().concepts, comparer);

const TEXT = '反无人机干扰设备，干扰距离8km';
const jammer: NamedGoods = { concept: 'counter_uav_jam', mention: { start: 0, end: 8, text: '反无人机干扰设备' }, item: null };

function jammingRange(low: number | null, high: number | null, comparator: Parameter['comparator'], item: number | null = null): Parameter {
  return {
    start: 13,
    end: 16,
    text: '8km',
    measured: 'range',
    label: '干扰距离',
    property: 'jamming-range',
    comparator,
    low,
    high,
    unit: 'm',
    writtenUnit: 'km',
    item,
  };
}

function ask(
  parameters: readonly Parameter[],
  { date = '2025-03-01', goods = [jammer], codes = [] as readonly Mention[] } = {},
): readonly Finding[] {
  return assessor.findingsOfControls({ text: TEXT, goods, parameters, codes, date });
}

const of = (found: readonly Finding[], list: string, entry: string): Finding | undefined =>
  found.find(({ control }) => control?.list === list && control.entry === entry);

describe('a limit: more than 5 km', () => {
  test.each([
    [jammingRange(8000, 8000, '='), 'met'],
    [jammingRange(8000, null, '>='), 'met'],
    [jammingRange(5000, null, '>'), 'met'],
    [jammingRange(5000, null, '>='), 'unstated'],
    [jammingRange(3000, null, '>='), 'unstated'],
    [jammingRange(5000, 5000, '='), 'unmet'],
    [jammingRange(null, 5000, '<='), 'unmet'],
    [jammingRange(null, 10_000, '<='), 'unstated'],
    [jammingRange(3000, 8000, 'range'), 'unstated'],
    [jammingRange(6000, 8000, 'range'), 'met'],
    [jammingRange(5000, 5000, 'about'), 'unstated'],
    [jammingRange(6000, 6000, 'about'), 'met'],
  ] as const)('%o', (parameter, status) => {
    expect(of(ask([parameter]), 'cn-dual-use', '0A903.a')?.status).toBe(status);
  });

  test('says what speaks for it with spans, since when it is in force, and from where that is known', () => {
    const found = of(ask([jammingRange(8000, 8000, '=')]), 'cn-dual-use', '0A903.a');
    expect(found?.for).toEqual([
      { text: '反无人机干扰设备', span: { start: 0, end: 8 } },
      { text: '干扰距离 8km: jamming range > 5 km', span: { start: 13, end: 16 } },
    ]);
    expect(found?.control?.inForceFrom).toBe('2024-09-01');
    expect(found?.confidence).toBe('verbatim');
    expect(found?.source).toMatch(/2024 No\. 31/);
  });

  test('says what is missing where nothing is stated, and what speaks against', () => {
    expect(of(ask([]), 'cn-dual-use', '0A903.a')).toMatchObject({
      status: 'unstated',
      missing: expect.arrayContaining(['jamming range > 5 km']),
    });
    expect(of(ask([jammingRange(null, 300, '<=')]), 'cn-dual-use', '0A903.a')?.against.map(({ text }) => text)).toEqual([
      '干扰距离 8km: jamming range > 5 km',
    ]);
  });
});

test('other ranges than the jamming range do not count', () => {
  const detection = { ...jammingRange(8000, 8000, '='), property: 'detection-range' };
  expect(of(ask([detection]), 'cn-dual-use', '0A903.a')?.status).toBe('unstated');
});

describe('goods against drones that state a jamming range', () => {
  const named = (concept: string, start: number, end: number): NamedGoods => ({ concept, mention: { start, end, text: 'x' }, item: null });
  const told = (goods: readonly NamedGoods[], parameters: readonly Parameter[], text: string): readonly (Finding['status'] | undefined)[] =>
    assessor
      .findingsOfControls({ text, goods, parameters, codes: [], date: '2025-03-01' })
      .flatMap(({ control, status }) => (control?.entry === '0A903.a' ? [status] : []));

  test('are set against the entry of jammers, and it is met where a word says that they jam', () => {
    const system = [named('counter_uav_other', 0, 4)];
    expect(told(system, [], 'комплекс противодействия дронам')).toEqual(['unstated']);
    expect(told(system, [jammingRange(8000, 8000, '=')], 'комплекс противодействия дронам, постановка помех')).toEqual(['met']);
    expect(told(system, [jammingRange(8000, 8000, '=')], '无人机拦截网')).toEqual(['unstated']);
    expect(told(system, [jammingRange(3000, 3000, '=')], 'counter-drone set, jams')).toEqual(['unmet']);
  });

  test.each([
    'rfq: laser against drones, radio link',
    'microwave set, rfp 5',
    '无人机拦截网，遵守管制规定，抗干扰',
    'сеть против дронов, помехоустойчивая, с глушителем',
    'набір сіток з ребрами жорсткості',
    'anti-jamming receiver, interceptor, mr james',
  ])('no word but one of jamming says so: %s', (text) => {
    expect(told([named('counter_uav_other', 0, 4)], [jammingRange(9000, 9000, '=')], text)).toEqual(['unstated']);
  });

  test('a range that is not said to be that of jamming meets it for jammers alone', () => {
    const bare = { ...jammingRange(9000, 9000, '='), property: 'range' };
    const text = 'a laser, range 9 km; a jammer';
    expect(told([named('counter_uav_other', 2, 7)], [bare], text)).toEqual(['unstated']);
    expect(told([named('counter_uav_jam', 23, 29)], [bare], text)).toEqual(['met']);
  });

  test('detectors among them, which the entry does not cover elsewhere', () => {
    const detector = [named('counter_uav_detect', 0, 4)];
    expect(told(detector, [jammingRange(8000, 8000, '=')], 'detects and jams')).toEqual(['met']);
    expect(told(detector, [{ ...jammingRange(8000, 8000, '='), property: 'range' }], 'detects and jams')).toEqual(['unmet']);
    expect(told([...detector, named('counter_uav_jam', 20, 24)], [jammingRange(8000, 8000, '=')], 'jams, as detector, as jammer')).toEqual([
      'unmet',
      'met',
    ]);
    expect(told([...detector, named('counter_uav_other', 3, 8)], [jammingRange(8000, 8000, '=')], 'jams')).toEqual(['met']);
  });
});

test('the day of the notice decides: not before it came into force, not after it was repealed', () => {
  expect(of(ask([], { date: '2024-08-01' }), 'cn-dual-use', '0A903.a')).toBeUndefined();
  expect(of(ask([], { date: '2024-08-01' }), 'cn-dual-use', '2023 No.27')).toBeDefined();
  expect(of(ask([]), 'cn-dual-use', '2023 No.27')).toBeUndefined();
});

test('what is often named for such goods and does not cover them is unmet, with the reason', () => {
  expect(of(ask([]), 'us-ccl', '5A001.f')).toMatchObject({
    status: 'unmet',
    against: [{ text: expect.stringContaining('mobile telephony') }],
  });
});

test('an entry of one kind of machine is met by that kind alone, and stands behind those that the text names', () => {
  const goods = [{ concept: 'machine_tool', mention: { start: 0, end: 4, text: '加工中心' }, item: null }];
  const axes: Parameter = {
    ...jammingRange(5, 5, '='),
    text: '5轴',
    measured: 'axes',
    property: 'axes',
    unit: '',
    writtenUnit: '轴',
  };
  const found = assessor.findingsOfControls({ text: '五轴加工中心', goods, parameters: [axes], codes: [], date: '2025-03-01' });
  const kinds = found.flatMap(({ control, status }) =>
    control?.entry.startsWith('2B201.') === true ? [`${control.entry} ${status}`] : [],
  );
  expect(kinds).toEqual(['2B201.b met', '2B201.a unstated', '2B201.c unstated', '2B201.d unstated']);
  expect(of(found, 'cn-dual-use', '2B201.c')?.missing).toContain('that it grinds');
});

test('values of other line items do not count', () => {
  const goods = [
    { ...jammer, item: 1 },
    { ...jammer, item: 2 },
  ];
  const found = ask([jammingRange(8000, 8000, '=', 1), jammingRange(300, 300, '=', 2)], { goods });
  expect(found.filter(({ control }) => control?.entry === '0A903.a').map(({ item, status }) => [item, status])).toEqual([
    [1, 'met'],
    [2, 'unmet'],
  ]);
});

test('goods of several items that state nothing do not take the values of another item; goods outside of all items do', () => {
  const statusIn = (items: readonly (number | null)[]): string | undefined => {
    const goods = items.map((item) => ({ ...jammer, item }));
    return of(ask([jammingRange(8000, 8000, '=', 1)], { goods }), 'cn-dual-use', '0A903.a')?.status;
  };
  expect(statusIn([2, 3])).toBe('unstated');
  expect(statusIn([2])).toBe('unstated');
  expect(statusIn([null, 2])).toBe('met');
});

test('what one of the goods meets is told though another of them leaves it open', () => {
  const rate: Parameter = { ...jammingRange(60, 60, '=', 1), measured: 'rate', property: 'frame-rate', unit: 'Hz', writtenUnit: 'Hz' };
  const mention = { start: 0, end: 3, text: '仪' };
  const goods = [
    { concept: 'night_vision', mention, item: 2 },
    { concept: 'night_vision', mention, item: 3 },
    { concept: 'thermal_imaging', mention, item: null },
  ];
  const told = assessor
    .findingsOfControls({ text: TEXT, goods, parameters: [rate], codes: [], date: '2025-03-01' })
    .filter(({ control }) => control?.list === 'eu-annex-i' && control.entry === '6A003.b.4')
    .map(({ status, goods: about }) => [status, about]);
  expect(told).toEqual([
    ['unstated', ['night_vision']],
    ['met', ['thermal_imaging']],
  ]);
});

test('a code alone is a candidate; with the goods it speaks for the same entry', () => {
  const code: Mention = {
    kind: 'code',
    start: 0,
    end: 10,
    text: '8543709960',
    lang: 'zh',
    id: 'HS:8543709960',
    strength: 'hard',
    counted: false,
  };
  const alone = ask([], { goods: [], codes: [code] });
  expect(of(alone, 'cn-dual-use', '0A903.a')?.status).toBe('candidate');
  expect(of(alone, 'us-supp-4', '854370')?.status).toBe('candidate');
  const both = of(ask([], { codes: [code] }), 'cn-dual-use', '0A903.a');
  expect(both?.status).toBe('unstated');
  expect(both?.for.map(({ text }) => text)).toEqual(['反无人机干扰设备', '8543709960']);
});

test('one of several is enough where the entry says so, all where it does not', () => {
  const uav = (property: string, unit: string, value: number, measured: Parameter['measured']): Parameter => ({
    ...jammingRange(value, value, '='),
    property,
    unit,
    measured,
  });
  const entry = controls.lists.get('cn-dual-use')?.entries.find((one) => one.entry === '9A012.a.1');
  expect(entry).toBeDefined();
  const answer = (parameters: readonly Parameter[]): unknown =>
    entry && comparer.compare(entry, { parameters, says: (shown) => shown.test('uav') }).answer;
  const minutes = (value: number): Parameter => uav('endurance', 's', value * 60, 'endurance');
  const gust = (value: number): Parameter => uav('wind-gust', 'm/s', value, 'speed');
  expect(answer([minutes(40), gust(15)])).toBe('met');
  expect(answer([minutes(40)])).toBe('unstated');
  expect(answer([minutes(40), gust(10)])).toBe('unmet');
  expect(answer([minutes(20)])).toBe('unmet');
  expect(answer([minutes(70), gust(15)])).toBe('unmet');
});

test.each([
  ['us-ccl', '5A001.h', 'certified and specified equipment', 'unmet'],
  ['us-ccl', '5A001.h', 'a jammer against ieds', 'unstated'],
  ['us-ccl', '5A001.h', '遥控ied干扰', 'unstated'],
  ['us-ccl', '5A001.h', 'поставка в первую очередь', 'unmet'],
  ['us-ccl', '5A001.f', 'a filter for an automobile, 2.4ghz, 1.5g', 'unmet'],
  ['us-ccl', '5A001.f', 'автомобильный комплект', 'unmet'],
  ['us-ccl', '5A001.f', 'сотовые телефоны', 'unstated'],
  ['us-ccl', '5A001.f', '3g/4g/5g', 'unstated'],
  ['us-ccl', '5A001.f', '干扰手机信号', 'unstated'],
] as const)('%s %s and the text %s: %s', (list, name, smallText, answer) => {
  const entry = controls.lists.get(list)?.entries.find((one) => one.entry === name);
  expect(entry && comparer.compare(entry, { parameters: [], says: (shown) => shown.test(smallText) }).answer).toBe(answer);
});

test('what covers one of the goods of an item is told though it does not cover another of them', () => {
  const phones: NamedGoods = { concept: 'ew_jammer_other', mention: { start: 0, end: 8, text: '手机信号屏蔽器' }, item: null };
  for (const goods of [
    [jammer, phones],
    [phones, jammer],
  ]) {
    const all = assessor.findingsOfControls({
      text: '无人机干扰设备、手机信号屏蔽器',
      goods,
      parameters: [],
      codes: [],
      date: '2025-03-01',
    });
    const found = all.filter(({ control }) => control?.list === 'us-ccl' && control.entry === '5A001.f');
    expect(found.map((one) => `${one.goods?.join('+')} ${one.status}`).toSorted()).toEqual([
      'counter_uav_jam unmet',
      'ew_jammer_other unstated',
    ]);
  }
});

describe('what is told of a thermal camera', () => {
  const camera: NamedGoods = { concept: 'thermal_imaging', mention: { start: 0, end: 14, text: 'thermal camera' }, item: null };
  const hertz = (value: number, measured: Parameter['measured'], property?: string): Parameter => ({
    ...jammingRange(value, value, '='),
    unit: 'Hz',
    measured,
    property: property ?? '',
  });
  const told = (text: string, parameters: readonly Parameter[], entry: string): Finding | undefined =>
    assessor
      .findingsOfControls({ text, goods: [camera], parameters, codes: [], date: '2026-03-01' })
      .find(({ control }) => control?.list === 'eu-annex-i' && control.entry === entry);

  test('its frame rate is compared with the limits of frame rates', () => {
    expect(told('thermal camera', [hertz(60, 'rate', 'frame-rate')], '6A003.b.4')?.status).toBe('met');
    expect(told('thermal camera', [hertz(9, 'rate', 'frame-rate')], '6A003.b.4')?.status).toBe('unmet');
  });

  test('that it is uncooled answers the condition of its entry', () => {
    expect(told('thermal camera', [], '6A002.a.3')?.missing).toContain('Of uncooled arrays microbolometers (.f) alone are meant.');
    const uncooled = told('uncooled thermal camera', [], '6A002.a.3');
    expect(uncooled?.missing).toEqual(['peak response > 900 nm and <= 30000 nm']);
    expect(uncooled?.for.map(({ text }) => text)).toContain('uncooled: 6A002.a.3 covers such arrays where they are microbolometers (.f)');
  });

  test('conditions are told in words, not by the number of a paragraph alone', () => {
    for (const { missing } of assessor.findingsOfControls({ text: '', goods: [camera], parameters: [], codes: [], date: '2026-03-01' }))
      for (const one of missing) expect(one).not.toMatch(/^whether this holds: \.?[a-z](?:\.[a-z\d]+)*$/);
    expect(told('thermal camera', [], '6A003.a')?.missing).toContain('whether this holds: streak cameras (.a.3)');
  });
});

test('a few Hz without a label are no frequency of radio', () => {
  const mains: Parameter = { ...jammingRange(60, 60, '='), unit: 'Hz', measured: 'frequency' };
  const { property: _, ...unlabelled } = mains;
  const quoted = assessor
    .findingsOfControls({ text: '', goods: [jammer], parameters: [unlabelled], codes: [], date: '2026-03-01' })
    .flatMap(({ for: reasons, against }) => [...reasons, ...against])
    .filter(({ text }) => text.includes('frequency >'));
  expect(quoted).toEqual([]);
  const radio = { ...unlabelled, low: 5.8e9, high: 5.8e9 };
  expect(
    assessor
      .findingsOfControls({ text: '', goods: [jammer], parameters: [radio], codes: [], date: '2026-03-01' })
      .flatMap(({ against }) => against)
      .some(({ text }) => text.includes('frequency >')),
  ).toBe(true);
});

test('an entry is told of a hundred line items, then how many more it is told of in the same way; another status is never lost among them', () => {
  const goods = Array.from({ length: 700 }, (_, at): NamedGoods => ({ ...jammer, item: at + 1 }));
  const found = ask(
    goods.map(({ item }) => jammingRange(item === 650 ? 9000 : 1000, item === 650 ? 9000 : 1000, '=', item)),
    { goods },
  ).filter(({ control }) => control?.list === 'cn-dual-use' && control.entry === '0A903.a');
  expect(found.filter(({ status }) => status === 'met').map(({ item }) => item)).toEqual([650]);
  const unmet = found.filter(({ status }) => status === 'unmet');
  expect(unmet).toHaveLength(100);
  expect(unmet.at(-1)?.for.at(-1)?.text).toBe('the same of 599 more line items, up to item 700');
});

describe('values that stand under other goods', () => {
  const laser = (start: number, item: number | null): NamedGoods => ({
    concept: 'laser',
    mention: { start, end: start + 3, text: '激光器' },
    item,
  });
  const range = (text: string, item: number | null = null): Parameter => ({
    ...jammingRange(8000, 8000, '=', item),
    start: text.indexOf('8km'),
    end: text.indexOf('8km') + 3,
  });
  const answerTo = (text: string, item: number | null = null): string | undefined => {
    const at = text.indexOf('激光器');
    const goods = [
      { ...jammer, mention: { ...jammer.mention, start: text.indexOf(jammer.mention.text), end: text.indexOf(jammer.mention.text) + 8 } },
    ];
    const found = assessor.findingsOfControls({
      text,
      goods: at === -1 ? goods : [...goods, laser(at, item)],
      parameters: [range(text, item)],
      codes: [],
      date: '2025-03-01',
    });
    return of(found, 'cn-dual-use', '0A903.a')?.status;
  };

  test.each([
    ['line', '反无人机干扰设备采购\n激光器：作用距离8km'],
    ['heading', '反无人机干扰设备采购\n\n激光器\n作用距离：8km'],
  ])('are not theirs that do not share its entries: %s', (_, text) => {
    expect(answerTo(text)).toBe('unstated');
  });

  test('are those of the item that they stand in', () => {
    expect(answerTo('反无人机干扰设备采购，激光器 作用距离8km', 1)).toBe('unstated');
  });

  test.each([
    ['反无人机干扰设备：距离8km\n激光器'],
    ['反无人机干扰设备、激光器，距离8km'],
    ['反无人机干扰设备\n激光器\n\n距离：8km'],
    ['反无人机干扰设备采购\n要求距离8km'],
    ['反无人机干扰设备2套\n光源：激光器\n作用距离：8km'],
    ['反无人机干扰设备2套\n光源\t激光器\n作用距离\t8km'],
    ['反无人机干扰设备2套\n光源 – 激光器\n作用距离 – 8km'],
    ['反无人机干扰设备2套\n激光器：1W\n作用距离：8km'],
    ['反无人机干扰设备2套\n光源：激光器；作用距离：8km'],
    // where its line begins is farther than is looked
    [`反无人机干扰设备${'，供货'.repeat(200)}激光器${'，供货'.repeat(131)}距离8km`],
  ])('may be theirs where nothing says whose they are: %s', (text) => {
    expect(answerTo(text)).toBe('met');
  });
});
