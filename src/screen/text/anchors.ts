import { PART_KIND } from '../score/alignment.ts';
import { pairHash } from './key-code.ts';

/** A part of an encoded name as far as the finder needs it. */
interface Part {
  readonly kind: number;
  readonly bits: number;
  readonly unit: number;
}

/** Parts that say something together with an anchor. */
const TELLING = new Set<number>([PART_KIND.word, PART_KIND.place, PART_KIND.trade, PART_KIND.number]);

/**
 * Calls `visit` with each anchor of an encoded name (the unit of one of its rarest words) and the code of another part that must stand near it: the rarest
 * word with up to three others, the second with the first. A name of one word and forms has that word alone, with code 0; names of the glossary
 * alone are anchored at their place or longest-weighing trade word.
 */
export function eachAnchor(
  data: Uint32Array,
  offset: number,
  { codes, concepts }: UnitTables,
  visit: (unit: number, hash: number) => void,
): void {
  const parts = partsAt(data, offset, concepts).filter(({ kind }) => TELLING.has(kind));
  parts.sort((a, b) => rank(b) - rank(a) || a.unit - b.unit);
  const [first, second, ...more] = parts;
  if (first === undefined) return;
  if (second === undefined) {
    if (first.kind === PART_KIND.word) visit(first.unit, pairHash(first.unit, 0));
    return;
  }
  const pair = (a: Part, b: Part): void => {
    const code = codes[b.unit]!;
    if (code !== 0) visit(a.unit, pairHash(a.unit, code));
  };
  pair(first, second);
  for (const each of more.slice(0, 2)) pair(first, each);
  if (first.kind !== PART_KIND.word || second.kind === PART_KIND.word) pair(second, first);
  // One telling word among words of the glossary may stand without them.
  if (first.kind === PART_KIND.word && second.kind !== PART_KIND.word) visit(first.unit, pairHash(first.unit, 0));
}

function rank({ kind, bits }: Part): number {
  return bits + (kind === PART_KIND.word ? 20 : kind === PART_KIND.place ? 3 : 0);
}

/** What the finder knows of each unit: its code, and 1 where it is a concept of the glossary. */
export interface UnitTables {
  readonly codes: Uint32Array;
  readonly concepts: Uint8Array;
}

/** Parts with the unit to look for: a word of the glossary that is all that a name has is looked for as it is spelled, not by what it means. */
function partsAt(data: Uint32Array, offset: number, concepts: Uint8Array): Part[] {
  const parts: Part[] = [];
  const count = data[offset]! & 0xff;
  for (let at = offset + 1, n = 0; n < count; n += 1) {
    const head = data[at]!;
    const keys = (head >>> 4) & 0xf;
    const kind = head & 0xf;
    let key = at + 1;
    if (kind === PART_KIND.word) while (key <= at + keys && concepts[data[key]!] === 1) key += 1;
    if (key <= at + keys) parts.push({ kind, bits: ((head >>> 16) & 0xff) / 10, unit: data[key]! });
    at += 1 + keys;
  }
  return parts;
}
