import { isAnyones, numberIn } from '../index/name-info.ts';
import { bucketTable } from '../index/bucket-table.ts';
import type { ScreenIndex } from '../index/screen-index.ts';
import type { NameKnowledge } from '../knowledge.ts';
import { schemaAt } from '../index/party-record.ts';
import { FAMILIES } from '../score/encoded-name.ts';
import { eachAnchor } from './anchors.ts';
import { coverTable } from './cover-table.ts';
import { PAIR, packFinder } from './finder-file.ts';
import { BARE, hanForms, hanHash, shortHanForms } from './han-key.ts';
import { initialCode } from './initial-codes.ts';
import { CODE_LETTERS, codeOfBytes, maskBitOf, pairBits, pairHash } from './key-code.ts';
import { orderPairs } from './pair-order.ts';
import { listedNames, type ListedNames } from './listed-names.ts';
import { nameTraits } from './name-traits.ts';
import { sameNames } from './same-names.ts';

/**
 * Builds the tables that find the names of an index in text, as the bytes of one file to keep beside the index. `parties`: only names of these
 * party ids. Pure; linear in names, 2 to 4 µs each.
 */
export function buildFinderTables(index: ScreenIndex, knowledge: NameKnowledge, parties?: ReadonlySet<string>): Uint8Array {
  const names = listedNames(index);
  const unitCode = new Uint32Array(names.units);
  const concepts = new Uint8Array(names.units);
  const given = new Uint8Array(names.units);
  const initials = new Uint32Array(names.units);
  const brief = new Uint8Array(names.units);
  for (let unit = 0; unit < names.units; unit += 1) {
    const start = names.unitOffsets[unit]!;
    unitCode[unit] = codeOfBytes(names.unitBytes, start, names.unitOffsets[unit + 1]!);
    concepts[unit] = names.unitBytes[start] === CONCEPT ? 1 : 0;
    given[unit] = isGivenName(names.unitBytes, start, names.unitOffsets[unit + 1]!) ? 1 : 0;
    initials[unit] = initialCode(names.unitBytes, start);
    brief[unit] = names.unitOffsets[unit + 1]! - start < CODE_LETTERS ? 1 : 0;
  }
  const anchorBits = new Uint32Array((names.units >>> 5) + 1);
  const rareBits = new Uint32Array(anchorBits.length);
  const wanted = wantedParties(index, parties);
  const isWanted = (name: number): boolean =>
    (wanted === undefined || wanted[names.party[name]!] !== 0) &&
    // A name of unknown kind that may be a person's is read as one beside: in a text its first reading is enough, unless people are called so.
    (!isPersons(names, name) || isAnyones(names.info[name]!) || schemaAt(names.schema[names.party[name]!]!) === 'Person');
  const each = (visit: (hash: number, name: number, need: number, unit: number, code: number) => void): void => {
    for (let name = 0; name < names.count; name += 1) {
      if (!isWanted(name)) continue;
      eachAnchor(names.data, names.offsets[name]!, { codes: unitCode, concepts, given, initials, brief }, (unit, code, rare, need) => {
        anchorBits[unit >>> 5]! |= 1 << (unit & 31);
        if (rare) rareBits[unit >>> 5]! |= 1 << (unit & 31);
        visit(pairHash(unit, code), name, need, unit, code);
      });
    }
  };
  const pairs = bucketTable(names.count * 2, each, 1);
  // The whole hash beside each name: a bucket holds names of other hashes too.
  const pairHashes = new Uint32Array(pairs.values.length);
  const next = pairs.buckets.slice(0, -1);
  const pairNeeds = new Uint32Array(pairs.values.length);
  each((hash, _name, need) => {
    const bucket = hash & (next.length - 1);
    pairHashes[next[bucket]!] = hash;
    pairNeeds[next[bucket]!] = need;
    next[bucket]! += 1;
  });
  const { rows, cover } = coverTable(names, unitCode, isWanted);
  orderPairs(pairs, pairHashes, pairNeeds, rows);
  const filter = bitsFor(pairs.values.length);
  const mask = filter.length * 32 - 1;
  const anchorCodes = new Uint32Array(names.units * 2);
  each((_hash, _name, _need, unit, code) => {
    for (const bit of pairBits(unit, code, mask)) filter[bit >>> 5]! |= 1 << (bit & 31);
    const place = maskBitOf(code);
    anchorCodes[unit * 2 + (place >>> 5)]! |= 1 << (place & 31);
  });
  return packFinder(
    { recipe: index.recipe, names: names.count, units: names.units },
    {
      unitCode,
      anchorBits,
      rareBits,
      anchorCodes,
      pairBits: filter,
      pairBuckets: pairs.buckets,
      pairs: pairTable(pairs.values, pairHashes, pairNeeds, rows),
      nameTraits: nameTraits(index, names, isWanted),
      nameSame: sameNames(names, isWanted),
      cover,
      ...hanTables(index, knowledge, wanted),
    },
  );
}

