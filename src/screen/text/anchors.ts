import { PART_KIND } from '../score/alignment.ts';
import { FAMILIES, pairsJoinedAt } from '../score/encoded-name.ts';
import { isTelling } from '../score/features.ts';
import { STAMPS } from './cover-table.ts';
import { RARE_SURNAME } from './spoken-for.ts';

/** A part of an encoded name as far as the finder needs it. */
interface Part {
  readonly kind: number;
  readonly bits: number;
  readonly unit: number;
  /** Of a place or trade word how it is spelled, where it has a key of that. */
  readonly spelled?: number | undefined;
  /** Its place in the name. */
  readonly place: number;
  /** A word of the glossary that is all that a name has. */
  readonly common: boolean;
  /** A word of the glossary that tells nothing apart. */
  readonly quiet: boolean;
  /** Where its keys begin in the encoded names, and how many there are. */
  readonly from: number;
  readonly keys: number;
}

/** What a short or common word needs beside it: a form or quotation marks. No code is 1 or 2. */
export const NEEDS_FORM = 1;
/** The same, a few words off: the form of a name of several words. */
export const NEEDS_FORM_NEAR = 2;
/** Beside the code of a third part, of which only the low bits count: a name of trade words that is none without a form or quotation marks of its own. */
export const NEEDS_FORM_TOO = 2 ** 31;
/** Given names in other languages that one word may be. */
const MOST_GIVEN = 2;
/** Trade words of which so many may stand without. */
const TRADES_ALONE = 4;

/** Parts that say something together with an anchor. */
const TELLING = new Set<number>([PART_KIND.word, PART_KIND.place, PART_KIND.trade, PART_KIND.number]);

/**
 * Calls `visit` with each anchor of an encoded name (the unit of one of its rarest words) and the code of another part that must stand near it: the rarest
 * word with up to three others, the second with the first. A name of one word and forms has that word alone, with code 0; names of the glossary
 * alone are anchored at their place or a trade word, and `need` says what else must be near: the code of a third part, or {@link NEEDS_FORM}. What stands beside the rarest word of a person's name
 * may be another form of the same given name, or an initial.
 */
export function eachAnchor(
  data: Uint32Array,
  offset: number,
  { codes, concepts, given, initials, brief }: UnitTables,
  visit: (unit: number, code: number, rare: boolean, need: number) => void,
): void {
  const parts = partsAt(data, offset, concepts).filter(({ kind }) => TELLING.has(kind));
  parts.sort((a, b) => rank(b) - rank(a) || a.unit - b.unit);
  const [first] = parts;
  if (first === undefined) return;
  // Words of the glossary tell nothing apart: those next to the first are looked for first.
  if (first.kind !== PART_KIND.word)
    parts.sort((a, b) => Math.abs(a.place - first.place) - Math.abs(b.place - first.place) || b.place - a.place);
  const [, second, ...more] = parts;
  if (second === undefined) {
    if (first.kind === PART_KIND.word) visit(first.unit, 0, isRare(first), first.common || first.bits < TELLING_ALONE ? NEEDS_FORM : 0);
    return;
  }
  const isPerson = FAMILIES[data[offset]! >>> 16] === 'person';
  const formToo = !isPerson && parts.length < TRADES_ALONE && parts.every(({ quiet }) => quiet);
  const need = first.kind === PART_KIND.word ? 0 : more.length === 0 ? NEEDS_FORM_NEAR : needOf(codes[more[0]!.unit]!, formToo);
  const pair = (a: Part, b: Part): void => {
    const code = codes[b.unit]!;
    if (code !== 0) visit(a.unit, code, isRare(a), need);
  };
  pair(first, second);
  eachSpelled(first, second, { codes, brief }, (unit, code) => visit(unit, code, isRare(first), need));
  if (first.kind === PART_KIND.word) for (const each of more.slice(0, 2)) pair(first, each);
  if (second.kind === PART_KIND.word) pair(second, first);
  if (first.kind !== PART_KIND.word) eachBrandPlace(parts, codes, visit);
  if (!isPerson) eachJoint(data, offset, parts, codes, visit);
  if (!isPerson || first.kind !== PART_KIND.word) return;
  for (const { kind, unit, from, keys } of [second, ...more.slice(0, 2)]) {
    if (kind !== PART_KIND.word) continue;
    const initial = initials[unit]!;
    if (initial !== 0 && first.bits >= RARE_SURNAME) visit(first.unit, initial, isRare(first), 0);
    for (let k = from, met = 0; k < from + keys && met < MOST_GIVEN; k += 1) {
      if (given[data[k]!] === 0) continue;
      visit(first.unit, codes[data[k]!]!, isRare(first), 0);
      met += 1;
    }
  }
}

