import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../model/digest.ts';
import type { FollowState } from '../model/notice.ts';
import { UNVISITED } from '../model/follow-state.ts';
import { judgeVisit, type Sighting } from './judge.ts';

const MINUTE = 60_000;
const first = sha256('first wording');
const second = sha256('second wording');
const present = (reading = first): Sighting => ({ state: 'present', reading });
const gone: Sighting = { state: 'removed', kind: 'publisher', reason: null, evidence: sha256('removal page') };
const captcha: Sighting = { state: 'blocked', reason: 'captcha' };

/** Plays sightings at minutes from midnight and returns the state after each. */
function play(steps: readonly (readonly [minute: number, sighting: Sighting])[], heldForPerson = false): readonly FollowState[] {
  let follow = UNVISITED;
  return steps.map(([minute, sighting]) => {
    const at = new Date(minute * MINUTE).toISOString();
    follow = { ...follow, ...judgeVisit(follow, sighting, { at, confirmAfterMs: 10 * MINUTE, heldForPerson }).follow };
    return follow;
  });
}

describe('the removal judgement', () => {
  it('follows the whole life of a notice', () => {
    const life = play([
      [0, present()],
      [5, present(second)],
      [10, captcha],
      [20, gone],
      [31, gone],
      [40, captcha],
      [50, present(second)],
    ]);
    expect(life.map((follow) => follow.state)).toEqual(['present', 'changed', 'blocked', 'changed', 'removed', 'removed', 'changed']);
    expect(life[3]?.removal).toMatchObject({ kind: 'publisher', confirmedAt: null, firstSeenGoneAt: new Date(20 * MINUTE).toISOString() });
    expect(life[4]?.removal?.confirmedAt).toBe(new Date(31 * MINUTE).toISOString());
    expect(life[4]?.lastSeenPresentAt).toBe(new Date(5 * MINUTE).toISOString());
    expect(life[6]).toMatchObject({ removal: null, versions: 2 });
  });

  it('does not take two sightings within the waiting time for a removal', () => {
    expect(
      play([
        [0, present()],
        [1, gone],
        [2, gone],
      ]).at(-1),
    ).toMatchObject({ state: 'present', removal: { confirmedAt: null } });
  });

  it('asks for one more sighting when the second shows another kind', () => {
    const moved: Sighting = { ...gone, kind: 'platform' };
    expect(
      play([
        [0, present()],
        [1, gone],
        [20, moved],
      ]).at(-1)?.removal,
    ).toMatchObject({ kind: 'platform', confirmedAt: null });
    expect(
      play([
        [0, present()],
        [1, gone],
        [20, moved],
        [40, moved],
      ]).at(-1)?.state,
    ).toBe('removed');
  });

  it('compares the second sighting with the first of the same kind; the notice is gone since the first of any', () => {
    const moved: Sighting = { ...gone, kind: 'platform' };
    const soon = play([
      [0, present()],
      [1, gone],
      [20, moved],
      [21, moved],
      [29, moved],
      [30, moved],
    ]);
    expect(soon.map((follow) => follow.removal?.confirmedAt ?? null).slice(0, -1)).toEqual([null, null, null, null, null]);
    const { firstSeenGoneAt, confirmedAt } = soon.at(-1)?.removal ?? {};
    expect([firstSeenGoneAt, confirmedAt]).toEqual([1, 30].map((minute) => new Date(minute * MINUTE).toISOString()));
    expect(
      play([
        [0, present()],
        [1, gone],
        [5, moved],
        [12, gone],
        [13, gone],
      ]).at(-1)?.state,
    ).toBe('present');
  });

  it('names the kind of which the reason is, and whoever says more than a status', () => {
    const http: Sighting = { state: 'removed', kind: 'status', reason: 'http 404', evidence: sha256('404') };
    const said: Sighting = { state: 'removed', kind: 'publisher', reason: 'deleted', evidence: sha256('deleted') };
    const account: Sighting = { state: 'removed', kind: 'account', reason: 'account', evidence: null };
    const life = play([
      [0, present()],
      [1, http],
      [20, http],
      [30, said],
      [40, said],
      [50, http],
      [60, account],
    ]);
    expect(life.map(({ state, reason, removal }) => [state, reason, removal?.kind ?? null])).toEqual([
      ['present', null, null],
      ['present', null, 'status'],
      ['removed', 'http 404', 'status'],
      ['removed', 'deleted', 'publisher'],
      ['removed', 'deleted', 'publisher'],
      ['removed', 'deleted', 'publisher'],
      ['removed', 'deleted', 'publisher'],
    ]);
    expect(life.at(-1)?.removal).toMatchObject({
      evidence: [sha256('404'), sha256('deleted')],
      confirmedAt: new Date(20 * MINUTE).toISOString(),
    });
  });

  it('keeps whom a certain removal names when a later page tells only where or until when, and learns it from one that names somebody', () => {
    const seen = (kind: 'platform' | 'moved' | 'expired' | 'account'): Sighting => ({
      state: 'removed',
      kind,
      reason: `says ${kind}`,
      evidence: sha256(kind),
    });
    const kindsOf = (...kinds: readonly ('platform' | 'moved' | 'expired' | 'account')[]) =>
      play([[0, present()], ...kinds.map((kind, n) => [20 * (n + 1), seen(kind)] as const)])
        .slice(2)
        .map(({ state, removal, reason }) => [state, removal?.kind, reason]);
    const removed = (kind: string) => ['removed', kind, `says ${kind}`];
    expect(kindsOf('platform', 'platform', 'expired', 'moved')).toEqual(Array.from({ length: 3 }, () => removed('platform')));
    expect(kindsOf('expired', 'expired', 'moved', 'account', 'expired')).toEqual(['expired', 'expired', 'account', 'account'].map(removed));
  });

  it('says of a notice that was gone at its first visit what that visit showed', () => {
    const http: Sighting = { ...gone, kind: 'status', reason: 'http 404' };
    const life = play([
      [0, http],
      [1, captcha],
      [2, http],
      [20, http],
    ]);
    expect(life.map(({ state, reason }) => [state, reason])).toEqual([
      ['unreachable', 'http 404'],
      ['blocked', 'captcha'],
      ['blocked', 'captcha'],
      ['removed', 'http 404'],
    ]);
  });

  it('makes removals wait for a person, and says so', () => {
    expect(
      play(
        [
          [0, present()],
          [1, gone],
          [20, gone],
        ],
        true,
      ).at(-1),
    ).toMatchObject({ state: 'present', removalWaits: true, removal: { confirmedAt: null } });
    const http: Sighting = { ...gone, kind: 'status', reason: 'http 410' };
    // What the state will say is kept for the person's word, over errors in between; it ends with the removal.
    const waits = play(
      [
        [0, present()],
        [1, http],
        [20, http],
        [30, captcha],
        [40, present()],
      ],
      true,
    );
    expect(waits.map((follow) => [follow.reason, follow.goneReason])).toEqual([
      [null, null],
      [null, 'http 410'],
      [null, 'http 410'],
      ['captcha', 'http 410'],
      [null, null],
    ]);
  });

  const sighting: fc.Arbitrary<Sighting> = fc.oneof(
    fc.constantFrom(first, second).map((reading): Sighting => ({ state: 'present', reading })),
    fc
      .constantFrom('publisher', 'platform', 'status')
      .map((kind): Sighting => ({ state: 'removed', kind: kind as 'status', reason: null, evidence: null })),
    fc.constantFrom('captcha', 'withheld').map((reason): Sighting => ({ state: 'blocked', reason })),
    fc.constantFrom('http 500', 'timeout', 'empty').map((reason): Sighting => ({ state: 'unreachable', reason })),
  );

  it('never makes a removal of errors, blocks or a single sighting', () => {
    fc.assert(
      fc.property(fc.array(sighting, { maxLength: 30 }), (sightings) => {
        let sinceSeen = 0;
        const states = play(sightings.map((one, n) => [n * 11, one] as const));
        states.forEach((follow, n) => {
          const one = sightings[n];
          if (one?.state === 'present') sinceSeen = 0;
          if (one?.state === 'removed') sinceSeen += 1;
          if (sinceSeen < 2) expect(follow.state).not.toBe('removed');
          if (one?.state === 'blocked' && (follow.removal?.confirmedAt ?? null) === null) expect(follow.state).toBe('blocked');
          if (follow.state === 'removed') expect(follow.removal?.confirmedAt).not.toBeNull();
          if (follow.removal !== null && follow.lastSeenPresentAt !== null)
            expect(follow.lastSeenPresentAt < follow.removal.firstSeenGoneAt).toBe(true);
        });
      }),
    );
  });
});
