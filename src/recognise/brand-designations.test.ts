import { expect, it } from 'vitest';
import { loadCatalogue } from '../catalogue/load.ts';
import { createScanner } from './scanner.ts';
import { isWithin, soundOfHan, soundOfName } from './sound-of-name.ts';

const scanner = createScanner(loadCatalogue());

it.each([
  ['法那科 Oi-TF 系统一套', 'machine_tool'],
  ['仪器：太克 MSO58 一台', 'test_equipment'],
  ['Роди Шварс ФСВ-13 б/у', 'test_equipment'],
  ['Wanted: Bosson 640, quantity 25', 'thermal_imaging'],
  ['Кейсайд N9О2ОВ, 1 шт.', 'test_equipment'],
  ['стар линк, Стар Линк (тарілка), 4 шт', 'radio_comms'],
  ['Rotaks 914-F zero time, 2 units', 'aero_engine_part'],
  ['Мотарола GP 340, 10 шт', 'radio_comms'],
])('a name by its sound, with a designation behind it, is goods: %s', (text, concept) => {
  expect(scanner.scan(text).goods).toEqual([concept]);
});

it('says which name is meant', () => {
  const [mention] = scanner.scan('Роди Шварс ФСВ-13 б/у').mentions.filter(({ counted }) => counted);
  expect(mention?.note).toContain('disguised: "Роди Шварс ФСВ');
});

it.each([
  'Ремонт автомобиля Хёндэ Матрикс 2006 г.в.',
  '更换英韦达牌防盗门112樘',
  '大江 3台',
  'Altera Lane and Xilin Close, 1.4 km',
  'Motorola Moto G54 phone case',
  'Harris tweed jackets 12',
  'Spartan 2025 charity run',
  'Phantom of the opera, 2 evenings',
])('takes other names, years and counts for none: %s', (text) => {
  expect(scanner.scan(text).goods).toEqual([]);
});

it('hears names of three ways of writing alike', () => {
  expect(soundOfName('Ксайлинкс')).toBe(soundOfName('Ксайлинкс'.toLowerCase()));
  expect(isWithin(soundOfName('Schwarz'), soundOfName('Шварц'), 0)).toBe(true);
  expect(soundOfHan('大江')).toBe(soundOfHan('大疆'));
  expect(soundOfHan('发纳科')).toBe(soundOfHan('发那科'));
});

it('counts letters that differ', () => {
  expect(isWithin('pulsar', 'pulser', 1)).toBe(true);
  expect(isWithin('pulsar', 'pulter', 1)).toBe(false);
});
