import { jointsIn } from '../score/encoded-name.ts';

/** Bit of a posting: the unit is neighbouring words of the name written together. */
export const JOINED = 1 << 31;

/** Which names each unit occurs in, in order: once as a part, once as parts written together. Identifiers occur in the first name of their party. */
export function postingsOf(
  units: number,
  nameOffsets: Uint32Array,
  nameData: Uint32Array,
  identifiers: { readonly units: Uint32Array; readonly names: Uint32Array },
): { readonly postingOffsets: Uint32Array; readonly postings: Uint32Array } {
  const offsets = new Uint32Array(units + 1);
  const last = new Int32Array(units);
  const lastJoined = new Int32Array(units);
  const each = (visit: (unit: number, posting: number) => void): void => {
    last.fill(-1);
    lastJoined.fill(-1);
    const once = (unit: number, name: number, joined: boolean): void => {
      const seen = joined ? lastJoined : last;
      if (seen[unit] === name) return;
      seen[unit] = name;
      visit(unit, joined ? name | JOINED : name);
    };
    let next = 0;
    for (let name = 0; name + 1 < nameOffsets.length; name += 1) {
      eachUnit(nameData, nameOffsets[name]!, (unit, joined) => once(unit, name, joined));
      for (; next < identifiers.names.length && identifiers.names[next] === name; next += 1) once(identifiers.units[next]!, name, false);
    }
  };
  each((unit) => {
    offsets[unit + 1]! += 1;
  });
  for (let n = 1; n < offsets.length; n += 1) offsets[n]! += offsets[n - 1]!;
  const next = offsets.slice();
  const postings = new Uint32Array(offsets.at(-1) ?? 0);
  each((unit, posting) => {
    postings[next[unit]!] = posting;
    next[unit]! += 1;
  });
  return { postingOffsets: offsets, postings };
}

/** Calls `visit` with every unit of an encoded name, joints' too, and where it stands in `data`. */
export function eachUnit(data: Uint32Array, offset: number, visit: (unit: number, joined: boolean, at: number) => void): void {
  const head = data[offset]!;
  const parts = head & 0xff;
  const joints = jointsIn(head);
  let at = offset + 1;
  for (let n = 0; n < parts; n += 1) {
    const keys = (data[at]! >>> 4) & 0xf;
    for (let k = 1; k <= keys; k += 1) visit(data[at + k]!, false, at + k);
    at += 1 + keys;
  }
  for (let n = 0; n < joints; n += 1, at += 2) visit(data[at + 1]!, true, at + 1);
}
