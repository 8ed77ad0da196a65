import { expect, test } from 'vitest';
import type { AlertRuleId, NoticeId } from '../../model/ids.ts';
import { newAlertId } from '../../model/ids.ts';
import type { Notice } from '../../model/notice.ts';
import type { ObservationState } from '../../model/observation.ts';
import type { PendingChange } from '../../store/alert-port.ts';
import { findAlerts, type ChangedNotice } from './find-alerts.ts';

const RULE = { id: 'a1' as AlertRuleId, when: 'removed' };

const notice = (id: string, state: ObservationState = 'present'): Notice =>
  ({ id: id as NoticeId, url: `https://x.example/${id}`, title: id, state }) as Notice;

function change(seq: number, of: string, from: ObservationState | null, to: ObservationState): PendingChange {
  return {
    seq,
    noticeId: of as NoticeId,
    at: `2026-03-01T00:00:0${seq}Z`,
    change: { from, to },
    copy: null,
    triage: false,
    told: [],
    settled: true,
  };
}

function copy(seq: number, of: string, other: string, state: ObservationState = 'present'): PendingChange {
  return { ...change(seq, of, state, state), copy: { other: other as NoticeId, kind: 'edited' } };
}

function told(changed: readonly ChangedNotice[], holds: (one: Notice) => boolean = () => true, standing: readonly Notice[] = []) {
  const all = new Map(changed.map(({ notice: one }) => [one.id, one]));
  return findAlerts(
    RULE,
    changed,
    (one) => holds(one),
    all,
    new Map(changed.map(({ notice: { id } }) => [id, standing.map((one) => ({ ...one, kind: 'edited' }))])),
    () => newAlertId(0),
  ).map(({ alert, of }) => [alert.notice.id, `${alert.change.from} → ${alert.change.to}`, alert.copies?.map(({ id }) => id) ?? [], of]);
}

test('each change of state is an alert of its own', () => {
  expect(told([{ notice: notice('x'), changes: [change(1, 'x', null, 'present'), change(2, 'x', 'present', 'changed')] }])).toEqual([
    ['x', 'null → present', [], [1]],
    ['x', 'present → changed', [], [2]],
  ]);
});

test('what one run finds about a notice and its copies is one alert, whichever stands first', () => {
  const one = { notice: notice('new'), changes: [change(2, 'new', null, 'present'), copy(3, 'new', 'old')] };
  const other = { notice: notice('old'), changes: [copy(4, 'old', 'new')] };
  expect(told([one, other])).toEqual([['new', 'null → present', ['old'], [2, 3, 4]]]);
  expect(told([other, one])).toEqual([['new', 'null → present', ['old'], [2, 3, 4]]]);
  expect(told([one, other], ({ id }) => id === 'old')).toEqual([['old', 'present → present', ['new'], [4]]]);
  const both = [
    { notice: notice('a'), changes: [change(1, 'a', null, 'present'), copy(3, 'a', 'b'), change(5, 'a', 'present', 'changed')] },
    { notice: notice('b'), changes: [change(2, 'b', null, 'present'), copy(4, 'b', 'a')] },
    { notice: notice('c'), changes: [change(6, 'c', null, 'present')] },
  ];
  expect(told(both)).toEqual([
    ['a', 'null → present', ['b'], [1, 2, 3, 4]],
    ['a', 'present → changed', [], [5]],
    ['c', 'null → present', [], [6]],
  ]);
});

test('copies alone are one alert for all of them', () => {
  const changed = [
    { notice: notice('a'), changes: [copy(1, 'a', 'b'), copy(2, 'a', 'c')] },
    { notice: notice('b'), changes: [copy(3, 'b', 'a'), copy(4, 'b', 'c')] },
    { notice: notice('c'), changes: [copy(5, 'c', 'a'), copy(6, 'c', 'b')] },
  ];
  expect(told(changed)).toEqual([['a', 'present → present', ['b', 'c'], [1, 2, 3, 4, 5, 6]]]);
});

test('a certain removal names the copies that still stand, another change does not', () => {
  const gone = { notice: notice('x', 'removed'), changes: [change(1, 'x', null, 'present'), change(2, 'x', 'present', 'removed')] };
  expect(told([gone], () => true, [notice('y')])).toEqual([
    ['x', 'null → present', [], [1]],
    ['x', 'present → removed', ['y'], [2]],
  ]);
});

test('a certain removal always stands alone', () => {
  const gone = { notice: notice('x', 'removed'), changes: [change(1, 'x', 'present', 'removed'), copy(2, 'x', 'y', 'removed')] };
  expect(told([gone])).toEqual([
    ['x', 'present → removed', [], [1]],
    ['x', 'removed → removed', [], [2]],
  ]);
});
