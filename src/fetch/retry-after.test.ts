import fc from 'fast-check';
import { expect, test } from 'vitest';

import { parseHttpDate, parseRetryAfter } from './retry-after.ts';

const NOW = Date.UTC(2024, 4, 22, 8, 0, 0);
const DAY = 86_400_000;

test.each([
  ['120', 120_000],
  [' 0 ', 0],
  ['99999999999999999999', DAY],
  ['Wed, 22 May 2024 08:00:30 GMT', 30_000],
  ['Wednesday, 22-May-24 08:01:00 GMT', 60_000],
  ['Wed May 22 09:00:00 2024', 3_600_000],
  ['Sat May  4 09:00:00 2024', 0],
  ['Wed, 22 May 2030 08:00:30 GMT', DAY],
  ['Mon, 01 Jan 1990 00:00:00 GMT', 0],
])('%s → %i ms', (value, wait) => expect(parseRetryAfter(value, NOW)).toBe(wait));

test.each([
  '',
  '-5',
  '1.5',
  '5s',
  'soon',
  '1e3',
  'Wed, 31 Feb 2024 08:00:00 GMT',
  'Wed, 22 May 2024 25:00:00 GMT',
  'Wed, 22 Mai 2024 08:00:00 GMT',
  '2024-05-22T08:00:30Z',
  'Wed, 22 May 2024 08:00:30 +0800',
])('"%s" says nothing', (value) => {
  expect(parseRetryAfter(value, NOW)).toBeUndefined();
});

test('every date in each of the three forms comes back', () => {
  const second = fc.integer({ min: Date.UTC(1975, 0) / 1000, max: Date.UTC(2060, 0) / 1000 }).map((seconds) => seconds * 1000);
  fc.assert(
    fc.property(second, (at) => {
      const imf = new Date(at).toUTCString();
      const [weekday = '', day = '', month = '', year = '', time = ''] = imf.replace(',', '').split(' ');
      expect(parseHttpDate(imf, NOW)).toBe(at);
      expect(parseHttpDate(`${weekday}day, ${day}-${month}-${year.slice(2)} ${time} GMT`, NOW)).toBe(at);
      expect(parseHttpDate(`${weekday} ${month} ${day.replace(/^0/, ' ')} ${time} ${year}`, NOW)).toBe(at);
    }),
  );
});

test('any text gives a bounded wait or none', () => {
  fc.assert(
    fc.property(fc.string(), (value) => {
      const wait = parseRetryAfter(value, NOW);
      expect(wait === undefined || (wait >= 0 && wait <= DAY)).toBe(true);
    }),
  );
  expect(parseRetryAfter(undefined, NOW)).toBeUndefined();
});
