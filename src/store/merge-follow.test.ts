import { expect, test } from 'vitest';
import type { FollowState } from '../model/notice.ts';
import { lagSeconds, median } from './lag.ts';
import { countVersions, mergeFollow, seenFirst } from './merge-follow.ts';
import { UNVISITED } from '../model/follow-state.ts';

const seen = (more: Partial<FollowState>): FollowState => ({
  ...UNVISITED,
  state: 'present',
  reason: null,
  versions: 1,
  visits: 1,
  ...more,
});

test('the side seen present first is the base, whichever is named first', () => {
  const early = {
    follow: seen({ etag: 'early', lastVisitAt: '2026-01-03', lastSeenPresentAt: '2026-01-03' }),
    firstPresentAt: '2026-01-01',
  };
  const late = {
    follow: seen({ etag: 'late', visits: 4, lastVisitAt: '2026-01-05', lastSeenPresentAt: '2026-01-04' }),
    firstPresentAt: '2026-01-02',
  };
  const never = { follow: UNVISITED, firstPresentAt: null };
  expect([seenFirst(early, late), seenFirst(late, early), seenFirst(never, late), seenFirst(never, never)]).toEqual([
    true,
    false,
    false,
    true,
  ]);
  for (const merged of [mergeFollow(early, late, 1), mergeFollow(late, early, 1)]) {
    expect(merged).toMatchObject({
      etag: 'early',
      visits: 5,
      lastVisitAt: '2026-01-05',
      lastSeenPresentAt: '2026-01-04',
      versions: 1,
      state: 'present',
    });
  }
  expect(mergeFollow(early, late, 3)).toMatchObject({ versions: 3, state: 'changed' });
  expect(mergeFollow(never, early, 0)).toMatchObject({ etag: 'early', versions: 1 });
});

test('what was asked of a visit that was put off is still asked of the joined notice', () => {
  const early = { follow: seen({}), firstPresentAt: '2026-01-01' };
  const asked = { follow: seen({ forNext: { robots: 'ignore' } }), firstPresentAt: '2026-01-02' };
  expect(mergeFollow(early, asked, 1).forNext).toEqual({ robots: 'ignore' });
  expect(mergeFollow(early, early, 1)).not.toHaveProperty('forNext');
});

test('a removal stands, with the time it was last seen present', () => {
  const removal = { kind: 'publisher', firstSeenGoneAt: '2026-01-03', confirmedAt: '2026-01-04', evidence: [] } as const;
  const gone = { follow: seen({ state: 'removed', removal, lastSeenPresentAt: '2026-01-02' }), firstPresentAt: '2026-01-01' };
  const between = { follow: seen({ lastSeenPresentAt: '2026-01-03T12' }), firstPresentAt: '2026-01-03T12' };
  expect(mergeFollow(between, gone, 2)).toMatchObject({ state: 'removed', removal, lastSeenPresentAt: '2026-01-02' });
});

test('a removal ends where the other side was seen present after it was certain, or first seen', () => {
  const removal = { kind: 'publisher', firstSeenGoneAt: '2026-01-03', confirmedAt: '2026-01-04', evidence: [] } as const;
  const known = { removal, kindSince: '2026-01-03', goneReason: 'http 410', etag: 'early', lastSeenPresentAt: '2026-01-02' };
  const gone = { follow: seen({ ...known, state: 'removed', reason: 'http 410' }), firstPresentAt: '2026-01-01' };
  const pending = {
    ...gone,
    follow: { ...gone.follow, state: 'present' as const, removalWaits: true, removal: { ...removal, confirmedAt: null } },
  };
  const late = { follow: seen({ lastSeenPresentAt: '2026-01-09' }), firstPresentAt: '2026-01-08' };
  const back = {
    reason: null,
    removal: null,
    kindSince: null,
    goneReason: null,
    removalWaits: false,
    lastSeenPresentAt: '2026-01-09',
    etag: 'early',
  };
  for (const side of [gone, pending]) {
    expect(mergeFollow(side, late, 1)).toMatchObject({ ...back, state: 'present' });
    expect(mergeFollow(late, side, 2)).toMatchObject({ ...back, state: 'changed' });
  }
  const again = { ...removal, kind: 'platform', firstSeenGoneAt: '2026-01-10', confirmedAt: '2026-01-11' } as const;
  const goneToo = { ...late, follow: { ...late.follow, state: 'removed' as const, removal: again } };
  expect(mergeFollow(gone, goneToo, 1)).toMatchObject({ state: 'removed', removal: again, lastSeenPresentAt: '2026-01-09' });
});

test('versions are distinct successive readings', () => {
  const versions = (history: string): number =>
    countVersions(
      [...history].map((reading, n) => ({ notice: 'n', state: n > 0 && history[n - 1] !== reading ? 'changed' : 'present', reading })),
    );
  expect(['', 'a', 'aab', 'aba', 'aaaa'].map(versions)).toEqual([0, 1, 2, 3, 1]);
});

test('another reading without a change of the page is no version, and two notices that read the same are one', () => {
  const seen = (notice: string, reading: string, state = 'present') => ({ notice, state, reading });
  expect(countVersions([seen('n1', 'a'), seen('n2', 'a'), seen('n1', 'a by a newer reader'), seen('n2', 'a by a newer reader')])).toBe(1);
  expect(countVersions([seen('n1', 'a'), seen('n2', 'b'), seen('n1', 'b', 'changed'), seen('n2', 'c', 'changed')])).toBe(3);
});

test('lag is in whole seconds, where a time of day is known', () => {
  expect(lagSeconds('2026-01-01T00:01:00.400Z', '2026-01-01T00:00:00Z')).toBe(60);
  expect(lagSeconds('2026-01-01T00:00:00Z', '2026-01-01T08:00:00+08:00')).toBe(0);
  expect(lagSeconds('2026-01-01T00:00:00Z', '2026-01-01T05:00:00Z')).toBe(0);
  expect(lagSeconds('2026-01-01T00:00:00Z', '2099-01-01T00:00:00Z')).toBeNull();
  expect([
    lagSeconds('2026-01-01T00:00:00Z', null),
    lagSeconds('2026-01-01T00:00:00Z', '2025-12-31'),
    lagSeconds('2026-01-01T00:00:00Z', 'T'),
  ]).toEqual([null, null, null]);
  expect([median([]), median([3]), median([9, 1, 5]), median([4, 1])]).toEqual([null, 3, 5, 1]);
});
