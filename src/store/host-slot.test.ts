import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPaced } from '../model/host-of.ts';
import { FREE_SLOT, nextStart, paceOf, slotAfter } from './host-slot.ts';
import type { HostAfter } from './port.ts';

describe('pace', () => {
  test('is the slowest that is asked for; files have none', () => {
    expect(paceOf('a.example', 1000, null, 3000)).toBe(3000);
    expect(paceOf('file:/drop', 1000)).toBe(0);
    expect([isPaced('a.example'), isPaced('file:/drop')]).toEqual([true, false]);
  });

  test('the next start lies between 0.7 and 1.3 paces on', () =>
    fc.assert(
      fc.property(fc.nat(1e9), fc.nat(1e6), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (start, pace, random) => {
        const wait = nextStart(start, pace, random) - start;
        expect(wait).toBeGreaterThanOrEqual(Math.round(0.7 * pace));
        expect(wait).toBeLessThanOrEqual(Math.ceil(1.3 * pace));
      }),
    ));
});

describe('slotAfter', () => {
  const after = (answer: HostAfter['answer'], more: Partial<HostAfter> = {}): HostAfter => ({
    answer,
    holdUntil: null,
    holdReason: null,
    extraStarts: 0,
    paceMs: null,
    ...more,
  });

  test('a shorter hold does not cut a longer one; Retry-After of a blocked answer counts too', () => {
    const held = slotAfter('a', FREE_SLOT, after('silent', { holdUntil: 5000, holdReason: 'http 429' }), 0);
    expect(slotAfter('a', held, after('silent', { holdUntil: 3000, holdReason: 'http 503' }), 0)).toMatchObject({
      heldUntil: 5000,
      heldReason: 'http 429',
    });
    expect(slotAfter('a', held, after('blocked', { holdUntil: 9000, holdReason: 'http 503' }), 0)).toMatchObject({
      heldUntil: 9000,
      heldReason: 'http 503',
    });
  });

  test('a fine answer ends a hold, unless it asks for one itself', () => {
    const held = { ...FREE_SLOT, heldUntil: 5000, heldReason: 'x', blockedRow: 2 };
    expect(slotAfter('a', held, after('fine'), 0)).toMatchObject({ heldUntil: 0, heldReason: null, blockedRow: 0 });
    expect(slotAfter('a', held, after('fine', { holdUntil: 700, holdReason: 'Retry-After' }), 0)).toMatchObject({
      heldUntil: 700,
      heldReason: 'Retry-After',
    });
  });

  test('never lets a host start earlier than before', () => {
    const visits = fc.record({
      answer: fc.constantFrom<HostAfter['answer']>('fine', 'blocked', 'silent'),
      extraStarts: fc.nat(10),
      paceMs: fc.option(fc.nat(60_000)),
      holdUntil: fc.option(fc.nat(1e7)),
      holdReason: fc.constant('x'),
    });
    fc.assert(
      fc.property(fc.array(visits), (all) => {
        let slot = FREE_SLOT;
        for (const [n, visit] of all.entries()) {
          const next = slotAfter('a', slot, visit, n * 1000);
          expect(next.nextStartAt).toBeGreaterThanOrEqual(slot.nextStartAt);
          slot = next;
        }
      }),
    );
  });
});
