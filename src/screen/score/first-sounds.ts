import { soundBit } from '../name/initials.ts';
import type { Units } from './units.ts';

/** First sounds, as bits, of the first `keys` keys of the part at `data[at]` of an encoded name. */
export function firstSounds(units: Pick<Units, 'firstOf'>, data: Uint32Array | readonly number[], at: number, keys: number): number {
  let sounds = 0;
  for (let k = 1; k <= keys; k += 1) sounds |= soundBit(units.firstOf(data[at + k]!));
  return sounds;
}
