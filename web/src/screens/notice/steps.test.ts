import { expect, it } from 'vitest';
import type { Observation } from '../../api/routes.gen.ts';
import { madeUpVisit } from './made-up.ts';
import { stepsOf } from './steps.ts';

const seen = (at: string, state: Observation['state'], reason: string | null = null): Observation =>
  madeUpVisit(state, { at, reason, removalKind: state === 'removed' ? 'publisher' : null });

it('joins equal visits, and says between which two a notice went: a captcha shows nothing of it', () => {
  const steps = stepsOf([
    seen('t1', 'present'),
    seen('t2', 'present'),
    seen('t3', 'blocked', 'captcha'),
    seen('t4', 'removed', 'deleted'),
    seen('t5', 'removed', 'deleted'),
    seen('t6', 'unreachable', 'refused'),
  ]);
  expect(steps.map(({ state, after, from, to, visits }) => [state, after, from, to, visits])).toEqual([
    ['present', null, 't1', 't2', 2],
    ['blocked', 't2', 't3', 't3', 1],
    ['removed', 't2', 't4', 't5', 2],
    ['unreachable', 't5', 't6', 't6', 1],
  ]);
});

it('keeps each change apart, and takes visits in any order', () => {
  const steps = stepsOf([seen('t3', 'changed'), seen('t1', 'present'), seen('t2', 'changed')]);
  expect(steps.map(({ state, after, from }) => [state, after, from])).toEqual([
    ['present', null, 't1'],
    ['changed', 't1', 't2'],
    ['changed', 't2', 't3'],
  ]);
});
