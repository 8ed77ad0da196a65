import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../model/digest.ts';
import type { NoticeId } from '../model/ids.ts';
import type { FollowState, ObservationRow } from '../model/notice.ts';
import { contradictionOf } from './check-follow.ts';
import { UNVISITED } from '../model/follow-state.ts';
import { judgeVisit, type Sighting } from './judge.ts';

const MINUTE = 60_000;
type Step = {
  readonly sighting: Sighting;
  readonly held: boolean;
  readonly minutes: number;
  readonly confirmAfter: number;
  readonly person: boolean;
  readonly newReader: boolean;
};

const sighting: fc.Arbitrary<Sighting> = fc.oneof(
  fc.constantFrom('a', 'b').map((text): Sighting => ({ state: 'present', reading: sha256(text) })),
  fc
    .tuple(fc.constantFrom('publisher', 'platform', 'status'), fc.constantFrom(null, sha256('page'), sha256('other page')))
    .map(([kind, evidence]): Sighting => ({ state: 'removed', kind: kind as 'platform', reason: null, evidence })),
  fc.constantFrom('blocked' as const, 'unreachable' as const).map((state): Sighting => ({ state, reason: 'why' })),
);
const life = fc.array(
  fc.record<Step>({
    sighting,
    held: fc.boolean(),
    minutes: fc.integer({ min: 1, max: 30 }),
    confirmAfter: fc.constantFrom(0, 10),
    person: fc.boolean(),
    newReader: fc.boolean(),
  }),
  { maxLength: 25 },
);

/** What the watcher does to a follow state, and what it logs. */
function live(steps: readonly Step[]): {
  readonly follow: FollowState;
  readonly observations: readonly ObservationRow[];
  readonly confirmations: ReadonlySet<string>;
} {
  let [follow, now] = [UNVISITED, Date.parse('2026-01-01T00:00:00.000Z')];
  const [observations, confirmations]: [ObservationRow[], Set<string>] = [[], new Set()];
  for (const step of steps) {
    now += step.minutes * MINUTE;
    const at = new Date(now).toISOString();
    // Another release reads the stored bytes in other words: no change of the page.
    if (step.newReader && step.sighting.state === 'present' && follow.reading !== null)
      follow = { ...follow, reading: step.sighting.reading };
    const judged = judgeVisit(follow, step.sighting, { at, confirmAfterMs: step.confirmAfter * MINUTE, heldForPerson: step.held });
    follow = { ...follow, ...judged.follow };
    const gone = step.sighting.state === 'removed' ? step.sighting : null;
    observations.push({
      noticeId: 'n1' as NoticeId,
      url: 'http://a.example/',
      at,
      state: judged.observed,
      reason: judged.reason,
      basis: null,
      removalKind: gone?.kind ?? null,
      capture: gone?.evidence ?? null,
      confirms: null,
      reading: step.sighting.state === 'present' ? step.sighting.reading : null,
      logIndex: observations.length,
    });
    if (!step.person || follow.removal === null || !follow.removalWaits) continue;
    now += MINUTE;
    const confirmedAt = new Date(now).toISOString();
    confirmations.add(confirmedAt);
    follow = { ...follow, state: 'removed', removalWaits: false, removal: { ...follow.removal, confirmedAt } };
  }
  return { follow, observations, confirmations };
}

function check(lived: ReturnType<typeof live>, follow: FollowState = lived.follow, merged = false): string | undefined {
  return contradictionOf({
    follow,
    observations: lived.observations,
    merged,
    confirmedByPerson: lived.confirmations.has(follow.removal?.confirmedAt ?? ''),
  });
}

describe('a follow state beside its observations', () => {
  it('holds in every honest life', () => {
    fc.assert(
      fc.property(life, fc.boolean(), (steps, merged) => {
        const lived = live(steps);
        expect(check(lived, lived.follow, merged)).toBeUndefined();
      }),
      { numRuns: 1000 },
    );
  });

  it('holds where a visit was recorded late and knew nothing of the one before it', () => {
    fc.assert(
      fc.property(
        life.filter((steps) => steps.length > 2),
        (steps) => {
          const lived = live(steps);
          const late = lived.observations.map((one, n, all) => (n === all.length - 1 ? { ...one, at: all[0]?.at ?? one.at } : one));
          const stale = live(steps.slice(0, -2));
          expect(check({ ...lived, observations: late, confirmations: stale.confirmations }, stale.follow)).toBeUndefined();
        },
      ),
    );
  });

  it('does not hold once a fact in it is edited', () => {
    const other = '2019-01-01T00:00:00.000Z';
    fc.assert(
      fc.property(life, fc.constantFrom('state', 'seen', 'gone', 'invented', 'confirmed', 'versions', 'evidence'), (steps, fact) => {
        const lived = live(steps);
        const { follow } = lived;
        const { removal } = follow;
        const invented = { kind: 'publisher', firstSeenGoneAt: other, confirmedAt: other, evidence: [] } as const;
        const edits: Readonly<Record<string, FollowState>> = {
          state: { ...follow, state: follow.state === 'present' ? 'changed' : 'present' },
          seen: { ...follow, lastSeenPresentAt: other },
          gone: { ...follow, removal: removal ? { ...removal, firstSeenGoneAt: other } : invented },
          invented: { ...follow, state: 'removed', removal: invented },
          confirmed: { ...follow, state: 'removed', removal: { ...(removal ?? invented), confirmedAt: other } },
          versions: { ...follow, versions: follow.versions + 1 },
          evidence: { ...follow, removal: { ...(removal ?? invented), evidence: [sha256('of something else')] } },
        };
        expect(check(lived, edits[fact])).toBeTypeOf('string');
      }),
    );
  });

  it('names an earlier sighting that is passed off as the last', () => {
    const lived = live(
      [5, 6, 7].map((minutes) => ({
        sighting: { state: 'present', reading: sha256('a') },
        held: false,
        minutes,
        confirmAfter: 10,
        person: false,
        newReader: false,
      })),
    );
    const earlier = lived.observations[0]?.at ?? '';
    expect(check(lived, { ...lived.follow, lastSeenPresentAt: earlier })).toContain('it was last seen present at');
  });
});
