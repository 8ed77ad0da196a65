import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findMissing, keysNewestFirst } from './missing-items.ts';

const keys = (text: string): string[] => text.split('');

describe('findMissing', () => {
  test.each([
    ['edcba', 'edba', 'c', 'from the middle'],
    ['edcba', 'gfedba', 'c', 'with new ones on top'],
    ['edcba', 'dcba', 'e', 'the newest'],
    ['edcba', 'gfed', '', 'rolled off the end'],
    ['edcba', 'gfec', 'd', 'one missing, two rolled off'],
    ['edcba', 'edcba', '', 'nothing changed'],
    ['edcba', '', '', 'an empty feed says nothing'],
    ['', 'abc', '', 'first check'],
    ['edcba', 'zyxwv', '', 'wholly replaced'],
    ['jihgfedcba', 'zyxwvutsra', '', 'replaced but for one that is pinned at the end'],
    ['edcba', 'bedca', '', 'an updated entry moves up'],
    ['edcba', 'bedc', '', 'an updated entry moves up, one rolls off'],
    ['abcde', 'bcdef', '', 'upwards: the oldest rolls off the front'],
    ['abcde', 'abdef', 'c', 'upwards: one from the middle'],
    ['hgfedcba', 'cahbgdf', '', 'shuffled'],
  ])('%s → %s misses "%s" (%s)', (before, now, expected) => {
    expect(findMissing(keys(before), keys(now))).toEqual(keys(expected));
  });

  const feed = fc.uniqueArray(fc.integer({ min: 0, max: 10_000 }).map(String), { minLength: 2, maxLength: 60 });

  test('rolling on never raises an alarm, upwards or downwards', () => {
    fc.assert(
      fc.property(feed, fc.nat(60), fc.integer({ min: 1, max: 60 }), fc.boolean(), (all, skip, size, upwards) => {
        const before = all.slice(skip, skip + size);
        const now = all.slice(0, skip).slice(-size).concat(before).slice(0, before.length);
        if (!upwards) expect(findMissing(before, now)).toEqual([]);
        // Without a new entry nothing tells that a feed lists upwards.
        else if (now.some((key) => !before.includes(key))) expect(findMissing(before.toReversed(), now.toReversed())).toEqual([]);
      }),
    );
  });

  test('one taken out of a feed that goes on is always found, and nothing else', () => {
    fc.assert(
      fc.property(
        feed,
        fc.nat(),
        fc.array(fc.integer({ min: 20_000, max: 30_000 }).map(String), { maxLength: 5 }),
        (before, seed, added) => {
          const victim = before[seed % (before.length - 1)] ?? '';
          expect(findMissing(before, [...new Set(added), ...before.filter((key) => key !== victim)])).toEqual([victim]);
        },
      ),
    );
  });

  test('whatever the lists, it names only what was there and is not', () => {
    const any = fc.array(fc.integer({ min: 0, max: 30 }).map(String), { maxLength: 40 });
    fc.assert(
      fc.property(any, any, (before, now) => {
        const missing = findMissing(before, now);
        expect(new Set(missing).size).toBe(missing.length);
        for (const key of missing) {
          expect(before).toContain(key);
          expect(now).not.toContain(key);
        }
      }),
    );
  });

  test('a hundred thousand entries take no time', () => {
    const before = Array.from({ length: 100_000 }, (_, index) => `k${index}`);
    const started = process.cpuUsage().user;
    expect(
      findMissing(
        before,
        before.filter((_, index) => index % 1000 !== 500),
      ),
    ).toHaveLength(100);
    expect((process.cpuUsage().user - started) / 1000).toBeLessThan(1500);
  });
});

describe('keysNewestFirst', () => {
  const item = (key: string, publishedAt: string | null) => ({ key, publishedAt });
  test('turns a feed round whose dates run upwards', () => {
    expect(keysNewestFirst([item('a', '2024-01-01'), item('b', '2024-01-02T00:00:00Z'), item('c', '2024-01-03')])).toEqual(['c', 'b', 'a']);
  });
  test('leaves one alone that runs downwards or has no dates', () => {
    expect(keysNewestFirst([item('a', '2024-01-03'), item('b', '2024-01-01'), item('c', '2024-01-02')])).toEqual(['a', 'b', 'c']);
    expect(keysNewestFirst([item('a', null), item('b', null), item('c', '2024-01-02')])).toEqual(['a', 'b', 'c']);
  });
});
