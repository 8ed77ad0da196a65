import type { Party } from '../../model/party.ts';
import type { NameKnowledge } from '../knowledge.ts';
import { readingsFor } from '../name/readings-for.ts';
import { codesOnce, shortCodeOf } from '../name/sound-codes.ts';
import { encodeName } from '../score/encoded-name.ts';
import { isWordKey } from '../score/units.ts';
import { eachDeletion, hashOf } from './deletions.ts';
import { GrowingBytes, GrowingUint32 } from './growing-array.ts';
import { ANYONES, WEAK } from './name-info.ts';
import { sketchNames } from './name-sketches.ts';
import { pushSpans } from './part-spans.ts';
import { packRecord, recordOf, schemaNumber } from './party-record.ts';
import { ScreenIndex } from './screen-index.ts';
import { eachUnit, postingsOf } from './postings.ts';
import { packSections, type IndexHead } from './sections.ts';
import { taggedTable } from './tagged-table.ts';
import { UnitNumbers } from './unit-numbers.ts';

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
  const known = usable?.records.byId();
  const schema: number[] = [];
  const firstName = new GrowingUint32();
  const offsets = new GrowingUint32();
  const bytes = new GrowingBytes();
  const nameOffsets = new GrowingUint32();
  const nameData = new GrowingUint32();
  const nameParty = new GrowingUint32();
  const nameInfo = new GrowingUint32();
  const spansOf = new GrowingUint32();
  const spans = new GrowingUint32();
  const scratch: number[] = [];
  const identifierUnits = new GrowingUint32();
  const identifierNames = new GrowingUint32();
  for (const party of parties) {
    const { record, names } = recordOf(party);
    const number = schema.length;
    schema.push(schemaNumber(record.schema));
    firstName.push(nameOffsets.length);
    offsets.push(bytes.length);
    const text = packRecord(record);
    bytes.pushAll(Buffer.from(text, 'utf8'));
    const before = known?.get(record.id);
    const copied = before !== undefined && usable !== undefined && usable.records.textAt(before) === text;
    const add = (n: number, weak: boolean, anyones: boolean): void => {
      nameParty.push(number);
      nameInfo.push(n | (weak ? WEAK : 0) | (anyones ? ANYONES : 0));
      nameOffsets.push(nameData.length);
      nameData.pushAll(scratch);
      scratch.length = 0;
    };
    if (copied)
      usable.copyNames(
        before,
        (key) => units.of(key),
        scratch,
        (n, anyones, its) => {
          spansOf.push(spans.length);
          spans.pushAll(its);
          add(n, names[n]?.weak === true, anyones);
        },
      );
    else {
      for (const [n, { name, weak }] of names.entries()) {
        for (const reading of readingsFor(name, record.schema, knowledge)) {
          encodeName(reading, (key) => units.of(key), scratch, joined);
          spansOf.push(spans.length);
          pushSpans(reading, (span) => spans.push(span));
          add(n, weak, reading.anyones === true);
        }
      }
    }
    if (names.length === 0) continue;
    for (const id of record.facts.identifiers) {
      identifierUnits.push(units.of(`!${id}`));
      identifierNames.push(firstName.at(number));
    }
  }
  offsets.push(bytes.length);
  firstName.push(nameOffsets.length);
  nameOffsets.push(nameData.length);
  const moved = units.settle();
  renumber(nameOffsets.view(), nameData.view(), moved);
  const { keys } = units;
  const partySchema = Uint8Array.from(schema);
  const identifiers = { units: identifierUnits.view().map((unit) => moved[unit]!), names: identifierNames.view() };
  const postings = postingsOf(keys.length, nameOffsets.view(), nameData.view(), identifiers);
  const { sketches, totals, unitUses } = sketchNames({
    names: nameParty.length,
    units: keys.length,
    nameOffsets: nameOffsets.view(),
    nameData: nameData.view(),
    nameParty: nameParty.view(),
    nameInfo: nameInfo.view(),
    partySchema,
  });
  const dictionary = units.pack();
  const deletions = taggedTable(keys.length, (visit) => {
    for (const [unit, key] of keys.entries())
      if (dictionary.unitBegins[unit] === 1 && isWordKey(key)) eachDeletion(key, (hash) => visit(hash, unit));
  });
  const byCode = codeTable(keys);
  return new ScreenIndex(
    packSections(
      { recipe: knowledge.recipe, parties: schema.length, names: nameParty.length, units: keys.length, lists },
      {
        ...dictionary,
        unitUses,
        deleteBuckets: deletions.buckets,
        deleteEntries: deletions.entries,
        codeBuckets: byCode.buckets,
        codeEntries: byCode.entries,
        ...postings,
        nameOffsets: nameOffsets.view(),
        nameData: nameData.view(),
        nameParty: nameParty.view(),
        nameInfo: nameInfo.view(),
        nameSpans: spansOf.view(),
        partSpans: spans.view(),
        nameSketch: sketches,
        nameTotal: totals,
        partySchema,
        partyFirstName: firstName.view(),
        partyOffsets: offsets.view(),
        partyBytes: bytes.view(),
      },
    ),
    knowledge,
  );
}

/** Puts the new number of each unit for the old one. */
function renumber(nameOffsets: Uint32Array, nameData: Uint32Array, moved: Uint32Array): void {
  for (let name = 0; name + 1 < nameOffsets.length; name += 1)
    eachUnit(nameData, nameOffsets[name]!, (unit, _weight, _joined, at) => {
      nameData[at] = moved[unit]!;
    });
}

/** Units by their codes. A code is worked out once: that takes longer than to keep its hash. */
function codeTable(keys: readonly string[]): ReturnType<typeof taggedTable> {
  const hashes = new GrowingUint32();
  const units = new GrowingUint32();
  for (const [unit, key] of keys.entries()) {
    if (!isWordKey(key)) continue;
    const short = shortCodeOf(key);
    for (const code of short === undefined ? codesOnce(key) : [...codesOnce(key), short]) {
      hashes.push(hashOf(code));
      units.push(unit);
    }
  }
  return taggedTable(keys.length, (visit) => {
    for (let n = 0; n < hashes.length; n += 1) visit(hashes.at(n), units.at(n));
  });
}
