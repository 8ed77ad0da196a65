import { expect, test } from 'vitest';
import { misread } from './misread.ts';

test.each([
  ['r0bert', ['robert']],
  ['mca1pine', ['mcalpine', 'mcaipine']],
  ['8ranic5', ['branics']],
  ['orvanik', []],
  ['b2b', []],
  ['orvanik3', []],
  ['orvanik10', []],
])('%s is read as %j', (word, meant) => {
  expect(misread(word)).toEqual(meant);
});
