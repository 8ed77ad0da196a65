import { expect, test } from 'vitest';
import { byteRange } from './byte-range.ts';

test.each([
  [undefined, undefined],
  ['bytes=0-9', { start: 0, end: 9 }],
  ['bytes=90-', { start: 90, end: 99 }],
  ['bytes=-7', { start: 93, end: 99 }],
  ['bytes=-700', { start: 0, end: 99 }],
  ['bytes=50-100000', { start: 50, end: 99 }],
  ['bytes=100-', null],
  ['bytes=-0', null],
  // What is no range, or several, is answered with the whole.
  ['bytes=9-3', undefined],
  ['bytes=0-1,5-6', undefined],
  ['bytes=-', undefined],
  ['lines=0-9', undefined],
  ['bytes=99999999999999999999-', undefined],
])('of 100 bytes %s is %j', (header, range) => {
  expect(byteRange(header, 100)).toEqual(range);
});
