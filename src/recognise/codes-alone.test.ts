import { expect, it } from 'vitest';
import { loadCatalogue } from '../catalogue/load.ts';
import { createScanner } from './scanner.ts';

const scanner = createScanner(loadCatalogue());

it.each([
  ['境外询价，HS 8542.31，5000个', 'microelectronics'],
  ['УКТЗЕД 8482 10 90 00, 40 шт', 'bearing'],
  ['Goods under HS 8806, two boxes', 'uav'],
  ['товар, ТН ВЭД 8526 10 000 9, 1 компл.', 'radar'],
  ['物资2千克，两用物项管制编码1C905', 'metal_material'],
  ['Supply of goods, ECCN 9A515.a, 1 each', 'space_sat'],
  ['化工原料（CAS 9004-70-0）15吨', 'explosive_precursor'],
  ['Прилади 38112100-4, 6 шт.', 'satnav'],
  ['комплекс, ДК 021:2015 — 35613000-4', 'uav'],
  ['Поставка по ОКПД2 26.51.42, 3 ед.', 'test_equipment'],
  ['采购品目A02430900 一批', 'uav'],
])('goods are told by a code alone: %s', (text, concept) => {
  expect(scanner.scan(text).goods).toEqual([concept]);
});

it.each([
  'Bread, OKPD2 10.71.11, daily',
  'Copy paper, 货物编码A05040101',
  'Office furniture under FSC 7110, qty 16 EA',
  'Order 38112100, five boxes',
  'Invoice 8542.31 EUR',
  'HS code 4202.92, school bags, in the year 8806',
  'Class of 1550 pupils, PSC for the school is on another page',
])('codes of ordinary goods, and numbers, tell none: %s', (text) => {
  expect(scanner.scan(text).goods).toEqual([]);
});

it('a two-digit supply class is one only right behind its word', () => {
  expect(scanner.scan('NSN 5855-01-432-0524, qty 16 EA').goods).toEqual(['night_vision']);
  expect(scanner.scan('FSC 16 parts').goods).toEqual(['aircraft_part']);
});

it('a code about which something else is done tells no goods', () => {
  expect(scanner.scan('Training on ECCN 9A515.a for staff').goods).toEqual([]);
});

it.each([
  'Заявка № 8543709960, бумага',
  'Реквизиты: ИНН 8543709960, р/с нет',
  'ІПН замовника: 8543709960',
  'PO number 8543709960, desks',
  'Ref. 8543709960: window cleaning',
  '订单号：8543709960，办公椅',
  '项目编号 8543709960 保洁服务',
  'факс: 8543709960',
  'tel 8543709960',
  'Lot no. 8543709960, chairs',
  'Договор от 8543709960, мебель',
])('a bare number of something else is no code of goods: %s', (text) => {
  expect(scanner.scan(text).mentions.filter(({ kind }) => kind === 'code')).toEqual([]);
});

it.each([
  'Commodity No. 8543709960, 4 pcs',
  'Statistical number: 8543709960',
  'customs number 8543709960',
  'Tender for jammers 8543709960',
  'Лот глушилки 8543709960',
  'Order scopes 8543709960',
  'Apparatus 8543709960, 5 sets',
  '商品编号8543709960，6套',
  'Прибор 8543709960',
  '税号：8543709960',
])('elsewhere a bare number that is listed is one: %s', (text) => {
  expect(
    scanner
      .scan(text)
      .mentions.filter(({ kind }) => kind === 'code')
      .map(({ id }) => id),
  ).toEqual(['HS:8543709960']);
});
