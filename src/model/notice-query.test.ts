import { expect, test } from 'vitest';
import { parseNoticeQuery } from './notice-query.ts';

test('goods that nobody knows are a slip, told with its place and what is near', () => {
  const goods = ['radar', 'uav', 'uav_part'];
  expect(parseNoticeQuery('goods:radar or goods:uav*', goods)).toEqual(parseNoticeQuery('goods:radar or goods:uav*'));
  expect(() => parseNoticeQuery('listed>=1 goods:radra', goods)).toThrow('position 17 of 21: goods is never "radra"; perhaps radar');
  expect(() => parseNoticeQuery('goods:jam', goods)).toThrow('it is one of radar, uav, uav_part');
});
