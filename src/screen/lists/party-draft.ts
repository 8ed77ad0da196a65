import type { ListFacts } from '../../catalogue/list-facts.ts';
import { NAME_PROPERTIES, type PartySchema } from '../../model/party.ts';
import { LONGEST_PATTERNED, cleanValue } from './clean-value.ts';
import type { DayOrder } from './list-date.ts';
import type { ListingRow, PartyMarks, UnreadValue } from './list-file.ts';
import { valueTypeOf } from './ftm-model.ts';

/** Values of one property, each once, in the order in which they came. */
export interface PropertyValues {
  readonly list: string[];
  /** Made when there are many: few are found faster in the list. */
  known: Set<string> | undefined;
}

/** A party while its record is read. */
export interface PartyDraft {
  readonly schema: PartySchema;
  readonly file: string;
  /** Line on which the record begins, from 1. */
  readonly line: number;
  readonly facts: ListFacts;
  readonly dayOrder: DayOrder;
  readonly properties: Map<string, PropertyValues>;
  /** Further records that it was read from. */
  readonly rows: ListingRow[];
  /** Dates and countries that were not understood. */
  readonly unread: UnreadValue[];
}

export function draftParty(
  facts: ListFacts,
  schema: PartySchema,
  file: string,
  line: number,
  dayOrder: DayOrder = 'day-first',
): PartyDraft {
  return { schema, file, line, facts, dayOrder, properties: new Map(), rows: [], unread: [] };
}

/** Where a value goes whose property the schema lacks; the first that the schema has. */
const NEAREST: Readonly<Record<string, readonly string[]>> = {
  nationality: ['country'],
  citizenship: ['nationality', 'country'],
  jurisdiction: ['country', 'flag'],
  country: ['country'],
  flag: ['country'],
  pastFlags: ['country'],
  birthDate: ['incorporationDate', 'buildDate'],
  incorporationDate: ['buildDate'],
  passportNumber: ['idNumber', 'registrationNumber'],
  socialSecurityNumber: ['idNumber', 'registrationNumber'],
  idNumber: ['registrationNumber'],
  registrationNumber: ['idNumber'],
};
const NEAREST_IDENTIFIER: readonly string[] = ['registrationNumber', 'idNumber'];
const IDENTIFIERS: ReadonlySet<string> = new Set(
  'imoNumber mmsi callSign innCode ogrnCode kppCode okpoCode uscCode vatCode taxNumber leiCode swiftBic bikCode dunsCode isinCode licenseNumber serialNumber ticker'.split(
    ' ',
  ),
);

/** What says that nothing is known, and so is nothing that was not understood. */
const SAYS_NOTHING = /^(?:[-–—.?/*]+|0+|n\.?\/?a\.?|unknown|undetermined|not known|none|null|nil|other)$/iu;

/**
 * Adds a value as the list wrote it: cleaned by the property's type; what cannot be understood is kept in `notes` with the property's name, and dates and
 * countries also among what is unread.
 */
export function addValue(draft: PartyDraft, property: string, raw: string | null | undefined): void {
  if (raw === null || raw === undefined) return;
  const text = tidy(raw);
  if (text === '') return;
  const target = targetOf(draft.schema, property);
  const type = target === undefined ? undefined : valueTypeOf(draft.schema, target);
  if (target === undefined || type === undefined) return keep(draft, 'notes', `${property}: ${cut(text)}`);
  const bare = target === 'imoNumber' ? text.replace(/^IMO\b[\s:.#-]*/iu, '') : text;
  const values = cleanValue(type, bare === '' ? text : bare, draft.facts, draft.dayOrder);
  if (values === undefined) {
    if ((type === 'date' || type === 'country') && !SAYS_NOTHING.test(text))
      draft.unread.push({ file: draft.file, line: draft.line, property, value: cut(text) });
    return keep(draft, 'notes', `${target}: ${cut(text)}`);
  }
  for (const value of values) keep(draft, target, value);
}

export function addValues(draft: PartyDraft, property: string, raw: Iterable<string | null | undefined>): void {
  for (const value of raw) addValue(draft, property, value);
}

/** All names that it has by now. */
export function namesOfDraft({ properties }: PartyDraft): readonly string[] {
  return NAME_PROPERTIES.flatMap((property) => properties.get(property)?.list ?? []);
}

export function hasName(draft: PartyDraft): boolean {
  return draft.properties.has('name');
}

/** By what it can be known where it has no id, if anything. */
export function marksOf(draft: PartyDraft): { readonly marks?: PartyMarks } {
  const identifiers = [...draft.properties].flatMap(([property, { list }]) =>
    valueTypeOf(draft.schema, property) === 'identifier' ? list : [],
  );
  const names = namesOfDraft(draft);
  return identifiers.length + names.length === 0 ? {} : { marks: { identifiers, names } };
}

/** All values of `from` that `into` does not have yet; values of a schema that `into` lacks go where {@link addValue} puts them. */
export function mergeDraft(into: PartyDraft, from: PartyDraft): void {
  into.rows.push({ file: from.file, line: from.line, names: namesOfDraft(from) }, ...from.rows);
  for (const value of from.unread) into.unread.push(value);
  for (const [property, values] of from.properties) {
    const same = valueTypeOf(into.schema, property) !== undefined;
    // A second name is an alias: the caption stays that of the first record.
    const target = property === 'name' && hasName(into) ? 'alias' : property;
    for (const value of values.list) {
      if (target === 'alias' && into.properties.get('name')?.list.includes(value)) continue;
      if (same) keep(into, target, value);
      else addValue(into, target, value);
    }
  }
}

function targetOf(schema: PartySchema, property: string): string | undefined {
  if (valueTypeOf(schema, property) !== undefined) return property;
  const nearest = NEAREST[property] ?? (IDENTIFIERS.has(property) ? NEAREST_IDENTIFIER : []);
  return nearest.find((name) => valueTypeOf(schema, name) !== undefined);
}

/** What no property could take is kept for a reader, who needs no book. */
function cut(text: string): string {
  return text.length > LONGEST_PATTERNED ? `${text.slice(0, LONGEST_PATTERNED)}…` : text;
}

const MANY_VALUES = 24;

function keep(draft: PartyDraft, property: string, value: string): void {
  const values = draft.properties.get(property);
  if (values === undefined) {
    draft.properties.set(property, { list: [value], known: undefined });
    return;
  }
  if (values.known === undefined) {
    if (values.list.includes(value)) return;
    values.list.push(value);
    if (values.list.length > MANY_VALUES) values.known = new Set(values.list);
  } else if (!values.known.has(value)) {
    values.known.add(value);
    values.list.push(value);
  }
}

/** Control and format characters are no part of a name; white space is one space. Joiners stay: Persian names need them. */
function tidy(text: string): string {
  if (/^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/.test(text)) return text;
  return text
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffc]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}
