import { expect, test } from 'vitest';
import { NameHeads } from './name-heads.ts';
import { WEAK } from './name-info.ts';

test('a head gives back what it was made of, for each name its own', () => {
  const heads = new NameHeads({
    sketches: Uint32Array.of(0xffff_ffff, 5),
    totals: Uint8Array.of(255, 0),
    offsets: Uint32Array.of(7, 0xffff_fff0),
    infos: Uint32Array.of(WEAK | 3, 3),
    parties: Uint32Array.of(0, 0xffff_ffff),
  });
  const all = [0, 1].map((name) => [
    heads.sketchOf(name),
    heads.totalOf(name),
    heads.offsetOf(name),
    heads.partyOf(name),
    heads.isWeak(name),
  ]);
  expect(all).toEqual([
    [0xffff_ffff, 255, 7, 0, true],
    [5, 0, 0xffff_fff0, 0xffff_ffff, false],
  ]);
});
