import { PART_KIND } from '../score/alignment.ts';
import { FAMILIES, jointsIn } from '../score/encoded-name.ts';
import { isAnyones } from './name-info.ts';
import { levelOf } from './weight-levels.ts';

/** Places in a sketch: see {@link sketchNames}. */
const INITIALS_AT = 5;
const SHARES_AT = [6, 16, 26] as const;
const LEFT_AT = [12, 22] as const;
const KINDS_MASK = 0x1f;
const SHARE_MASK = 0x3f;
const LEFT_MASK = 0xf;
const LEFT_UNIT = 8;

/** What is known of the names of an index without reading them. */
export interface NameSketches {
  /** For each name one number, as `kindIn` and the others here read it. */
  readonly sketches: Uint32Array;
  /** For each name its weight, as `leastTotal` reads it. */
  readonly totals: Uint8Array;
  /**
   * For each unit {@link IN_JOINT} where it is neighbouring words of some name written together, and {@link IN_OTHER_PART} where it is in a part that is no word; above
   * them what it weighs in any name at most, as `mostLevel` reads it.
   */
  readonly unitUses: Uint8Array;
}

export const IN_JOINT = 1;
export const IN_OTHER_PART = 2;
/** The bits of a unit's uses, without its weight. */
export const USES_MASK = 3;

/**
 * Reads all names of an index once, and keeps of each in one number what tells most of them out: schema and family (5 bits), whether it has initials
 * (1), the share of its weight in its heaviest part, two and three parts (6 each, rounded up), and the weight of its words without the heaviest one and two
 * (4 each, in eighths, rounded down). Its whole weight stands beside, and what each unit weighs at most.
 */
export function sketchNames(index: {
  readonly names: number;
  readonly units: number;
  readonly nameOffsets: Uint32Array;
  readonly nameData: Uint32Array;
  readonly nameParty: Uint32Array;
  readonly nameInfo: Uint32Array;
  readonly partySchema: Uint8Array;
}): NameSketches {
  const { names, nameOffsets, nameData, nameParty, nameInfo, partySchema } = index;
  const sketches = new Uint32Array(names);
  const totals = new Uint8Array(names);
  const unitUses = new Uint8Array(index.units);
  const weights = new Uint8Array(256);
  const lastName = new Int32Array(index.units).fill(-1);
  const inName = new Uint16Array(index.units);
  const note = (name: number, unit: number, use: number, weight: number): void => {
    inName[unit] = weight + (lastName[unit] === name ? inName[unit]! : 0);
    lastName[unit] = name;
    const before = unitUses[unit]!;
    unitUses[unit] = ((before | use) & USES_MASK) | Math.max(before & ~USES_MASK, levelOf(inName[unit]) << WEIGHT_AT);
  };
  for (let name = 0; name < names; name += 1) {
    let at = nameOffsets[name]!;
    const head = nameData[at]!;
    at += 1;
    let total = 0;
    let first = 0;
    let second = 0;
    let third = 0;
    let words = 0;
    let firstWord = 0;
    let secondWord = 0;
    let initials = 0;
    const parts = head & 0xff;
    for (let part = 0; part < parts; part += 1) {
      const coded = nameData[at]!;
      const kind = coded & 0xf;
      const weight = (coded >>> 8) & 0xff;
      weights[part] = weight;
      total += weight;
      if (weight > first) {
        third = second;
        second = first;
        first = weight;
      } else if (weight > second) {
        third = second;
        second = weight;
      } else if (weight > third) third = weight;
      if (kind === PART_KIND.initial) initials = 1;
      else if (kind === PART_KIND.word) {
        words += weight;
        if (weight > firstWord) {
          secondWord = firstWord;
          firstWord = weight;
        } else if (weight > secondWord) secondWord = weight;
      }
      const keys = (coded >>> 4) & 0xf;
      for (let k = 1; k <= keys; k += 1) note(name, nameData[at + k]!, kind === PART_KIND.word ? 0 : IN_OTHER_PART, weight);
      at += 1 + keys;
    }
    for (let joint = jointsIn(head); joint > 0; joint -= 1, at += 2) {
      const first = nameData[at]! & 0xff;
      let weight = 0;
      for (let part = first; part < first + ((nameData[at]! >>> 8) & 0xff); part += 1) weight += weights[part]!;
      note(name, nameData[at + 1]!, IN_JOINT, weight);
    }
    totals[name] = Math.min(0xff, Math.floor((total * TOTAL_UNIT) / WHOLE));
    sketches[name] =
      (kindNumber(partySchema[nameParty[name]!]!, head >>> 16, isAnyones(nameInfo[name]!)) |
        (initials << INITIALS_AT) |
        (shareOf(first, total) << SHARES_AT[0]) |
        (shareOf(first + second, total) << SHARES_AT[1]) |
        (shareOf(first + second + third, total) << SHARES_AT[2]) |
        (leftOf(words - firstWord) << LEFT_AT[0]) |
        (leftOf(words - firstWord - secondWord) << LEFT_AT[1])) >>>
      0;
  }
  return { sketches, totals, unitUses };
}

/** Schema and family in one number under {@link KIND_NUMBERS}; of names that may well be persons' though nothing says so the family alone. */
export function kindNumber(schema: number, family: number, anyones: boolean): number {
  return (anyones ? ANYONES_SCHEMA : schema) * FAMILIES.length + family;
}

/** Stands for the schema of such names, which leaves open whose they are. */
const ANYONES_SCHEMA = 7;

export const KIND_NUMBERS = KINDS_MASK + 1;

/** Schema and family, as `kindNumber` gives them. */
export function kindIn(sketch: number): number {
  return sketch & KINDS_MASK;
}

/** Whether the name has initials, which may stand for words of a query. */
export function hasInitials(sketch: number): boolean {
  return (sketch & (1 << INITIALS_AT)) !== 0;
}

/** Share of the name's weight, 0 to 1, that so many of its parts can have at most. */
export function mostShare(sketch: number, parts: number): number {
  if (parts > SHARES_AT.length) return 1;
  return parts === 0 ? 0 : ((sketch >>> SHARES_AT[(parts - 1) as 0 | 1 | 2]) & SHARE_MASK) / SHARE_MASK;
}

/** Weight of the name's words that are left at least when so many parts correspond to something. More than 0 where any is left. */
export function leastLeft(sketch: number, parts: number): number {
  if (parts > LEFT_AT.length || parts === 0) return 0;
  return ((sketch >>> LEFT_AT[(parts - 1) as 0 | 1]) & LEFT_MASK) / LEFT_UNIT;
}

/** Weight of a name, at least; from what is kept of it. */
export function leastTotal(kept: number): number {
  return Math.max(kept / TOTAL_UNIT, LEAST_TOTAL / WHOLE);
}

/** What the parts of a name with a unit of these uses weigh at most, all together, or parts written together: as `levelOf` gives it. */
export function mostLevel(uses: number): number {
  return uses >>> WEIGHT_AT;
}

/** Weights of names are kept in 32nds, rounded down. */
const TOTAL_UNIT = 32;
const WEIGHT_AT = 2;

/** Weights here are counted as encoded names have them, in 200ths. */
const WHOLE = 200;
/** Names that weigh less are taken to weigh so much, as `featuresOf` has it. */
const LEAST_TOTAL = 10;

function shareOf(weight: number, total: number): number {
  return Math.ceil((weight * SHARE_MASK) / Math.max(total, LEAST_TOTAL));
}

function leftOf(weight: number): number {
  return Math.min(LEFT_MASK, Math.floor((weight * LEFT_UNIT) / WHOLE));
}
