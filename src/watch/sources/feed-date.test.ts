import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_DATE, readFeedDate } from './feed-date.ts';

const china = { offset: 8, spread: 8 };
const nowhere = { offset: 0, spread: 12 };

describe('readFeedDate', () => {
  test.each([
    ['Wed, 22 May 2024 10:00:00 +0800', '2024-05-22T02:00:00Z'],
    ['22 May 24 10:00:00 EST', '2024-05-22T15:00:00Z'],
    ['Wed, 22 May 2024 10:00:00 GMT', '2024-05-22T10:00:00Z'],
    ['Wed, 22 May 2024 10:00:00 GMT+0800 (CST)', '2024-05-22T02:00:00Z'],
    ['Wed May 22 10:00:00 CST 2024', '2024-05-22T02:00:00Z'],
    ['2024-05-22T10:00:00.123456+08:00', '2024-05-22T02:00:00Z'],
    ['2024-05-22T10:00:00−05:00', '2024-05-22T15:00:00Z'],
    ['20240522T100000Z', '2024-05-22'],
    ['22 мая 2024 г., 10:00:05 МСК', '2024-05-22T07:00:05Z'],
    ['1716343200', '2024-05-22T02:00:00Z'],
    ['1716343200000', '2024-05-22T02:00:00Z'],
    ['May 22, 2024 2:05:00 PM UTC', '2024-05-22T14:05:00Z'],
    ['Fri, 31 Dec 2024 24:00:00 GMT', '2025-01-01T00:00:00Z'],
    ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00Z'],
  ])('%s is %s, as stated', (text, publishedAt) => {
    const date = readFeedDate(text, china);
    expect(date.publishedAt).toBe(publishedAt);
    if (publishedAt.endsWith('Z')) expect(date).toMatchObject({ publishedUncertaintySeconds: 0, publishedZone: 'stated' });
  });

  test.each([
    ['2024-05-22 10:00:00', '2024-05-22T02:00:00Z', 28_800],
    ['2024年5月22日 10:00', '2024-05-22T02:00:00Z', 28_830],
    ['2024/5/22 10时00分', '2024-05-22T02:00:00Z', 28_830],
    ['Wed, 22 May 2024 10:00:00', '2024-05-22T02:00:00Z', 28_800],
  ])('%s without a zone is assumed', (text, publishedAt, publishedUncertaintySeconds) => {
    expect(readFeedDate(text, china)).toEqual({ publishedAt, publishedUncertaintySeconds, publishedZone: 'assumed' });
  });

  test.each(['2024-05-22', '2024年5月22日', '22.05.2024', '22 May 2024', '22 мая 2024 года', '22 травня 2024', '20240522', 'May 22, 2024'])(
    '%s is a day',
    (text) => {
      expect(readFeedDate(text, nowhere)).toEqual({ publishedAt: '2024-05-22', publishedUncertaintySeconds: 43_200, publishedZone: null });
    },
  );

  test.each([
    '',
    '2024-02-30',
    '2024-13-01',
    '0001-01-01T00:00:00Z',
    '1970-01-01T00:00:00Z',
    '0',
    'yesterday',
    'Invalid Date',
    'null',
    '22 Foo 2024',
    '2024-05-22T25:00:00Z',
    '99999999999999999999',
    '9999-01-01',
  ])('%j is no date', (text) => {
    expect(readFeedDate(text, nowhere)).toEqual(NO_DATE);
  });

  test('future dates are kept: there is no clock here', () => {
    expect(readFeedDate('2099-01-01T00:00:00Z', nowhere).publishedAt).toBe('2099-01-01T00:00:00Z');
  });

  test('reads back what JavaScript writes, in any zone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 640_000_000, max: 4_000_000_000 }), fc.integer({ min: -12, max: 14 }), (seconds, hours) => {
        const iso = new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
        expect(readFeedDate(iso, china).publishedAt).toBe(iso);
        expect(readFeedDate(new Date(seconds * 1000).toUTCString(), china).publishedAt).toBe(iso);
        const local = new Date((seconds + hours * 3600) * 1000).toISOString().slice(0, 19);
        expect(readFeedDate(`${local}${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}:00`, china).publishedAt).toBe(iso);
      }),
    );
  });

  test('never throws, never gives half a date', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 60 }), fc.stringMatching(/^[0-9T:. /+年月日Zма-]{0,30}$/)), (text) => {
        const date = readFeedDate(text, china);
        if (date.publishedAt !== null) expect(Number.isNaN(Date.parse(date.publishedAt))).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});
