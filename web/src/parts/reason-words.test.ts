import { describe, expect, it } from 'vitest';
import { readReason } from './reason-words.ts';

describe('reasons of a priority', () => {
  it.each([
    ['+40 counter_uav_jam', { points: 40, kind: 'goods', what: 'counter_uav_jam' }],
    ['+20 intent foreign_buyer', { points: 20, kind: 'intent', what: 'foreign_buyer' }],
    ['+12 trade name Булат: новый', { points: 12, kind: 'tradeName', what: 'Булат: новый' }],
    ['+6 red flag CASE-04: an equivalent is sought', { points: 6, kind: 'flag', what: 'CASE-04' }],
    ['+40 listed party publishes it: KTRV (eu-833, 0.97)', { points: 40, kind: 'publisher', what: 'KTRV (eu-833, 0.97)' }],
    ['+25 listed party KTRV (eu-833, 0.97)', { points: 25, kind: 'listed', what: 'KTRV (eu-833, 0.97)' }],
    ['+15 removed', { points: 15, kind: 'removed', what: 'removed' }],
    ['+20 place RU-TUL', { points: 20, kind: 'place', what: 'RU-TUL' }],
  ])('reads %s', (reason, read) => expect(readReason(reason)).toEqual(read));

  it('leaves alone what it does not know', () => expect(readReason('because')).toBeNull());
});
