import { describe, expect, it } from 'vitest';
import { sha256 } from '../model/digest.ts';
import type { FollowState } from '../model/notice.ts';
import { UNVISITED } from '../model/follow-state.ts';
import { judgeVisit, type Sighting } from './judge.ts';
import { nextVisit } from './next-visit.ts';

const HOUR = 3_600_000;
const at = '2026-06-01T00:00:00.000Z';
const follow = { ...UNVISITED, reading: sha256('r'), versions: 1, lastChangeAt: '2026-05-31T00:00:00.000Z', state: 'present' as const };
const next = (sighting: Sighting, before: FollowState = follow, heldForPerson = false) =>
  nextVisit(judgeVisit(before, sighting, { at, confirmAfterMs: 600_000, heldForPerson }), {
    at,
    firstSeenAt: before.lastChangeAt ?? at,
    followMs: 6 * HOUR,
    confirmAfterMs: 600_000,
  });

describe('the next visit', () => {
  it('thins out with the age of the last change', () => {
    const after = (day: string) =>
      next({ state: 'present', reading: sha256('r') }, { ...follow, lastChangeAt: `${day}T00:00:00.000Z` }).afterMs / HOUR;
    expect([after('2026-05-31'), after('2026-05-27'), after('2026-05-10'), after('2026-04-01'), after('2025-01-01')]).toEqual([
      6, 12, 24, 72, 168,
    ]);
  });

  it('comes soon after a first sighting of a removal', () => {
    expect(next({ state: 'removed', kind: 'publisher', reason: null, evidence: null })).toMatchObject({
      afterMs: 600_000,
      class: 'confirm',
    });
  });

  it('is an ordinary one where the removal waits for a person', () => {
    const gone: Sighting = { state: 'removed', kind: 'status', reason: 'http 404', evidence: null };
    const seen = { kind: 'status', firstSeenGoneAt: '2026-05-31T12:00:00.000Z', confirmedAt: null, evidence: [] } as const;
    const once = { ...follow, removal: seen };
    expect(next(gone, once, true)).toMatchObject({ afterMs: 6 * HOUR, class: 'follow' });
    expect(next({ state: 'unreachable', reason: 'timeout' }, { ...once, removalWaits: true })).toMatchObject({ class: 'follow' });
    // Seen once only, the second sighting is still to be made: a person lets stand what was seen twice.
    const lately = { ...follow, removal: { ...seen, firstSeenGoneAt: '2026-05-31T23:59:00.000Z' } };
    expect(next(gone, lately, true)).toMatchObject({ afterMs: 600_000, class: 'confirm' });
  });

  it('backs off from an address that fails, and never for ever', () => {
    const after = (errorStreak: number) => next({ state: 'unreachable', reason: 'timeout' }, { ...follow, errorStreak }).afterMs;
    expect([after(0), after(1), after(2)]).toEqual([300_000, 600_000, 1_200_000]);
    expect(after(500)).toBe(24 * HOUR);
  });
});
