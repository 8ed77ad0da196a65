import type { Units } from '../score/units.ts';
import { PART_KIND } from '../score/alignment.ts';
import { firstSounds } from '../score/first-sounds.ts';
import { isWeak } from './name-info.ts';
import { hasInitials } from './name-sketches.ts';

/** What is asked of a name before it is read, side by side: one wait for memory where there were five. */
export class NameHeads {
  readonly #heads: Uint32Array;

  constructor(index: {
    readonly sketches: Uint32Array;
    readonly totals: Uint8Array;
    readonly offsets: Uint32Array;
    readonly infos: Uint32Array;
    readonly parties: Uint32Array;
    /** The encoded names. */
    readonly data: Uint32Array;
    readonly units: Pick<Units, 'firstOf'>;
  }) {
    const { sketches, totals, offsets, infos, parties, data, units } = index;
    this.#heads = new Uint32Array(sketches.length * WIDTH);
    for (let name = 0, at = 0; name < sketches.length; name += 1, at += WIDTH) {
      this.#heads[at] = sketches[name]!;
      this.#heads[at + OFFSET] = offsets[name]!;
      this.#heads[at + PARTY] = parties[name]!;
      this.#heads[at + TOTAL] = (totals[name]! << TOTAL_AT) | (isWeak(infos[name]!) ? 1 : 0);
      if (hasInitials(sketches[name]!)) this.#heads[at + TOTAL]! |= folded(soundsOfInitials(data, offsets[name]!, units)) << SOUNDS_AT;
    }
  }

  /** As `sketchNames` makes it. */
  sketchOf(name: number): number {
    return this.#heads[name * WIDTH]!;
  }

  /** Where the encoded name begins. */
  offsetOf(name: number): number {
    return this.#heads[name * WIDTH + OFFSET]!;
  }

  partyOf(name: number): number {
    return this.#heads[name * WIDTH + PARTY]!;
  }

  /** What is kept of its weight, as `leastTotal` reads it. */
  totalOf(name: number): number {
    return (this.#heads[name * WIDTH + TOTAL]! >>> TOTAL_AT) & 0xff;
  }

  /** May an initial of the name stand for a word that begins with one of the sounds, bits as `soundBit` gives them? Some of the other names are let pass too. */
  mayStandFor(name: number, sounds: number): boolean {
    return ((this.#heads[name * WIDTH + TOTAL]! >>> SOUNDS_AT) & folded(sounds)) !== 0;
  }

  isWeak(name: number): boolean {
    return (this.#heads[name * WIDTH + TOTAL]! & 1) !== 0;
  }
}

const WIDTH = 4;
const OFFSET = 1;
const PARTY = 2;
const TOTAL = 3;
/** Places in the last number: bits for sounds, two sounds in some of them; what is kept of the weight; whether it is a weak alias. */
const TOTAL_AT = 1;
const SOUNDS_AT = 9;
const SOUND_BITS = 23;

function folded(sounds: number): number {
  return (sounds | (sounds >>> SOUND_BITS)) & ((1 << SOUND_BITS) - 1);
}

/** First sounds of all initials of the encoded name. */
function soundsOfInitials(data: Uint32Array, offset: number, units: Pick<Units, 'firstOf'>): number {
  let sounds = 0;
  let at = offset + 1;
  for (let n = data[offset]! & 0xff; n > 0; n -= 1) {
    const keys = (data[at]! >>> 4) & 0xf;
    if ((data[at]! & 0xf) === PART_KIND.initial) sounds |= firstSounds(units, data, at, keys);
    at += 1 + keys;
  }
  return sounds;
}
