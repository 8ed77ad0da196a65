import { expect, it } from 'vitest';
import type { Capture, Observation } from '../../../api/routes.gen.ts';
import { runsOf, visitsOf } from './visits.ts';

const capture = (sha256: string): Capture => ({
  sha256,
  url: 'http://example.org/1',
  at: '2026-11-26T10:00:00.000Z',
  status: 200,
  ip: null,
  warc: null,
  logIndex: 0,
  forgotten: null,
});
const visit = (minute: number, state: Observation['state'], more: Partial<Observation> = {}): Observation => ({
  url: 'http://example.org/1',
  at: `2026-11-26T10:0${minute}:00.000Z`,
  state,
  reason: null,
  basis: null,
  removalKind: null,
  capture: null,
  confirms: null,
  reading: null,
  logIndex: minute,
  ...more,
});

it('names the bytes that a second sighting brought again', () => {
  const { visits, beside } = visitsOf(
    [visit(1, 'present', { capture: 'a' }), visit(2, 'removed', { capture: 'b' }), visit(3, 'removed', { confirms: 'b' })],
    [capture('a'), capture('b'), capture('picture')],
  );
  expect(visits.map((one) => [one.observation.logIndex, one.capture?.sha256, one.same?.sha256])).toEqual([
    [1, 'a', undefined],
    [2, 'b', undefined],
    [3, undefined, 'b'],
  ]);
  expect(beside.map(({ sha256 }) => sha256)).toEqual(['picture']);
});

it('says once what visits in a row showed alike, and keeps apart what brought bytes of its own', () => {
  const { visits } = visitsOf(
    [
      visit(1, 'present', { capture: 'a' }),
      visit(2, 'unreachable', { reason: 'timeout' }),
      visit(3, 'unreachable', { reason: 'timeout' }),
      visit(4, 'unreachable', { reason: 'dns' }),
      visit(5, 'present', { confirms: 'a' }),
      visit(6, 'present', { confirms: 'a' }),
    ],
    [capture('a')],
  );
  expect(runsOf(visits).map((run) => run.map(({ observation }) => observation.logIndex))).toEqual([[1], [2, 3], [4], [5, 6]]);
});
