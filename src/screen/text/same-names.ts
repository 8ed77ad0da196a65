import { flagsIn } from '../index/name-info.ts';
import { mixed } from './key-code.ts';
import type { ListedNames } from './listed-names.ts';

/**
 * For each name the first that is encoded the same, as strongly listed, and as open to be anyone's: whatever words of a text have in common with the one they have with the other.
 * Many parties bear one name, and lists repeat it. Linear in the names.
 */
export function sameNames(names: ListedNames, isWanted: (name: number) => boolean): Uint32Array {
  const { count, offsets, data, info } = names;
  const first = Uint32Array.from({ length: count }, (_, name) => name);
  const known = new Map<number, number>();
  for (let name = 0; name < count; name += 1) {
    if (!isWanted(name)) continue;
    let hash = flagsIn(info[name]!);
    for (let at = offsets[name]!; at < offsets[name + 1]!; at += 1) hash = mixed(hash ^ data[at]!);
    const other = known.get(hash);
    if (other === undefined) known.set(hash, name);
    else if (isSame(names, other, name)) first[name] = other;
  }
  return first;
}

function isSame({ offsets, data, info }: ListedNames, other: number, name: number): boolean {
  const length = offsets[name + 1]! - offsets[name]!;
  if (offsets[other + 1]! - offsets[other]! !== length || flagsIn(info[other]!) !== flagsIn(info[name]!)) return false;
  for (let n = 0; n < length; n += 1) if (data[offsets[other]! + n] !== data[offsets[name]! + n]) return false;
  return true;
}
