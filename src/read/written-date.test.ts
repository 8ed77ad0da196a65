import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assumedZone, dateOfUnix, findDate, type ZoneRule } from './written-date.ts';

const SITE: ZoneRule = { offset: '+08:00', from: 'site', slackSeconds: 0 };

describe('findDate', () => {
  it.each([
    ['2025年06月27日 17:52', '2025-06-27T09:52:00Z', 30],
    ['2025年6月7日17时52分', '2025-06-07T09:52:00Z', 30],
    ['发布时间：2025/6/7', '2025-06-07', 43_200],
    ['[2025.01.05]', '2025-01-05', 43_200],
    ['2025-06-27 17:52:33', '2025-06-27T09:52:33Z', 0],
    ['27.06.2025 17:52 (МСК)', '2025-06-27T14:52:00Z', 30],
    ['27 июня 2025 г., 17:52', '2025-06-27T09:52:00Z', 30],
    ['12 мая 2025 года', '2025-05-12', 43_200],
    ['27 червня 2025', '2025-06-27', 43_200],
    ['June 27, 2025 5:52 PM', '2025-06-27T09:52:00Z', 30],
    ['Fri, 27 Jun 2025 10:00:00 GMT', '2025-06-27T10:00:00Z', 0],
    ['2025-06-27T17:52:00+03:00', '2025-06-27T14:52:00Z', 0],
    ['2025-06-27T17:52:00.123Z', '2025-06-27T17:52:00Z', 0],
    ['05/28/2025', '2025-05-28', 43_200],
    ['12/05/2025', '2025-05-12', 43_200],
  ])('%s', (text, iso, uncertaintySeconds) => {
    expect(findDate(text, SITE)).toMatchObject({ iso, uncertaintySeconds });
  });

  it.each(['2025-13-45', '31.02.2025', '192.168.2025.1', '2025', 'ГОСТ 12.1.2025-3000', '电话 010-20250101', '12025-01-011'])(
    '%s is none',
    (text) => {
      expect(findDate(text, SITE)).toBeNull();
    },
  );

  it('says how far an assumed zone may be off', () => {
    expect(findDate('2025-01-01 12:00', assumedZone('zh'))).toMatchObject({
      iso: '2025-01-01T04:00:00Z',
      zone: 'assumed',
      uncertaintySeconds: 30,
    });
    expect(findDate('01.01.2025 12:00', assumedZone('ru'))).toMatchObject({
      iso: '2025-01-01T09:00:00Z',
      zone: 'assumed',
      uncertaintySeconds: 9 * 3600 + 30,
    });
    expect(findDate('2025-01-01T12:00:00Z', assumedZone('en'))).toMatchObject({ zone: 'stated', uncertaintySeconds: 0 });
  });

  it('finds the first of several, and reads back any day', () => {
    expect(findDate('от 3 марта 2025, изм. 2025-04-01', SITE)?.iso).toBe('2025-03-03');
    fc.assert(
      fc.property(fc.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, day] = iso.split('-').map(Number);
        return [iso, `${year}年${month}月${day}日`, `${iso.slice(8)}.${iso.slice(5, 7)}.${year}`].every(
          (text) => findDate(text, SITE)?.iso === iso,
        );
      }),
    );
  });

  it('takes only plausible seconds for a time', () => {
    expect(dateOfUnix(1_762_747_210)).toMatchObject({ iso: '2025-11-10T04:00:10Z', uncertaintySeconds: 0, zone: 'stated' });
    for (const seconds of [0, NaN, 1.5, 1_762_747_210_000]) expect(dateOfUnix(seconds)).toBeNull();
  });
});
