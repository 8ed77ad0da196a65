import { expect, it } from 'vitest';
import type { TriageAct } from '../../../api/routes.gen.ts';
import { judgedBy, toldActs } from './told-acts.ts';

const NEW = { state: 'new', assignee: null } as const;
const ESCALATED = { state: 'escalated', assignee: null } as const;
const act = (no: number, more: Partial<TriageAct>): TriageAct => ({
  no,
  notice: 'n1',
  do: 'escalate',
  why: null,
  by: 'lena',
  at: `2026-11-26T10:00:0${no}.000Z`,
  before: NEW,
  after: ESCALATED,
  undoes: null,
  ...more,
});
const escalated = act(1, {});
const reason = act(2, { before: ESCALATED, why: 'a jammer for a foreign firm' });

it('tells an act and the reason that was given for it as one', () => {
  expect(toldActs([escalated, reason])).toEqual([{ ...escalated, why: 'a jammer for a foreign firm' }]);
});

it('tells what somebody else said of it apart', () => {
  expect(toldActs([{ ...reason, by: 'oleh' }, escalated])).toHaveLength(2);
});

it('finds the act that a notice owes its state to', () => {
  expect(judgedBy([reason, escalated], 'escalated')?.why).toBe('a jammer for a foreign firm');
  expect(judgedBy([act(3, { do: 'undo', before: ESCALATED, after: NEW, undoes: 1 }), escalated], 'escalated')).toBeUndefined();
  expect(judgedBy([], 'escalated')).toBeUndefined();
});
