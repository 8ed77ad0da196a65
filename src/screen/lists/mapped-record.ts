import { foldLabel } from '../../catalogue/fold-label.ts';
import type { ListFacts } from '../../catalogue/list-facts.ts';
import type { ListMapping, MappedCondition, MappedField } from '../../catalogue/list-mappings.ts';
import { addLabelled } from './labelled-facts.ts';
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

/** One party by a mapping, or undefined where the mapping leaves the record out. */
export function readMapped(
  source: MappedSource,
  mapping: ListMapping,
  facts: ListFacts,
  file: string,
  line: number,
): ReadParty | undefined {
  if (mapping.skip.some((condition) => holds(condition, source))) return undefined;
  const kind = mapping.schema.from === undefined ? '' : (source.valuesAt(mapping.schema.from)[0] ?? '');
  const known = Object.entries(mapping.schema.values).find(([value]) => foldLabel(value) === foldLabel(kind));
  const draft = draftParty(facts, known?.[1] ?? mapping.schema.default, file, line);
  for (const field of mapping.fields) readField(field, source, draft);
  for (const [property, values] of Object.entries(mapping.set)) addValues(draft, property, values);
  const id = mapping.id === undefined ? '' : joined(source, mapping.id, '-');
  const regulation = mapping.regulation === undefined ? mapping.format : (source.valuesAt(mapping.regulation)[0] ?? '');
  return { draft, id: id === '' ? null : id, regulation };
}

function readField(field: MappedField, record: MappedSource, draft: PartyDraft): void {
  for (const source of field.each === undefined ? [record] : record.each(field.each)) {
    if (field.when !== undefined && !holds(field.when, source)) continue;
    const label = field.label === undefined ? '' : (source.valuesAt(field.label)[0] ?? '');
    const country = field.country === undefined ? null : (source.valuesAt(field.country)[0] ?? null);
    const values = typeof field.from === 'string' ? source.valuesAt(field.from) : [joined(source, field.from, field.join)];
    for (const value of values)
      for (const part of field.split === undefined ? [value] : value.split(new RegExp(field.split, 'u')))
        addMapped(field, draft, part, label, country);
  }
}

function addMapped(field: MappedField, draft: PartyDraft, value: string, label: string, country: string | null): void {
  if (value.trim() === '') return;
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
