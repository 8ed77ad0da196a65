import { expect, test } from 'vitest';
import { claimWith, copyOf, noticeWith, seen } from './made-up.ts';
import { byDay, timelineOf } from './timeline.ts';

const province = noticeWith({
  id: 'n1',
  publishedAt: '2026-03-01',
  observations: [
    seen('2026-03-01T10:00:00.000Z', 'present', { capture: 'c1', logIndex: 1 }),
    seen('2026-03-02T10:00:00.000Z', 'changed', { capture: 'c2', logIndex: 2 }),
    seen('2026-03-03T10:00:00.000Z', 'blocked', { logIndex: 3 }),
    seen('2026-03-03T11:00:00.000Z', 'blocked', { logIndex: 4 }),
    seen('2026-03-04T10:00:00.000Z', 'removed', { capture: 'c5', logIndex: 5, basis: 'deleted by its publisher' }),
    seen('2026-03-04T11:00:00.000Z', 'removed', { confirms: 'c5', logIndex: 6 }),
  ],
});
const city = noticeWith({ id: 'n2', publishedAt: '2026-03-05', firstSeenAt: '2026-03-05T09:00:00.000Z' });

function kinds(of: Parameters<typeof timelineOf>[0]): readonly string[] {
  return timelineOf(of).map(({ kind }) => kind);
}

test('the life of a notice: published, seen, edited and removed within intervals, blocked for as long as it was', () => {
  const entries = timelineOf({ notices: [province], copies: new Map(), claims: [] });
  expect(entries.map(({ kind, at, until }) => [kind, at.slice(5, 16), until?.slice(5, 16) ?? null])).toEqual([
    ['published', '03-01', null],
    ['seen', '03-01T10:00', null],
    ['edited', '03-01T10:00', '03-02T10:00'],
    ['blocked', '03-03T10:00', '03-03T11:00'],
    ['removed', '03-02T10:00', '03-04T10:00'],
  ]);
});

test('a removal is told once, with what shows it', () => {
  const removed = timelineOf({ notices: [province], copies: new Map(), claims: [] }).filter(({ kind }) => kind === 'removed');
  expect(removed).toHaveLength(1);
  expect(removed[0]).toMatchObject({ capture: 'c5', logIndex: 5, visit: { basis: 'deleted by its publisher' } });
});

test('a notice that stands again after it was gone is back between the two visits', () => {
  const observations = [...province.observations, seen('2026-03-06T10:00:00.000Z', 'present')];
  const entries = timelineOf({ notices: [{ ...province, observations }], copies: new Map(), claims: [] });
  expect(entries.find(({ kind }) => kind === 'back')).toMatchObject({ at: '2026-03-04T11:00:00.000Z', until: '2026-03-06T10:00:00.000Z' });
});

test('of a pair of copies the later appeared, and the pair is told once from whichever side', () => {
  const copies = new Map([
    ['n1', [copyOf(city)]],
    ['n2', [copyOf(province)]],
  ]);
  const told = timelineOf({ notices: [province, city], copies, claims: [] }).filter(({ kind }) => kind === 'copy');
  expect(told).toHaveLength(1);
  expect(told[0]).toMatchObject({ at: '2026-03-05', of: { id: 'n2' }, other: { id: 'n1' }, copyKind: 'verbatim' });
});

test('a claim stands where it was said, one without a day where it was recorded, a withdrawn one nowhere', () => {
  const claims = [
    claimWith({ id: 'q1', saidAt: '2026-03-07' }),
    claimWith({ id: 'q2' }),
    claimWith({ id: 'q3', withdrawn: { by: 'a', at: '2026-03-10T10:00:00.000Z', why: 'twice' } }),
  ];
  const entries = timelineOf({ notices: [], copies: new Map(), claims });
  expect(entries.map(({ of, at, recorded }) => [of.id, at.slice(0, 10), recorded])).toEqual([
    ['q1', '2026-03-07', false],
    ['q2', '2026-03-09', true],
  ]);
});

test('a claim of a day at no known hour stands after what has an hour on that day, and before the next day', () => {
  const published = noticeWith({ id: 'n3', publishedAt: '2026-03-07T18:41:33.000Z', firstSeenAt: '2026-03-08T00:00:01.000Z' });
  const entries = timelineOf({ notices: [published], copies: new Map(), claims: [claimWith({ id: 'q1', saidAt: '2026-03-07' })] });
  expect(entries.map(({ kind }) => kind)).toEqual(['published', 'claim', 'seen']);
  expect(byDay(entries).map(([day, of]) => [day, of.length])).toEqual([
    ['2026-03-07', 2],
    ['2026-03-08', 1],
  ]);
});

test('a press report is one entry, whatever was seen of it', () => {
  expect(kinds({ notices: [noticeWith({ ...province, type: 'report' })], copies: new Map(), claims: [] })).toEqual(['report']);
});

test('days come in order, each with what began on it', () => {
  const entries = timelineOf({ notices: [province, city], copies: new Map(), claims: [] });
  expect(byDay(entries).map(([day, of]) => [day, of.length])).toEqual([
    ['2026-03-01', 2],
    ['2026-03-02', 1],
    ['2026-03-03', 1],
    ['2026-03-04', 1],
    ['2026-03-05', 2],
  ]);
});
