import { expect, test } from 'vitest';
import { visitRunsOf } from './visit-runs.ts';

type Visit = Parameters<typeof visitRunsOf>[0][number];

function visit(logIndex: number, more: Partial<Visit>): Visit {
  return {
    url: 'https://example.org/n',
    at: `2026-03-01T10:00:0${String(logIndex % 10)}.000Z`,
    state: 'unreachable',
    reason: 'refused',
    basis: null,
    removalKind: null,
    capture: null,
    confirms: null,
    reading: null,
    logIndex,
    ...more,
  };
}

const shown = (visits: readonly Visit[]): readonly (number | string)[] =>
  visitRunsOf(visits).map((row) => ('visit' in row ? row.visit.logIndex : `+${String(row.more)}`));

test('of many visits that brought nothing the first and the last are told, and how many lie between', () => {
  const kept = visit(1, { state: 'present', reason: null, capture: 'a'.repeat(64) });
  expect(shown([kept, ...[2, 3, 4, 5, 6].map((no) => visit(no, {}))])).toEqual([1, 2, '+3', 6]);
});

test('a visit that brought something, or showed something else, is told by itself', () => {
  const visits = [1, 2, 3, 4, 5].map((no) => visit(no, { state: 'removed', capture: 'b'.repeat(64) }));
  expect(shown(visits)).toEqual([1, 2, 3, 4, 5]);
  const two = [1, 2, 3].map((no) => visit(no, {})).concat([4, 5, 6].map((no) => visit(no, { reason: 'timeout' })));
  expect(shown(two)).toEqual([1, 2, 3, 4, 5, 6]);
});
