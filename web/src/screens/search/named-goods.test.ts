import { expect, test } from 'vitest';
import { namedGoods } from './named-goods.ts';

const LABELS = [
  { counter_uav_jam: 'drone jammer', counter_uav_detect: 'drone detector', uav: 'drones' },
  { counter_uav_jam: '无人机干扰设备', counter_uav_detect: '无人机探测设备', uav: '无人机' },
  { counter_uav_jam: 'подавитель БПЛА', counter_uav_detect: 'детектор БПЛА', uav: 'БПЛА' },
];

test('a label in any language names its goods, one or many', () => {
  expect(namedGoods(['drone', 'jammer'], LABELS)).toEqual(['counter_uav_jam']);
  expect(namedGoods(['Drone', 'jammers'], LABELS)).toEqual(['counter_uav_jam']);
  expect(namedGoods(['无人机'], LABELS)).toEqual(['uav', 'counter_uav_jam', 'counter_uav_detect']);
  expect(namedGoods(['подавитель'], LABELS)).toEqual(['counter_uav_jam']);
});

test('words of which some are no part of the label name nothing, nor do letters', () => {
  expect(namedGoods(['drone', 'Bulat'], LABELS)).toEqual([]);
  expect(namedGoods(['dr'], LABELS)).toEqual([]);
  expect(namedGoods([], LABELS)).toEqual([]);
});
