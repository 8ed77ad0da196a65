import { expect, it } from 'vitest';
import { loadCatalogue } from '../catalogue/load.ts';
import { createScanner } from './scanner.ts';

const scanner = createScanner(loadCatalogue());

it.each([
  ['夜里观察用的双筒之镜 5件', 'night_vision'],
  ['Аппарат летающий без человека, 4 шт.', 'uav'],
  ['Безлюдний літальний апарат, 2 одиниці', 'uav'],
  ['Human-less flying apparatus, 3 pieces', 'uav'],
  ['Showing-wave instrument, 4 roads, 2 sets', 'test_equipment'],
  ['Мешающая пушка для беспилотников, 1 шт.', 'counter_uav_jam'],
  ['Радиолокатор погоды, 1 шт.', 'radar'],
])('finds goods named part by part: %s', (text, concept) => {
  expect(scanner.scan(text).goods).toContain(concept);
});

it('says that the wording is a translation, and quotes it', () => {
  const text = 'Закупка: прибор видения ночью, 10 шт.';
  const found = scanner.scan(text).mentions.find(({ concept }) => concept === 'night_vision');
  expect(found).toMatchObject({ counted: true, strength: 'soft' });
  expect(found?.note).toContain('wording translated from another language');
});

it.each([
  'Night sightseeing tour by bus',
  'Golf laser range finder',
  'Washing machine brushless motor',
  'Heat pump and hot water boiler',
  'Картина красных листьев, внешняя рама',
  '住宅小区可视对讲门铃更换',
  'SCREW,MACHINE',
  'The light was on. Aim of the project',
])('takes ordinary words, and terms that their guards refuse, for no calque: %s', (text) => {
  expect(scanner.scan(text).goods).toEqual([]);
});

it('wants the parts side by side and in one clause', () => {
  expect(scanner.scan('Night shift of nurses who look after patients').goods).toEqual([]);
  expect(scanner.scan('Flying school, unmanned desk').goods).toEqual([]);
});

it('takes time linear in a text of nothing but parts', () => {
  const text = 'night see fly heat image '.repeat(4000);
  expect(scanner.scan(text).mentions.length).toBeLessThan(600);
});
