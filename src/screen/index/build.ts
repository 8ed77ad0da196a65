import type { Party } from '../../model/party.ts';
import type { NameKnowledge } from '../knowledge.ts';
import { readingsFor } from '../name/readings-for.ts';
import { codesOf } from '../name/sound-codes.ts';
import { encodeName } from '../score/encoded-name.ts';
import { isWordKey } from '../score/units.ts';
import { bucketTable } from './bucket-table.ts';
import { eachDeletion, hashOf } from './deletions.ts';
import { GrowingBytes, GrowingUint32 } from './growing-array.ts';
import { recordOf, schemaNumber, type PartyRecord } from './party-record.ts';
import { ScreenIndex } from './screen-index.ts';
import { postingsOf } from './postings.ts';
import { packSections, type IndexHead } from './sections.ts';

/** Bits of `nameInfo`: the number of the name in its party, and whether it is a weak alias. */
export const WEAK = 1 << 31;

/**
 * Builds the index of all names of all parties. Pure: the same parties in the same order give the same bytes. Parties that `previous` holds
 * unchanged (same id, same listings, same recipe) are taken over without being analysed again.
 * Time is linear in names; about 10 µs for each that is analysed.
 */
export function buildScreenIndex(
  parties: Iterable<Party>,
  knowledge: NameKnowledge,
  previous?: ScreenIndex,
  lists: IndexHead['lists'] = [],
): ScreenIndex {
  const units = new UnitNumbers();
  const joined = !knowledge.off.has('joined');
  const usable = previous?.recipe === knowledge.recipe ? previous : undefined;
  const known = usable?.partiesById();
  const schema: number[] = [];
  const firstName = new GrowingUint32();
  const offsets = new GrowingUint32();
  const bytes = new GrowingBytes();
  const nameOffsets = new GrowingUint32();
  const nameData = new GrowingUint32();
  const nameParty = new GrowingUint32();
  const nameInfo = new GrowingUint32();
  const scratch: number[] = [];
  let identifiers = 0;
  for (const party of parties) {
    const { record, names } = recordOf(party);
    const number = schema.length;
    schema.push(schemaNumber(record.schema));
    firstName.push(nameOffsets.length);
    offsets.push(bytes.length);
    const text = JSON.stringify(record);
    bytes.pushAll(Buffer.from(text, 'utf8'));
    const before = known?.get(record.id);
    const copied = before !== undefined && usable !== undefined && usable.recordText(before) === text;
    const add = (n: number, weak: boolean): void => {
      nameParty.push(number);
      nameInfo.push(n | (weak ? WEAK : 0));
      nameOffsets.push(nameData.length);
      nameData.pushAll(scratch);
      scratch.length = 0;
    };
    if (copied)
      usable.copyNames(
        before,
        (key) => units.of(key),
        scratch,
        (n) => add(n, names[n]?.weak === true),
      );
    else {
      for (const [n, { name, weak }] of names.entries()) {
        for (const reading of readingsFor(name, record.schema, knowledge)) {
          encodeName(reading, (key) => units.of(key), scratch, joined);
          add(n, weak);
        }
      }
    }
    for (const id of record.facts.identifiers) {
      units.of(`!${id}`);
      identifiers += 1;
    }
  }
  offsets.push(bytes.length);
  firstName.push(nameOffsets.length);
  nameOffsets.push(nameData.length);
  const postings = postingsOf(
    units.keys.length,
    nameOffsets.view(),
    nameData.view(),
    identifierNames(offsets.view(), bytes.view(), firstName.view(), units, identifiers),
  );
  const deletions = bucketTable(
    units.keys.length * 20,
    (visit) => units.keys.forEach((key, unit) => isWordKey(key) && eachDeletion(key, (hash) => visit(hash, unit))),
    1,
  );
  const byCode = bucketTable(
    units.keys.length * 2,
    (visit) =>
      units.keys.forEach((key, unit) => {
        if (isWordKey(key)) for (const code of codesOf(key)) visit(hashOf(code), unit);
      }),
    1,
  );
  const dictionary = units.pack();
  return new ScreenIndex(
    packSections(
      { recipe: knowledge.recipe, parties: schema.length, names: nameParty.length, units: units.keys.length, lists },
      {
        ...dictionary,
        deleteBuckets: deletions.buckets,
        deleteUnits: deletions.values,
        codeBuckets: byCode.buckets,
        codeUnits: byCode.values,
        ...postings,
        nameOffsets: nameOffsets.view(),
        nameData: nameData.view(),
        nameParty: nameParty.view(),
        nameInfo: nameInfo.view(),
        partySchema: Uint8Array.from(schema),
        partyFirstName: firstName.view(),
        partyOffsets: offsets.view(),
        partyBytes: bytes.view(),
      },
    ),
    knowledge,
  );
}

class UnitNumbers {
  readonly keys: string[] = [];
  readonly #numbers = new Map<string, number>();

  of(key: string): number {
    let unit = this.#numbers.get(key);
    if (unit === undefined) {
      unit = this.keys.length;
      this.keys.push(key);
      this.#numbers.set(key, unit);
    }
    return unit;
  }

  pack(): { readonly unitOffsets: Uint32Array; readonly unitBytes: Uint8Array; readonly unitHash: Uint32Array } {
    const offsets = new Uint32Array(this.keys.length + 1);
    const bytes = new GrowingBytes();
    let size = 1024;
    while (size < this.keys.length * 2) size *= 2;
    const hash = new Uint32Array(size);
    for (const [unit, key] of this.keys.entries()) {
      offsets[unit] = bytes.length;
      bytes.pushAll(Buffer.from(key, 'utf8'));
      let at = hashOf(key) & (size - 1);
      while (hash[at] !== 0) at = (at + 1) & (size - 1);
      hash[at] = unit + 1;
    }
    offsets[this.keys.length] = bytes.length;
    return { unitOffsets: offsets, unitBytes: bytes.view(), unitHash: hash };
  }
}

/** Units of identifiers, each with the first name of its party; in the order of names. */
function identifierNames(
  offsets: Uint32Array,
  bytes: Uint8Array,
  firstName: Uint32Array,
  units: UnitNumbers,
  count: number,
): readonly (readonly [number, number])[] {
  if (count === 0) return [];
  const found: [number, number][] = [];
  for (let party = 0; party + 1 < offsets.length; party += 1) {
    if (firstName[party] === firstName[party + 1]) continue;
    const { facts } = JSON.parse(Buffer.from(bytes.subarray(offsets[party], offsets[party + 1])).toString('utf8')) as PartyRecord;
    for (const id of facts.identifiers) found.push([units.of(`!${id}`), firstName[party]!]);
  }
  return found;
}
