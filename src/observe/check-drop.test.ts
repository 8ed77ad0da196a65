import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256, type Digest } from '../model/digest.ts';
import type { NoticeId } from '../model/ids.ts';
import type { FollowState, ObservationRow } from '../model/notice.ts';
import { undueDrop, type DropToCheck } from './check-drop.ts';
import { UNVISITED } from '../model/follow-state.ts';
import { judgeVisit } from './judge.ts';
import { decideKeep } from './keep.ts';

const HOUR = 3_600_000;

/** A page whose wording and bytes change now and then, kept under the policy `changes`; every drop with the history of then. */
function live(visits: readonly { readonly text: string; readonly bytes: number; readonly hours: number }[]) {
  let [follow, now]: [FollowState, number] = [UNVISITED, 0];
  const [observations, drops]: [ObservationRow[], DropToCheck[]] = [[], []];
  for (const { text, bytes, hours } of visits) {
    now += hours * HOUR;
    const at = new Date(now).toISOString();
    const [reading, payload] = [sha256(text), sha256(`${text} ${bytes}`)];
    const decision = decideKeep(follow, { state: 'present', payload, reading, bodyBySite: true, at }, 'changes');
    const judged = judgeVisit(follow, { state: 'present', reading }, { at, confirmAfterMs: 0, heldForPerson: false });
    const capture = decision.keep ? sha256(`capture ${observations.length}`) : null;
    const kept = capture && { payload, capture, at };
    follow = {
      ...follow,
      bodyBySite: true,
      newest: kept ?? follow.newest,
      version: kept && follow.reading !== reading ? kept : follow.version,
      ...judged.follow,
    };
    observations.push({
      noticeId: 'n1' as NoticeId,
      url: 'http://a.example/',
      at,
      state: judged.observed,
      reason: null,
      basis: null,
      removalKind: null,
      capture,
      confirms: decision.keep ? null : decision.confirms,
      reading,
      logIndex: observations.length,
    });
    if (capture && decision.keep && decision.drop)
      drops.push({ sha256: decision.drop.capture, keptInstead: capture, observations: [...observations], merged: false });
  }
  return { observations, drops };
}

const visits = fc.array(fc.record({ text: fc.constantFrom('a', 'a', 'a', 'b'), bytes: fc.nat(5), hours: fc.constantFrom(1, 25) }), {
  maxLength: 30,
});

describe('a drop', () => {
  it('is due whenever the policy made it', () => {
    fc.assert(
      fc.property(visits, fc.boolean(), (steps, merged) => {
        for (const drop of live(steps).drops) expect(undueDrop({ ...drop, merged })).toBeUndefined();
      }),
      { numRuns: 500 },
    );
    const daily = live([1, 2, 3, 4].map((bytes) => ({ text: 'a', bytes, hours: 25 })));
    expect(daily.drops).toHaveLength(2);
  });

  it('of the first or the newest of a version is undue', () => {
    fc.assert(
      fc.property(visits, fc.nat(), fc.nat(), (steps, one, other) => {
        const { observations } = live(steps);
        const captures = observations.filter(({ capture }) => capture !== null);
        fc.pre(captures.length > 0);
        const [dropped, kept] = [captures[one % captures.length], captures[other % captures.length]];
        const version = observations.filter(
          ({ logIndex }) =>
            versionAt(observations, logIndex) === versionAt(observations, dropped?.logIndex ?? 0) &&
            observations[logIndex]?.capture !== null,
        );
        const undue = dropped === version[0] || kept === undefined || !version.includes(kept) || kept.logIndex <= (dropped?.logIndex ?? 0);
        const why = undueDrop({ sha256: dropped?.capture as Digest, keptInstead: kept?.capture as Digest, observations, merged: false });
        expect(why === undefined).toBe(!undue);
      }),
      { numRuns: 500 },
    );
  });

  it('in favour of another notice is undue', () => {
    const { observations } = live([{ text: 'a', bytes: 1, hours: 1 }]);
    expect(
      undueDrop({ sha256: observations[0]?.capture as Digest, keptInstead: sha256('another'), observations, merged: false }),
    ).toContain('not of the same notice');
  });
});

function versionAt(observations: readonly ObservationRow[], at: number): number {
  return observations.slice(0, at + 1).filter(({ state }) => state === 'changed').length;
}
