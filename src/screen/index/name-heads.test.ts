import { expect, test } from 'vitest';
import { soundBit } from '../name/initials.ts';
import { KINDS } from '../score/encoded-name.ts';
import { NameHeads } from './name-heads.ts';
import { WEAK } from './name-info.ts';

test('a head gives back what it was made of, for each name its own', () => {
  const heads = new NameHeads({
    sketches: Uint32Array.of(0xffff_ffdf, 5),
    totals: Uint8Array.of(255, 0),
    offsets: Uint32Array.of(7, 0xffff_fff0),
    infos: Uint32Array.of(WEAK | 3, 3),
    parties: Uint32Array.of(0, 0xffff_ffff),
    data: new Uint32Array(),
    units: { firstOf: () => 0 },
  });
  const all = [0, 1].map((name) => [
    heads.sketchOf(name),
    heads.totalOf(name),
    heads.offsetOf(name),
    heads.partyOf(name),
    heads.isWeak(name),
  ]);
  expect(all).toEqual([
    [0xffff_ffdf, 255, 7, 0, true],
    [5, 0, 0xffff_fff0, 0xffff_ffff, false],
  ]);
});

test('an initial may stand for words that begin with one of its sounds, and a word of the name for none', () => {
  const word = KINDS.indexOf('word') | (1 << 4);
  const initial = KINDS.indexOf('initial') | (2 << 4);
  const firsts = ['k'.charCodeAt(0), -'s'.charCodeAt(0), -'S'.charCodeAt(0)];
  const heads = new NameHeads({
    // The first has initials, by its sketch.
    sketches: Uint32Array.of(1 << 5, 0),
    totals: Uint8Array.of(255, 255),
    offsets: Uint32Array.of(0, 6),
    infos: Uint32Array.of(WEAK, 0),
    parties: new Uint32Array(2),
    data: Uint32Array.of(2, word, 0, initial, 1, 2, 1, word, 0),
    units: { firstOf: (unit) => firsts[unit]! },
  });
  const may = (name: number): boolean[] => [...'ksSa'].map((letter) => heads.mayStandFor(name, soundBit(letter.charCodeAt(0))));
  expect(may(0)).toEqual([false, true, true, false]);
  expect(may(1)).toEqual([false, false, false, false]);
  expect(heads.totalOf(0)).toBe(255);
});
