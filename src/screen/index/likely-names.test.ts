import { expect, test } from 'vitest';
import { LikelyNames } from './likely-names.ts';
import { NameHeads } from './name-heads.ts';

const NAMES = 150;

test('names of a group are taken in its order, as many at once as there is room for, and those of other kinds are dropped', () => {
  // Every third is of kind 1.
  const sketches = Uint32Array.from({ length: NAMES }, (_, name) => (name % 3 === 0 ? 1 : 2));
  const none = new Uint32Array(NAMES);
  const heads = new NameHeads({
    sketches,
    totals: new Uint8Array(NAMES).fill(32),
    offsets: none,
    infos: none,
    parties: none,
    data: new Uint32Array(16),
    units: { firstOf: () => 0 },
  });
  const likely = new LikelyNames(heads, new Uint32Array(16));
  const met = { names: Uint32Array.from({ length: NAMES }, (_, n) => n), weight: new Int32Array(NAMES) };
  const next = Int32Array.from({ length: NAMES }, (_, n) => (n + 1 < NAMES ? n + 1 : -1));
  const fits = Uint8Array.from({ length: 32 }, (_, kind) => (kind === 1 ? 1 : 0));
  const taken: number[] = [];
  let most = 0;
  for (let n = 0; n !== -1;) {
    n = likely.take(met, next, n, { most: 1, unread: 0 });
    most = Math.max(most, likely.size);
    likely.choose(undefined, false, 0, fits);
    taken.push(...likely.names.subarray(0, likely.size));
  }
  expect(most).toBeLessThan(NAMES);
  expect(taken).toEqual(Array.from({ length: NAMES / 3 }, (_, n) => 3 * n));
});
