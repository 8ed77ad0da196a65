import { expect, it } from 'vitest';
import type { Observation } from '../../../api/routes.gen.ts';
import { madeUpCapture, madeUpVisit } from '../made-up.ts';
import { runsOf, visitsOf } from './visits.ts';

const visit = (minute: number, state: Observation['state'], more: Partial<Observation> = {}): Observation =>
  madeUpVisit(state, { at: `2026-11-26T10:0${minute}:00.000Z`, logIndex: minute, ...more });

it('names the bytes that a second sighting brought again', () => {
  const { visits, beside } = visitsOf(
    [visit(1, 'present', { capture: 'a' }), visit(2, 'removed', { capture: 'b' }), visit(3, 'removed', { confirms: 'b' })],
    [madeUpCapture('a'), madeUpCapture('b'), madeUpCapture('picture')],
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
    [madeUpCapture('a')],
  );
  expect(runsOf(visits).map((run) => run.map(({ observation }) => observation.logIndex))).toEqual([[1], [2, 3], [4], [5, 6]]);
});
