import { describe, expect, it } from 'vitest';
import { sha256, type Digest } from '../model/digest.ts';
import type { FollowState } from '../model/notice.ts';
import { UNVISITED } from '../model/follow-state.ts';
import { decideKeep, type Arrived } from './keep.ts';

const reading = sha256('reading');
const seen = (name: string, at: string) => ({ payload: sha256(`payload ${name}`), capture: sha256(`capture ${name}`), at });
const version = seen('first', '2026-01-01T00:00:00.000Z');
const known: FollowState = { ...UNVISITED, reading, version, newest: version, bodyBySite: true, versions: 1 };
const arrived = (name: string, at: string, more: Partial<Arrived> = {}): Arrived => ({
  state: 'present',
  payload: sha256(`payload ${name}`),
  reading,
  bodyBySite: true,
  at,
  ...more,
});

describe('the policy keep', () => {
  it('keeps the first bytes and every change', () => {
    expect(decideKeep(UNVISITED, arrived('first', version.at), 'changes')).toEqual({ keep: true, drop: null });
    expect(decideKeep(known, arrived('edit', version.at, { reading: sha256('edited') }), 'changes')).toEqual({ keep: true, drop: null });
  });

  it('confirms equal bytes, 304s and equal readings of the same day', () => {
    const confirms = { keep: false, confirms: version.capture };
    expect(decideKeep(known, arrived('first', '2026-03-01T00:00:00.000Z'), 'changes')).toEqual(confirms);
    expect(decideKeep(known, arrived('', '2026-03-01T00:00:00.000Z', { payload: null }), 'changes')).toEqual(confirms);
    expect(decideKeep(known, arrived('nonce', '2026-01-01T23:00:00.000Z'), 'changes')).toEqual(confirms);
  });

  it('renews full bytes once a day, dropping the last renewal but never the first bytes of a version', () => {
    expect(decideKeep(known, arrived('nonce', '2026-01-02T01:00:00.000Z'), 'changes')).toEqual({ keep: true, drop: null });
    const renewed = { ...known, newest: seen('second', '2026-01-02T01:00:00.000Z') };
    expect(decideKeep(renewed, arrived('third', '2026-01-03T02:00:00.000Z'), 'changes')).toEqual({ keep: true, drop: renewed.newest });
  });

  it('never drops or skips bytes on the word of a fallback reading', () => {
    const fallback = { ...known, bodyBySite: false };
    expect(decideKeep(fallback, arrived('nonce', '2026-01-01T01:00:00.000Z', { bodyBySite: false }), 'changes')).toEqual({
      keep: true,
      drop: null,
    });
    expect(decideKeep(fallback, arrived('nonce', '2026-01-09T01:00:00.000Z'), 'changes')).toEqual({ keep: true, drop: null });
  });

  it('keeps a captcha and a removal beside the article, once each', () => {
    const page = (name: string, state: Arrived['state']) => arrived(name, version.at, { state, reading: null, bodyBySite: false });
    expect(decideKeep(known, page('captcha', 'blocked'), 'changes')).toEqual({ keep: true, drop: null });
    const other = seen('captcha', version.at);
    expect(decideKeep({ ...known, other, otherState: 'blocked' }, page('captcha', 'blocked'), 'changes')).toEqual({
      keep: false,
      confirms: other.capture,
    });
  });

  it('does not keep a known captcha or removal page again for its nonce, but the second sighting of a removal', () => {
    const words = sha256('what the page says');
    const other = seen('1', version.at);
    const page = (state: Arrived['state'], otherReading: Digest | null = words) =>
      arrived('2', version.at, { state, reading: null, otherReading, bodyBySite: false });
    const before: FollowState = { ...known, other, otherState: 'blocked', otherReading: words };
    const confirms = { keep: false, confirms: other.capture };
    const keeps = { keep: true, drop: null };
    expect(decideKeep(before, page('blocked'), 'changes')).toEqual(confirms);
    expect(decideKeep(before, page('blocked'), 'all')).toEqual(keeps);
    expect(decideKeep(before, page('blocked', sha256('other words')), 'changes')).toEqual(keeps);
    expect(decideKeep({ ...before, otherReading: null }, page('blocked', null), 'changes')).toEqual(keeps);
    const pending = { kind: 'publisher', firstSeenGoneAt: version.at, confirmedAt: null, evidence: [other.capture] } as const;
    expect(decideKeep({ ...before, removal: pending }, page('removed'), 'changes')).toEqual(keeps);
    expect(decideKeep({ ...before, removal: pending, removalWaits: true }, page('removed'), 'changes')).toEqual(confirms);
    expect(decideKeep({ ...before, removal: { ...pending, confirmedAt: version.at } }, page('removed'), 'changes')).toEqual(confirms);
  });

  it('keeps every visit with a body under `all`', () => {
    expect(decideKeep(known, arrived('first', version.at), 'all')).toEqual({ keep: true, drop: null });
  });
});
