import type { NamePartKind } from '../../model/match.ts';
import type { AnalysedName, NameFamily, NamePart } from '../name/name-part.ts';

/**
 * A name as numbers, as the index keeps it; layout of one name:
 *
 *     parts | joints << 8 | family << 16
 *     for each part:  kind | keys << 4 | weight × 200 << 8 | bits × 10 << 16, then its keys as unit ids
 *     for each joint: first part | parts << 8, then the unit id of those parts written together
 */
export type EncodedName = number[];

export const KINDS: readonly NamePartKind[] = ['word', 'initial', 'place', 'trade', 'form', 'number', 'title', 'particle'];
export const FAMILIES: readonly NameFamily[] = ['person', 'organisation', 'vessel'];

/** Appends an analysed name to `out`. `unitOf` gives the number of a key. */
export function encodeName(name: AnalysedName, unitOf: (key: string) => number, out: EncodedName, joined: boolean): void {
  const { parts } = name;
  const joints = joined ? jointsOf(parts) : [];
  out.push(parts.length | (joints.length << 8) | (FAMILIES.indexOf(name.family) << 16));
  for (const part of parts) {
    const keys = part.keys.slice(0, 15);
    out.push(KINDS.indexOf(part.kind) | (keys.length << 4) | (Math.round(part.weight * 200) << 8) | (Math.round(part.bits * 10) << 16));
    for (const key of keys) out.push(unitOf(key));
  }
  for (const { first, length, key } of joints) out.push(first | (length << 8), unitOf(key));
}

export interface Joint {
  readonly first: number;
  readonly length: number;
  readonly key: string;
}

/** Neighbouring words written together: Hai Ge ↔ Haige, Al Qaida ↔ Alqaida. Pairs with a short member, triples of short ones. */
export function jointsOf(parts: readonly NamePart[]): readonly Joint[] {
  const joints: Joint[] = [];
  for (let at = 0; at + 1 < parts.length && joints.length < 16; at += 1) {
    const [a, b, c] = [parts[at]!, parts[at + 1]!, parts[at + 2]];
    const [x, y] = [spelledKey(a), spelledKey(b)];
    if (x === undefined || y === undefined) continue;
    if (x.length > SHORT && y.length > SHORT) continue;
    const pair = joinKeys(x, y);
    if (pair.length < 3 || pair.length > 18) continue;
    joints.push({ first: at, length: 2, key: pair });
    const z = c === undefined ? undefined : spelledKey(c);
    if (z !== undefined && x.length <= SHORT && y.length <= SHORT && z.length <= SHORT)
      joints.push({ first: at, length: 3, key: joinKeys(pair, z) });
  }
  return joints;
}

const SHORT = 6;

/** The key of a part as a spelled word, or undefined where it is none. */
function spelledKey(part: NamePart): string | undefined {
  if (part.kind === 'number' || part.kind === 'initial') return undefined;
  const key = part.keys.find((each) => !/^[#=.~]/.test(each));
  return key !== undefined && /^[a-zA-Z0-9]+$/.test(key) ? key : undefined;
}

/** Skeleton of two skeletons written together. */
export function joinKeys(a: string, b: string): string {
  return a.endsWith(b.charAt(0)) ? a + b.slice(1) : a + b;
}