/** What is told of each pair, side by side: see {@link PAIR}. */
function pairTable(pairNames: Uint32Array, hashes: Uint32Array, needs: Uint32Array, rows: Uint32Array): Uint32Array {
  const table = new Uint32Array(pairNames.length * PAIR.size);
  for (let n = 0; n < pairNames.length; n += 1) {
    const at = n * PAIR.size;
    const name = pairNames[n]!;
    table[at + PAIR.hash] = hashes[n]!;
    table[at + PAIR.need] = needs[n]!;
    table[at + PAIR.row] = rows[name]!;
    table[at + PAIR.name] = name;
  }
  return table;
}

/** The sign before keys of concepts, `#`. */
const CONCEPT = 0x23;

/** A key `@name` of a given name in any language; not `@name~`, of what only may be one, nor one that is no Latin letters. */
function isGivenName(bytes: Uint8Array, start: number, end: number): boolean {
  const first = bytes[start + 1]! | 0x20;
  return bytes[start] === 0x40 && end > start + 2 && first >= 0x61 && first <= 0x7a && bytes[end - 1] !== 0x7e;
}

function isPersons({ data, offsets }: ListedNames, name: number): boolean {
  return FAMILIES[data[offsets[name]!]! >>> 16] === 'person';
}

/** A byte for each party, 1 where it is wanted; undefined where all are. */
export function wantedParties(index: ScreenIndex, parties: ReadonlySet<string> | undefined): Uint8Array | undefined {
  if (parties === undefined) return undefined;
  const wanted = new Uint8Array(index.parties);
  for (const [id, party] of index.records.byId()) if (parties.has(id)) wanted[party] = 1;
  return wanted;
}

/** Thirty-two bits for each of so many hashes, of which it takes two. */
function bitsFor(count: number): Uint32Array {
  let words = 32;
  while (words < count) words *= 2;
  return new Uint32Array(words);
}

const HAN = /[\u3400-\u9fff]/;

function hanTables(index: ScreenIndex, knowledge: NameKnowledge, wanted: Uint8Array | undefined) {
  const names = listedNames(index);
  const offsets: number[] = [0];
  const units: number[] = [];
  const owners: number[] = [];
  const leasts: number[] = [];
  // A name that can be read in several ways has several rows; the first is the Chinese one. As a person's where people are called so.
  const isRow = (row: number, n: number): boolean =>
    numberIn(names.info[row]!) === n && (!isAnyones(names.info[row]!) || isPersons(names, row));
  const rowOf = (from: number, n: number): number => {
    let row = from;
    while (!isRow(row, n) && row + 1 < names.count) row += 1;
    return row;
  };
  const add = (form: string, least: number, row: number): void => {
    for (let at = 0; at < form.length; at += 1) units.push(form.charCodeAt(at));
    offsets.push(units.length);
    leasts.push(least);
    owners.push(row);
  };
  const shorts = new Map<string, { readonly party: number; readonly rows: (readonly [form: string, least: number, row: number])[] }>();
  const firstOf = new Map<number, number>();
  for (let name = names.count - 1; name >= 0; name -= 1) firstOf.set(names.party[name]!, name);
  for (const [party, first] of firstOf) {
    if (wanted !== undefined && wanted[party] === 0) continue;
    const text = index.records.textAt(party);
    if (!HAN.test(text)) continue;
    for (const [n, [listed]] of index.records.at(party).names.entries()) {
      if (!HAN.test(listed)) continue;
      for (const form of hanForms(listed, knowledge)) add(form, form.length, rowOf(first, n));
      // Of two parties whose names begin so neither is named by that beginning.
      if (isPersons(names, rowOf(first, n))) continue;
      for (const { form, least: many, bare } of shortHanForms(listed, knowledge)) {
        const begins = form.slice(0, many);
        const least = many + (bare ? BARE : 0);
        const owner = shorts.get(begins);
        if (owner === undefined) shorts.set(begins, { party, rows: [[form, least, rowOf(first, n)]] });
        else if (owner.party === party) owner.rows.push([form, least, rowOf(first, n)]);
        else shorts.set(begins, { party: -1, rows: [] });
      }
    }
  }
  for (const { rows } of shorts.values()) for (const row of rows) add(...row);
  const hanUnits = Uint32Array.from(units);
  const hanOffsets = Uint32Array.from(offsets);
  const hanBits = new Uint32Array(1 << 15);
  const { buckets, values } = bucketTable(
    owners.length,
    (visit) => {
      for (let entry = 0; entry < owners.length; entry += 1) {
        const at = hanOffsets[entry]!;
        visit(hanHash(hanUnits, at, Math.min(4, leasts[entry]! % BARE)), entry);
      }
    },
    1,
  );
  for (let entry = 0; entry < owners.length; entry += 1) {
    const hash = hanHash(hanUnits, hanOffsets[entry]!, 2) & (hanBits.length * 32 - 1);
    hanBits[hash >>> 5]! |= 1 << (hash & 31);
  }
  return {
    hanBits,
    hanBuckets: buckets,
    hanEntries: values,
    hanOffsets,
    hanLeast: Uint32Array.from(leasts),
    hanUnits,
    hanNames: Uint32Array.from(owners),
  };
}
