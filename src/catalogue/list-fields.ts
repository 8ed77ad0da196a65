import { z } from 'zod';
import { PARTY_SCHEMATA } from '../model/party.ts';
import type { PartySchema } from '../model/party.ts';
import { foldLabel } from './fold-label.ts';
import { parseCatalogueFile } from './yaml-file.ts';
import type { CatalogueFile } from './yaml-file.ts';

/** What a label of a list means. */
export interface LabelMeaning {
  readonly property: string;
  /** Country code → property that is meant where the value is of that country. */
  readonly in: ReadonlyMap<string, string>;
}

/** How lists label facts, programmes and kinds of party; keys are folded. */
export interface ListFields {
  readonly labels: ReadonlyMap<string, LabelMeaning>;
  /** First words of the labels: most texts begin with none of them. */
  readonly firstWords: ReadonlySet<string>;
  /** The most words that a label has. */
  readonly longestLabel: number;
  /** Beginning of a programme → topics, in the order of the file. */
  readonly topics: readonly (readonly [string, readonly string[]])[];
  readonly schemata: ReadonlyMap<string, PartySchema>;
}

const fieldsSchema = z.strictObject({
  labels: z.array(
    z.strictObject({ property: z.string(), labels: z.array(z.string()).min(1), in: z.record(z.string(), z.string()).default({}) }),
  ),
  topics: z.record(z.string(), z.array(z.string())),
  schemata: z.partialRecord(z.enum(PARTY_SCHEMATA), z.array(z.string())),
});

export function readListFields(file: CatalogueFile): ListFields {
  const data = parseCatalogueFile(file, fieldsSchema);
  const labels = new Map<string, LabelMeaning>();
  for (const row of data.labels)
    for (const label of row.labels) labels.set(foldLabel(label), { property: row.property, in: new Map(Object.entries(row.in)) });
  const schemata = new Map<string, PartySchema>();
  for (const schema of PARTY_SCHEMATA) for (const kind of data.schemata[schema] ?? []) schemata.set(foldLabel(kind), schema);
  return {
    labels,
    firstWords: new Set([...labels.keys()].map((label) => label.split(' ')[0] ?? '')),
    longestLabel: Math.max(...[...labels.keys()].map((label) => label.split(' ').length)),
    topics: Object.entries(data.topics).map(([start, topics]) => [foldLabel(start), topics]),
    schemata,
  };
}
