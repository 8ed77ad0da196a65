import type { PartySchema } from '../../model/party.ts';
import { foldLabel } from '../../catalogue/fold-label.ts';
import type { ListFacts } from '../../catalogue/list-facts.ts';
import type { ListMapping, MappedCondition, MappedField } from '../../catalogue/list-mappings.ts';
import { addLabelled, addLabelledText } from './labelled-facts.ts';
import type { ReadParty } from './list-format.ts';
import { addValue, addValues, draftParty } from './party-draft.ts';
import type { PartyDraft } from './party-draft.ts';
import { addPersonName } from './person-name.ts';

/** A record in which values are looked up: a row by its columns, an element by paths below it. */
export interface MappedSource {
  /** All values at a column or path, none of them empty. */
  readonly valuesAt: (path: string) => readonly string[];
  /** The elements at a path; a row has only itself. */
  readonly each: (path: string) => readonly MappedSource[];
}

/** One party by a mapping, or undefined where the mapping leaves the record out. `kind` is what it is where it does not say so. */
export function readMapped(
  source: MappedSource,
  mapping: ListMapping,
  facts: ListFacts,
  { file, line, kind }: { readonly file: string; readonly line: number; readonly kind: PartySchema },
): ReadParty | undefined {
  if (mapping.skip.some((condition) => holds(condition, source))) return undefined;
  const draft = draftParty(facts, schemaOf(source, mapping, kind), file, line, mapping.dayOrder);
  for (const field of mapping.fields) readField(field, source, draft);
  for (const [property, values] of Object.entries(mapping.set)) addValues(draft, property, values);
  const id = mappedId(source, mapping);
  const regulation = mapping.regulation === undefined ? mapping.format : (source.valuesAt(mapping.regulation)[0] ?? '');
  return { draft, id: id === '' ? null : id, regulation };
}

/** Id of the party of a record, empty where it has none. */
function mappedId(source: MappedSource, { id, idMatch }: Pick<ListMapping, 'id' | 'idMatch'>): string {
  const whole = id === undefined ? '' : joined(source, id, '-');
  return idMatch === undefined ? whole : (new RegExp(idMatch, 'u').exec(whole)?.[0] ?? whole);
}

/** Id of the party of a record that is broken: empty where one of its parts is missing, which may stand behind the break. */
export function wholeId(source: MappedSource, mapping: Pick<ListMapping, 'id' | 'idMatch'>): string {
  const paths = mapping.id === undefined ? [] : [mapping.id].flat();
  return paths.every((path) => source.valuesAt(path).length > 0) ? mappedId(source, mapping) : '';
}

function schemaOf(source: MappedSource, { schema }: ListMapping, usual: PartySchema): PartySchema {
  const has = schema.has.find(({ path }) => source.valuesAt(path).length > 0);
  if (has !== undefined) return has.schema;
  const said = schema.from === undefined ? '' : (source.valuesAt(schema.from)[0] ?? '');
  const known = Object.entries(schema.values).find(([value]) => foldLabel(value) === foldLabel(said));
  return known?.[1] ?? usual;
}

function readField(field: MappedField, record: MappedSource, draft: PartyDraft): void {
  for (const source of field.each === undefined ? [record] : record.each(field.each)) {
    if (field.when !== undefined && !holds(field.when, source)) continue;
    const label = field.label === undefined ? '' : (source.valuesAt(field.label)[0] ?? '');
    const country = field.country === undefined ? null : (source.valuesAt(field.country)[0] ?? null);
    const values = valuesOf(field, source);
    for (const value of values) for (const part of partsOf(value, field)) addMapped(field, draft, part, label, country);
  }
}

/** Blanks in a row that a pattern may tell apart. */
const MOST_BLANKS = 8;
const LONG_BLANKS = new RegExp(`\\s{${MOST_BLANKS + 1},}`, 'gu');

/** Parts of a cell. Longer runs of blanks are cut: a pattern that begins with blanks would take time with the square of the run. */
function partsOf(value: string, { split }: MappedField): readonly string[] {
  if (split === undefined) return [value];
  const bounded = value.replaceAll(LONG_BLANKS, (run) => (run.includes('\n') ? '\r\n' : '  '));
  return bounded.split(new RegExp(split, 'u')).map((part) => part.replaceAll(/\s+/gu, ' '));
}

function valuesOf({ from, join, whole }: MappedField, source: MappedSource): readonly string[] {
  if (whole) return [(typeof from === 'string' ? [from] : from).flatMap((path) => source.valuesAt(path)).join(join)];
  return typeof from === 'string' ? source.valuesAt(from) : [joined(source, from, join)];
}

function addMapped(field: MappedField, draft: PartyDraft, value: string, label: string, country: string | null): void {
  if (value.trim() === '') return;
  if (field.labelled && addLabelledText(draft, value.trim())) return;
  if (field.to === 'label') {
    if (!addLabelled(draft, label, value, country)) addValue(draft, 'notes', label === '' ? value : `${label}: ${value}`);
  } else if (field.prefix !== '') addValue(draft, field.to, `${field.prefix}${value.trim()}`);
  else if (field.turn && draft.schema === 'Person') addPersonName(draft, field.to, value);
  else addValue(draft, field.to, value);
}

function joined(source: MappedSource, from: string | readonly string[], glue: string): string {
  return (typeof from === 'string' ? [from] : from)
    .map((path) => source.valuesAt(path)[0] ?? '')
    .filter((value) => value !== '')
    .join(glue);
}

function holds(condition: MappedCondition, source: MappedSource): boolean {
  return Object.entries(condition).every(([path, wanted]) => {
    const found = source.valuesAt(path).map(foldLabel);
    return wanted.some((value) => (value === '' ? found.length === 0 : found.includes(foldLabel(value))));
  });
}
