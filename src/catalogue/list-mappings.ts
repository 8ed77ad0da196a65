import { z } from 'zod';
import { PARTY_SCHEMATA } from '../model/party.ts';
import { parseCatalogueFile } from './yaml-file.ts';
import type { CatalogueFile } from './yaml-file.ts';

/** A pattern as YAML writes it. Catalogue and user write these, no list does. */
const pattern = z.string().refine((source) => {
  try {
    return new RegExp(source, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}, 'is no regular expression');

/** A column of CSV by its header, or a path below the record in XML (`name/lastName`, `@id`, `.` for its own text) and JSON (`names/full`). */
const source = z.union([z.string(), z.array(z.string()).min(1)]);
/** Column or path → values, any of which must stand there (compared without case and punctuation). */
const condition = z.record(z.string(), z.array(z.string()).min(1));

const fieldSchema = z.strictObject({
  /** Several are joined with `join`. */
  from: source,
  /** Property of FollowTheMoney; `label` means: what the label in `label` says, by catalogue/list-fields.yaml. */
  to: z.string().min(1),
  /** XML and JSON: the elements, each of which gives one value; `from` and `when` are below them. */
  each: z.string().optional(),
  join: z.string().default(' '),
  /** All values of all paths make one value, joined. */
  whole: z.boolean().default(false),
  /** The value may begin with a label, `INN: 7707083893`: then it is what catalogue/list-fields.yaml says of that. */
  labelled: z.boolean().default(false),
  /** Stands before the value: what a note is about. */
  prefix: z.string().default(''),
  /** What parts several values in one cell. */
  split: pattern.optional(),
  when: condition.optional(),
  /** Where `to` is `label`: the column or path that holds the label. */
  label: z.string().optional(),
  /** Column or path with the country that the value belongs to. */
  country: z.string().optional(),
  /** A value `LAST, First` is a person's name to be turned. */
  turn: z.boolean().default(false),
});

export const listMappingSchema = z.strictObject({
  format: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string().min(1),
  /** False until a real file has been read with it. */
  tested: z.boolean(),
  kind: z.enum(['csv', 'xml', 'json']),
  /** What tells the format: columns that the header has, or the name of the root element and words that stand near the beginning. */
  detect: z.strictObject({
    columns: z.array(z.string()).default([]),
    root: z.string().optional(),
    contains: z.array(z.string()).default([]),
  }),
  delimiter: z.string().length(1).optional(),
  /** Lines before the header of CSV. */
  skipLines: z.int().min(0).default(0),
  /** XML: name of the element that holds one record. */
  record: z.string().optional(),
  /** XML: attribute of the root, or name of an element outside of the records; CSV: pattern whose first group is the date in the skipped lines. */
  publishedAt: z.string().optional(),
  /** How dates of three numbers are to be read, as in `11/02/2026`. */
  dayOrder: z.enum(['day-first', 'month-first']).default('day-first'),
  /** Where the authority's id stands; without it the id is made of name, schema and `regulation`. */
  id: source.optional(),
  /** The part of an id that counts, where several records are one party: `101` of `101a`. */
  idMatch: pattern.optional(),
  /** XML: the name of an element ends before this, as in `LastName-NomDeFamille`. */
  namesUntil: z.string().min(1).optional(),
  /** A column that joins the name in an id that we make. */
  regulation: z.string().optional(),
  schema: z.strictObject({
    /** A record with a value there is of that schema; the first that fits, before `from`. */
    has: z.array(z.strictObject({ path: z.string(), schema: z.enum(PARTY_SCHEMATA) })).default([]),
    from: z.string().optional(),
    values: z.record(z.string(), z.enum(PARTY_SCHEMATA)).default({}),
    default: z.enum(PARTY_SCHEMATA).default('LegalEntity'),
    /** Where the list comes in so many files: the default of each, in their order. */
    files: z.array(z.enum(PARTY_SCHEMATA)).default([]),
  }),
  /** Records to leave out. */
  skip: z.array(condition).default([]),
  /** Values that every party of the list has. */
  set: z.record(z.string(), z.array(z.string())).default({}),
  fields: z.array(fieldSchema).min(1),
});

/** How a CSV or XML file of a publisher becomes parties. */
export type ListMapping = z.output<typeof listMappingSchema>;
export type MappedField = ListMapping['fields'][number];
export type MappedCondition = z.output<typeof condition>;

/** Throws `catalogue-invalid` with the file and the entry. */
export function readListMapping(file: CatalogueFile): ListMapping {
  return parseCatalogueFile(file, listMappingSchema);
}
