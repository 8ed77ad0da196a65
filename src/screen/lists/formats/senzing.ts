import type { ListFacts } from '../../../catalogue/list-facts.ts';
import type { PartySchema } from '../../../model/party.ts';
import { isObject, jsonLines, textsOf } from '../json-records.ts';
import type { JsonObject } from '../json-records.ts';
import type { DayOrder } from '../list-date.ts';
import type { BadRow, ListFile } from '../list-file.ts';
import type { ListFormat, ReadParty } from '../list-format.ts';
import { addValue, addValues, draftParty, hasName } from '../party-draft.ts';
import type { PartyDraft } from '../party-draft.ts';

/** Records of the Senzing entity specification as JSON lines: attributes in `FEATURES`, or flat in the record. */
export const senzing: ListFormat = {
  name: 'senzing-jsonl',
  recognises: (heads) => heads.some(({ text }) => /^\s*\{/u.test(text) && text.includes('"DATA_SOURCE"') && text.includes('"RECORD_ID"')),
  read(files, facts) {
    const parties: ReadParty[] = [];
    const bad: BadRow[] = [];
    for (const file of files) {
      const records = [...jsonLines(file, bad, idOf)];
      // Nothing in a record says which of two numbers is the day; one above 12 anywhere in the file does.
      const order = dayOrderOf(records.map(({ value }) => value));
      for (const { line, value } of records) parties.push(readRecord(value, file, line, order, facts));
    }
    return { publishedAt: null, parties, bad };
  },
};

function featuresOf(record: JsonObject): readonly JsonObject[] {
  const features = record['FEATURES'];
  return Array.isArray(features) ? features.filter(isObject) : [record];
}

function dayOrderOf(records: readonly JsonObject[]): DayOrder {
  for (const record of records) {
    for (const feature of featuresOf(record)) {
      const date = /^(\d{1,2})\/(\d{1,2})\/\d+$/u.exec(textsOf(feature['DATE_OF_BIRTH'])[0] ?? '');
      if (date && Number(date[1]) > 12) return 'day-first';
      if (date && Number(date[2]) > 12) return 'month-first';
    }
  }
  return 'month-first';
}

function readRecord(record: JsonObject, file: ListFile, line: number, order: DayOrder, facts: ListFacts): ReadParty {
  const features = featuresOf(record);
  const draft = draftParty(facts, schemaOf(features), file.name, line, order);
  for (const feature of features) {
    addNames(draft, feature);
    addAddress(draft, feature);
    for (const [attribute, property] of Object.entries(PLAIN)) addValues(draft, property, textsOf(feature[attribute]));
    addNumber(draft, feature);
  }
  return { draft, id: idOf(record) ?? null, regulation: sourceOf(record) };
}

function sourceOf(record: JsonObject): string {
  return textsOf(record['DATA_SOURCE'])[0] ?? '';
}

function idOf(record: JsonObject): string | undefined {
  const id = textsOf(record['RECORD_ID'])[0];
  return id === undefined || id === '' ? undefined : `${sourceOf(record).toLowerCase()}-${id}`;
}

function schemaOf(features: readonly JsonObject[]): PartySchema {
  for (const feature of features) {
    const type = textsOf(feature['RECORD_TYPE'])[0]?.toUpperCase();
    if (type === 'PERSON') return 'Person';
    if (type === 'ORGANIZATION') return 'Organization';
    if (type === 'VESSEL') return 'Vessel';
    if (type === 'AIRCRAFT') return 'Airplane';
  }
  if (features.some((feature) => 'NAME_ORG' in feature)) return 'Organization';
  return features.some((feature) => 'NAME_LAST' in feature || 'NAME_FIRST' in feature) ? 'Person' : 'LegalEntity';
}

const PARTS: readonly (readonly [string, string])[] = [
  ['NAME_PREFIX', 'title'],
  ['NAME_FIRST', 'firstName'],
  ['NAME_MIDDLE', 'middleName'],
  ['NAME_LAST', 'lastName'],
  ['NAME_SUFFIX', 'nameSuffix'],
];

/** Attributes may carry a prefix that tells several apart: `PRIMARY_NAME_FULL`. */
function addNames(draft: PartyDraft, feature: JsonObject): void {
  for (const prefix of prefixesOf(feature)) {
    const part = (name: string): string => textsOf(feature[`${prefix}${name}`])[0]?.trim() ?? '';
    const full =
      part('NAME_FULL') ||
      part('NAME_ORG') ||
      PARTS.filter(([name]) => name !== 'NAME_PREFIX')
        .map(([name]) => part(name))
        .filter(Boolean)
        .join(' ');
    if (full === '') continue;
    const property = nameProperty((part('NAME_TYPE') || prefix).toUpperCase(), draft);
    addValue(draft, property, full);
    if (property === 'name' && draft.schema === 'Person') for (const [name, key] of PARTS) addValue(draft, key, part(name));
  }
}

function nameProperty(type: string, draft: PartyDraft): string {
  if (/^(?:FORMER|FKA|PREVIOUS|MAIDEN)/u.test(type)) return 'previousName';
  if (/^(?:NICK|WEAK)/u.test(type)) return 'weakAlias';
  return hasName(draft) || /^(?:AKA|ALIAS|DBA)/u.test(type) ? 'alias' : 'name';
}

function prefixesOf(feature: JsonObject): readonly string[] {
  const prefixes = new Set<string>();
  for (const key of Object.keys(feature)) {
    const found = /^(.*?)NAME_(?:FULL|ORG|LAST|FIRST)$/u.exec(key);
    if (found) prefixes.add(found[1] ?? '');
  }
  return [...prefixes];
}

function addAddress(draft: PartyDraft, feature: JsonObject): void {
  const parts = ['ADDR_FULL', 'ADDR_LINE1', 'ADDR_LINE2', 'ADDR_LINE3', 'ADDR_CITY', 'ADDR_STATE', 'ADDR_POSTAL_CODE', 'ADDR_COUNTRY'];
  addValue(
    draft,
    'address',
    parts
      .map((part) => textsOf(feature[part])[0]?.trim() ?? '')
      .filter(Boolean)
      .join(', '),
  );
  addValues(draft, 'country', textsOf(feature['ADDR_COUNTRY']));
}

const PLAIN: Readonly<Record<string, string>> = {
  DATE_OF_BIRTH: 'birthDate',
  DATE_OF_DEATH: 'deathDate',
  PLACE_OF_BIRTH: 'birthPlace',
  REGISTRATION_DATE: 'incorporationDate',
  REGISTRATION_COUNTRY: 'jurisdiction',
  NATIONALITY: 'nationality',
  CITIZENSHIP: 'citizenship',
  GENDER: 'gender',
  EMAIL_ADDRESS: 'email',
  PHONE_NUMBER: 'phone',
  WEBSITE_ADDRESS: 'website',
};

/** Numbers that are always of one kind. */
const NUMBERS: Readonly<Record<string, string>> = {
  PASSPORT_NUMBER: 'passportNumber',
  SSN_NUMBER: 'socialSecurityNumber',
  DRIVERS_LICENSE_NUMBER: 'idNumber',
  NATIONAL_ID_NUMBER: 'idNumber',
  OTHER_ID_NUMBER: 'idNumber',
  TRUSTED_ID_NUMBER: 'idNumber',
  TAX_ID_NUMBER: 'taxNumber',
  LEI_NUMBER: 'leiCode',
  DUNS_NUMBER: 'dunsCode',
  NPI_NUMBER: 'npiCode',
};

function addNumber(draft: PartyDraft, feature: JsonObject): void {
  for (const [attribute, property] of Object.entries(NUMBERS)) {
    // Four digits of a social security number name one party in ten thousand: no identifier.
    for (const number of textsOf(feature[attribute]))
      addValue(draft, property === 'socialSecurityNumber' && number.length < 9 ? 'notes' : property, number);
  }
  addValues(draft, 'nationality', draft.schema === 'Person' ? textsOf(feature['PASSPORT_COUNTRY']) : []);
}
