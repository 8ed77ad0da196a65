import { expect, test } from 'vitest';
import { nearestName } from './nearest-name.ts';

const KEYS = ['fetch.pace', 'fetch.timeout', 'follow.default', 'keep', 'home'];

test.each([
  ['fetch.pacs', 'fetch.pace'],
  ['fetch.paec', 'fetch.pace'],
  ['fetch.timout', 'fetch.timeout'],
  ['Follow.Default', 'follow.default'],
  ['kep', 'keep'],
])('%s meant %s', (typed, meant) => {
  expect(nearestName(typed, KEYS)).toBe(meant);
});

test.each(['database', 'x', 'fetch.proxy-address'])('%s is near to nothing', (typed) => {
  expect(nearestName(typed, KEYS)).toBeUndefined();
});
