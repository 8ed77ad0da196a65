import type { PartyEntity } from '../work/entities/entity-of-party.ts';
import { PARTY_PROPERTIES } from '../screen/lists/ftm-model.ts';
import { escaped } from '../text/escaped.ts';

const LABELS = new Map(PARTY_PROPERTIES.map(({ name, label }) => [name, label]));
const MOST_VALUES = 8;
const LONGEST = 300;

/** A listed party in a page without script, style or links. */
export function previewPage({ caption, schema, properties, datasets, id }: PartyEntity): string {
  const rows = Object.entries(properties).map(([name, values]) => {
    const shown = values.filter((value) => typeof value === 'string').slice(0, MOST_VALUES);
    return `<dt>${escaped(LABELS.get(name) ?? name)}</dt><dd>${shown.map((value) => escaped(value.slice(0, LONGEST))).join('<br>')}</dd>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escaped(caption)}</title><h1>${escaped(caption)}</h1><p>${escaped(schema)}, ${escaped(datasets.join(', '))}, ${escaped(id)}</p><dl>${rows.join('')}</dl></html>`;
}
