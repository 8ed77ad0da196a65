import { expect, it } from 'vitest';
import type { Capture, NoticeInFull, Observation } from '../../api/routes.gen.ts';
import { madeUpCapture, madeUpVisit } from './made-up.ts';
import { isJudged, textState } from './text-state.ts';

const visit = (reading: string | null): Observation => madeUpVisit(reading === null ? 'blocked' : 'present', { reading, capture: 'c1' });
const capture = (forgotten: Capture['forgotten']): Capture => madeUpCapture('c1', { forgotten });
const read: NoticeInFull['reading'] = { text: 'x', lang: 'en', fields: {}, capture: 'c1', reader: 'generic' };

it.each([
  ['read', { reading: read, observations: [visit('d1')], captures: [capture(null)] }],
  ['unvisited', { reading: null, observations: [], captures: [] }],
  ['reading', { reading: null, observations: [visit('d1')], captures: [capture(null)] }],
  ['none', { reading: null, observations: [visit(null)], captures: [capture(null)] }],
  // Nothing is awaited of a text that was removed by order.
  ['none', { reading: null, observations: [visit('d1')], captures: [capture({ at: '2026-11-26T11:00:00.000Z', why: 'order' })] }],
] as const)('the text is %s', (state, notice) => {
  expect(textState(notice)).toBe(state);
  expect(isJudged(notice)).toBe(state === 'read' || state === 'none');
});
