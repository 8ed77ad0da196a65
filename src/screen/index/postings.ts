import { DualwatchError } from '../../model/errors.ts';
import { jointsIn } from '../score/encoded-name.ts';
import { LEVEL_BITS, levelOf } from './weight-levels.ts';

/**
 * A posting is a name that holds a unit, in one number:
 *
 *     name | level << 25 | joined << 31
 *
 * `level`: what the parts of the name that have the unit weigh, all of them together (see `levelOf`); `joined`: the unit is neighbouring words of the name written together.
 */
const LEVEL_AT = 25;
/** Names of an index, at most. */
const MOST_NAMES = 1 << LEVEL_AT;
const JOINED = 1 << 31;

/** The name of a posting. */
export function nameOf(posting: number): number {
  return posting & (MOST_NAMES - 1);
}

/** The level of what its unit weighs in it. */
export function levelIn(posting: number): number {
  return (posting >>> LEVEL_AT) & ((1 << LEVEL_BITS) - 1);
}

/**
 * Which names each unit occurs in, in order: once as a part, once as parts written together. Identifiers occur in the first name of their party. Throws `input-too-large` where
 * there are more names than a posting can tell.
 */
export function postingsOf(
  units: number,
  nameOffsets: Uint32Array,
  nameData: Uint32Array,
  identifiers: { readonly units: Uint32Array; readonly names: Uint32Array },
): { readonly postingOffsets: Uint32Array; readonly postings: Uint32Array } {
  if (nameOffsets.length - 1 > MOST_NAMES) throw new DualwatchError('input-too-large', `an index holds no more than ${MOST_NAMES} names`);
  const offsets = new Uint32Array(units + 1);
  const last = new Int32Array(units);
  const lastJoined = new Int32Array(units);
  const weights = new Uint16Array(units);
  /** `visit` is called again for each further part that has the unit, with the weight of all so far. */
  const each = (visit: (unit: number, posting: number, again: boolean) => void): void => {
    last.fill(-1);
    lastJoined.fill(-1);
    const note = (unit: number, name: number, weight: number, joined: boolean): void => {
      const seen = joined ? lastJoined : last;
      const again = seen[unit] === name;
      seen[unit] = name;
      weights[unit] = weight + (again ? weights[unit]! : 0);
      visit(unit, name | (levelOf(weights[unit]) << LEVEL_AT) | (joined ? JOINED : 0), again);
    };
    let next = 0;
    for (let name = 0; name + 1 < nameOffsets.length; name += 1) {
      eachUnit(nameData, nameOffsets[name]!, (unit, weight, joined) => note(unit, name, weight, joined));
      for (; next < identifiers.names.length && identifiers.names[next] === name; next += 1) note(identifiers.units[next]!, name, 0, false);
    }
  };
  each((unit, _posting, again) => {
    if (!again) offsets[unit + 1]! += 1;
  });
  for (let n = 1; n < offsets.length; n += 1) offsets[n]! += offsets[n - 1]!;
  const next = offsets.slice();
  const postings = new Uint32Array(offsets.at(-1) ?? 0);
  each((unit, posting, again) => {
    if (!again) next[unit]! += 1;
    postings[next[unit]! - 1] = posting;
  });
  return { postingOffsets: offsets, postings };
}

/** Calls `visit` with every unit of an encoded name, joints' too, what its part or parts weigh in 200ths, and where it stands in `data`. */
export function eachUnit(
  data: Uint32Array,
  offset: number,
  visit: (unit: number, weight: number, joined: boolean, at: number) => void,
): void {
  const head = data[offset]!;
  const parts = head & 0xff;
  const joints = jointsIn(head);
  let at = offset + 1;
  for (let n = 0; n < parts; n += 1) {
    const keys = (data[at]! >>> 4) & 0xf;
    const weight = (data[at]! >>> 8) & 0xff;
    weights[n] = weight;
    for (let k = 1; k <= keys; k += 1) visit(data[at + k]!, weight, false, at + k);
    at += 1 + keys;
  }
  for (let n = 0; n < joints; n += 1, at += 2) {
    const first = data[at]! & 0xff;
    let weight = 0;
    for (let part = first; part < first + ((data[at]! >>> 8) & 0xff); part += 1) weight += weights[part]!;
    visit(data[at + 1]!, weight, true, at + 1);
  }
}

/** Weights of the parts of the name at hand. */
const weights = new Uint8Array(256);