/** Mile Hao Xiang Technology: two words that a text may write together (浩翔, Haoxiang), with the most telling part beside them. */
function eachJoint(
  data: Uint32Array,
  offset: number,
  parts: readonly Part[],
  codes: Uint32Array,
  visit: (unit: number, code: number, rare: boolean, need: number) => void,
): void {
  let met = 0;
  for (const { first, unit } of pairsJoinedAt(data, offset)) {
    const isJoined = ({ place }: Part): boolean => place === first || place === first + 1;
    if (parts.filter((part) => isJoined(part) && part.kind === PART_KIND.word).length < 2) continue;
    const beside = parts.find((part) => !isJoined(part));
    const code = beside === undefined ? 0 : codes[beside.unit]!;
    if (code !== 0) visit(unit, code, false, 0);
    if ((met += 1) === MOST_JOINTS) return;
  }
}

/** Joints of a name that are anchors. */
const MOST_JOINTS = 2;

/**
 * The same where a trade word is read as another or as none in the other script: the second of IT-Papillon beside the first (ИТ), if it is brief, as longer words are told by
 * their first letters, and the first of Turbo King, a word that names are made of, by how it is spelled (Кинг).
 */
function eachSpelled(
  first: Part,
  second: Part,
  { codes, brief }: Pick<UnitTables, 'codes' | 'brief'>,
  visit: (unit: number, code: number) => void,
): void {
  const isSpelled = ({ kind, spelled, unit }: Part): boolean => kind === PART_KIND.trade && spelled !== undefined && spelled !== unit;
  const beside = [codes[second.unit]!, isSpelled(second) && brief[second.spelled!] === 1 ? codes[second.spelled!]! : 0];
  for (const [n, code] of beside.entries()) {
    if (code === 0) continue;
    if (n > 0) visit(first.unit, code);
    if (isSpelled(first) && !first.quiet) visit(first.spelled!, code);
  }
}

/** Heihe Xinyuan Trade: a place behind another is rather the brand, which a text spells and may mean another word by (鑫源, Синьюань for 新源); it stands by how it is spelled with the first place. */
function eachBrandPlace(
  parts: readonly Part[],
  codes: Uint32Array,
  visit: (unit: number, code: number, rare: boolean, need: number) => void,
): void {
  const [first, ...others] = parts.filter(({ kind }) => kind === PART_KIND.place).toSorted((a, b) => a.place - b.place);
  const code = first === undefined ? 0 : codes[first.unit]!;
  if (code === 0) return;
  for (const { spelled } of others) if (spelled !== undefined && codes[spelled] !== 0) visit(spelled, code, false, 0);
}

function needOf(code: number, formToo: boolean): number {
  const low = code & (STAMPS - 1);
  return formToo ? NEEDS_FORM_TOO + low : STAMPS + low;
}

/** Rare enough to be looked for in small letters too. */
function isRare({ kind, bits }: Part): boolean {
  return kind === PART_KIND.word && bits >= RARE_BITS;
}

const RARE_BITS = 16;
/** Bits from which a word may be a name by itself where a title or place is near. */
const TELLING_ALONE = 10;

function rank({ kind, bits }: Part): number {
  return bits + (kind === PART_KIND.word ? 20 : kind === PART_KIND.place ? 3 : 0);
}

/**
 * What the finder knows of each unit: its code, 1 where it is a concept of the glossary, 1 where it is a given name in any language, the code of its initial, and 1 where it
 * is so short that nothing longer has its code.
 */
export interface UnitTables {
  readonly codes: Uint32Array;
  readonly concepts: Uint8Array;
  readonly given: Uint8Array;
  readonly initials: Uint32Array;
  readonly brief: Uint8Array;
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
    let quiet = kind === PART_KIND.trade && !isTelling(kind, ((head >>> 8) & 0xff) / 200);
    for (let k = at + 1; k <= at + keys && quiet; k += 1) quiet = concepts[data[k]!] === 1;
    const bits = ((head >>> 16) & 0xff) / 10;
    const spelled = kind === PART_KIND.place || kind === PART_KIND.trade ? spelledAt(data, at + 1, keys, concepts) : undefined;
    if (key <= at + keys) parts.push({ kind, bits, unit: data[key]!, spelled, place: n, common: key > at + 1, quiet, from: at + 1, keys });
    at += 1 + keys;
  }
  return parts;
}

/** The first of so many units from `from` that is no concept. */
function spelledAt(data: Uint32Array, from: number, keys: number, concepts: Uint8Array): number | undefined {
  for (let at = from; at < from + keys; at += 1) if (concepts[data[at]!] === 0) return data[at];
  return undefined;
}
