import { expect, test } from 'vitest';
import { openAnalyser } from '../work/analyser.ts';
import { openScanner } from '../work/knowledge.ts';
import { analysisLines, untoldLines } from './analysis-lines.ts';
import { maskedText } from '../work/shown/masked-analysis.ts';

const CONTEXT = { fields: {}, publishedAt: '2025-11-08', state: null, versions: null, copies: null, listed: null } as const;
const analyse = (text: string) => openAnalyser().analyse(text, openScanner().scan(text), CONTEXT, '2026-01-01');
const linesOf = (text: string): string => analysisLines(analyse(text)).join('\n');

test.each([
  ['zh', '国外企业求购无人机干扰器20台，干扰距离大于6公里，交货地：哈萨克斯坦'],
  ['ru', 'Иностранная компания закупит подавитель БПЛА, 20 шт., дальность подавления более 6 км. Поставка в Казахстан'],
  ['uk', 'Іноземна компанія закупить подавлювач БПЛА, 20 шт., дальність подавлення понад 6 км. Поставка до Казахстану'],
  ['en', 'A foreign company will buy drone jammers, 20 pcs, jamming range more than 6 km. Delivery to Kazakhstan'],
])('goods, the control that is met, what does not apply and red flags: %s', (_, text) => {
  const lines = linesOf(text);
  expect(lines).toMatch(/^! counter_uav_jam .*quantity 20/m);
  expect(lines).toMatch(/CN 0A903\.a .*MET {2}in force 2024/);
  expect(lines).toMatch(/not US 5A001\.f, EU 5A001\.f: /);
  expect(lines).toMatch(/^\? CASE-03 /m);
});

test('a value outside the limit is against the entry, one that is not there is missing', () => {
  expect(linesOf('求购无人机干扰器，干扰距离2公里')).toMatch(/CN 0A903\.a .*UNMET/);
  expect(linesOf('求购无人机干扰器')).toMatch(/CN 0A903\.a .*UNSTATED[^\n]*\n *not stated: jamming range > 5 km/);
});

test.each([
  ['Portable drone jammer, 2 pcs\nPower supply: lithium battery\nJamming range: 8 km', /CN 0A903\.a .* MET/],
  ['Закупка подавителей БПЛА, 2 шт.\nПитание: аккумулятор литий-ионный\nДальность подавления: 8 км', /CN 0A903\.a .* MET/],
  ['采购无人机2架\n载荷：红外热像仪\n续航时间：60分钟', /CN 9A012\.a\.2 .* MET/],
  ['Закупка квадрокоптеров, 2 шт.\nКамера: тепловизор\nВремя полёта: 45 мин', /CN 9A012\.a\.2 .* UNMET/],
  ['Закупка квадрокоптеров, 2 шт.\nТепловизор: 640×512\nВремя полёта: 45 мин', /CN 9A012\.a\.2 .* UNMET/],
])('a row that names a part takes no values of the rows below: %s', (text, line) => {
  expect(linesOf(text)).toMatch(line);
});

test('each item that shares an entry says what is against it', () => {
  expect(linesOf('求购无人机干扰器5台，干扰距离2公里；无人机干扰枪7台，干扰距离3公里')).toMatch(/against: [^\n]*2公里[^\n]*3公里/);
});

test('controls stand under their goods; of those that the text leaves open one of each regime is told, the others named', () => {
  const lines = linesOf('Supply of drones, 2 pcs; drone jammers, 3 pcs, jamming range 7 km');
  expect(lines).toMatch(/^! uav [^!]*EU 9A012\.a [^!]*not stated: [^!]*EU also +9A012\.b\.3, [^!]*catalogue show uav$/m);
  expect(lines).toMatch(/^! counter_uav_jam [^?]*CN 0A903\.a .*MET/m);
  expect(lines).not.toContain('UAVs with 300 km range');
});

test('an entry for goods of two kinds is told once and named with the other', () => {
  expect(linesOf('Покупаем тепловизор и прибор ночного видения')).toMatch(
    /^! thermal_imaging [^!]*US also +6A003,[^!]*\n! night_vision [^!]*as above .*US 6A003/m,
  );
});

test('a list of codes stands under each of the goods that it may hold', () => {
  const lines = linesOf('求购无人机探测器和无人机干扰器');
  expect(lines).toMatch(/^! counter_uav_detect [^!]*US us-supp-4 .*854370/m);
  expect(lines).toMatch(/^! counter_uav_jam [^!]*US us-supp-4 .*854370/m);
});

test('what another role takes is said not to count', () => {
  expect(linesOf('无人机表演服务采购')).toMatch(/^– not counted: “.*无人机/m);
});

test('private persons are bullets wherever they are quoted, and spans stay', () => {
  const text = '求购无人机干扰器。联系人：王小明，电话：13812345678';
  const { analysis: shown } = maskedText({ text, fields: {}, analysis: analyse(text) });
  expect(JSON.stringify(shown)).not.toMatch(/王小明|13812345678/);
  for (const { start, end, text: quoted } of shown.items) expect(quoted.length).toBe(end - start);
});

test('a text that lost its words is told apart from one that names no goods', () => {
  const mistaken = new TextDecoder('windows-1251').decode(new TextEncoder().encode('Закупка: подавитель БПЛА переносной, 2 шт.'));
  expect(linesOf(mistaken)).toMatch(/^! this is not the text as it was written: it was written in utf-8 and read as windows-1251/);
  expect(linesOf('Закупка: подавитель БПЛА переносной, 2 шт.')).not.toContain('as it was written');
});

test('codes beyond those that are told are said to be there', () => {
  const { cut } = analyse(`HS ${'8543.70 '.repeat(50_001)}`);
  expect(cut).toContain('codes');
  expect(untoldLines({ cut: ['codes'] })).toEqual([expect.stringContaining('50,000 codes')]);
});
