import { expect, test } from 'vitest';
import type { Case } from '../../api/routes.gen.ts';
import { applyChange, inverseOf, summaryOf } from './apply-change.ts';

const DOER = { by: 'a@example.org', at: '2026-03-07T10:00:00.000Z' };
const CASE: Case = {
  id: 'c1',
  title: 'Detectors for whom?',
  state: 'open',
  by: 'a@example.org',
  createdAt: '2026-03-06T10:00:00.000Z',
  updatedAt: '2026-03-06T10:00:00.000Z',
  version: 4,
  items: [
    { no: 2, kind: 'notice', id: 'n1', why: 'names Bulat', by: 'a@example.org', at: '2026-03-06T10:00:00.000Z', caption: 'A notice' },
  ],
  tasks: [{ no: 3, text: 'ask them', assignee: null, due: null, by: 'a@example.org', at: '2026-03-06T10:00:00.000Z', done: null }],
  comments: [],
  notes: [
    { no: 1, text: 'on words', on: { notice: 'n1', capture: 'ab', start: 0, end: 2 }, by: 'b', at: '', changed: null, words: 'Bu' },
    { no: 4, text: 'the summary', on: null, by: 'b', at: '', changed: null, words: null },
  ],
};

test('an item that is removed is gone at once, and comes back with why it was there', () => {
  const change = { do: 'remove', item: 2 } as const;
  expect(applyChange(CASE, change, DOER).items).toEqual([]);
  expect(inverseOf(CASE, change, CASE)).toEqual({ do: 'add', item: { kind: 'notice', id: 'n1' }, why: 'names Bulat' });
});

test('what is added has the number that the server will give it, so that it can be taken back', () => {
  const change = { do: 'add', item: { kind: 'report', id: 'n2' } } as const;
  const after = applyChange(CASE, change, { ...DOER, caption: 'A report' });
  expect(after.items.at(-1)).toMatchObject({ no: 5, id: 'n2', caption: 'A report' });
  expect(inverseOf(CASE, change, after)).toEqual({ do: 'remove', item: 5 });
});

test('what was in the case already cannot be taken back by whoever added it again', () => {
  expect(inverseOf(CASE, { do: 'add', item: { kind: 'notice', id: 'n1' } }, CASE)).toBeUndefined();
});

test('a task that is done is undone by its number alone, and keeps what was not asked about', () => {
  const change = { do: 'changeTask', task: 3, done: true } as const;
  expect(applyChange(CASE, change, DOER).tasks[0]).toMatchObject({ text: 'ask them', done: DOER });
  expect(inverseOf(CASE, change, CASE)).toEqual({ do: 'changeTask', task: 3, done: false });
});

test('what was said stays said: a comment has no inverse', () => {
  expect(inverseOf(CASE, { do: 'comment', text: 'seen' }, CASE)).toBeUndefined();
  expect(applyChange(CASE, { do: 'comment', text: 'seen' }, DOER).comments).toHaveLength(1);
});

test('the summary is the first note that hangs on no words', () => {
  expect(summaryOf(CASE)?.no).toBe(4);
});
