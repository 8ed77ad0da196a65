import { describe, expect, it } from 'vitest';
import type { WatchedSource } from '../../api/routes.gen.ts';
import { adviceOf, healthOf, inOrder, passes } from './source-health.ts';

const NOW = Date.parse('2026-11-26T12:00:00Z');
const at = (minutes: number): string => new Date(NOW + minutes * 60_000).toISOString();

function source(part: Partial<WatchedSource> & { readonly held?: object }): WatchedSource {
  const { held, ...rest } = part;
  const host = { host: 'a.example', heldUntil: null, heldReason: null, removalsHeldSince: null, removalsHeld: 0, stretch: 1, ...held };
  return { name: 'A', everyMs: 15 * 60_000, paused: false, health: health({}), host, ...rest } as unknown as WatchedSource;
}

function health(part: object): WatchedSource['health'] {
  const fine = { lastCheckAt: at(-5), lastSuccessAt: at(-5), nextCheckAt: at(10), errorStreak: 0, lastError: null };
  return { ...fine, lagSeconds: null, notices: 1, ...part };
}

describe('health of sources', () => {
  it('tells what needs somebody from what does not', () => {
    expect(healthOf(source({}), NOW)).toBe('fine');
    expect(healthOf(source({ health: health({ lastSuccessAt: null, lastCheckAt: null, nextCheckAt: at(0) }) }), NOW)).toBe('new');
    expect(healthOf(source({ health: health({ errorStreak: 2, lastError: 'http 500' }) }), NOW)).toBe('failing');
    expect(healthOf(source({ health: health({ nextCheckAt: at(-60) }) }), NOW)).toBe('overdue');
    expect(healthOf(source({ health: health({ nextCheckAt: at(-10) }) }), NOW)).toBe('fine');
    expect(healthOf(source({ held: { heldUntil: at(20) } }), NOW)).toBe('held');
    expect(healthOf(source({ held: { heldUntil: at(-20) } }), NOW)).toBe('fine');
    expect(healthOf(source({ paused: true, health: health({ errorStreak: 2 }) }), NOW)).toBe('paused');
    expect(healthOf(source({ paused: true, held: { removalsHeldSince: at(-9), removalsHeld: 14 } }), NOW)).toBe('waiting');
  });

  it('puts failing ones first, then by name', () => {
    const all = [source({ name: 'b' }), source({ name: 'c', health: health({ errorStreak: 1 }) }), source({ name: 'a' })];
    expect(inOrder(all, NOW).map(([{ name }]) => name)).toEqual(['c', 'a', 'b']);
  });

  it.each([
    ['timeout: a.example did not answer', 'errorTimeout'],
    ['http 403', 'errorForbidden'],
    ['http 404', 'errorGone'],
    ['http 429', 'errorBusy'],
    ['http 502', 'errorServer'],
    ['robots.txt forbids it (…); see --robots', 'errorRobots'],
    ['address-forbidden: 127.0.0.1 is private', 'errorPrivate'],
    ['something else', 'errorOther'],
  ])('%s is told apart', (error, advice) => {
    expect(adviceOf(error)).toBe(advice);
  });
});

it('what passes by itself needs nobody; what is forbidden or gone does', () => {
  expect(['timeout: 30 s', 'refused: no', 'http 503', 'http 500'].map((error) => passes(adviceOf(error)))).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(['dns: none', 'http 404', 'robots.txt: /', 'address-forbidden: 10.0.0.1'].map((error) => passes(adviceOf(error)))).toEqual([
    false,
    false,
    false,
    false,
  ]);
});
