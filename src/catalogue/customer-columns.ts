import { z } from 'zod';
import { PARTY_SCHEMATA, type PartySchema } from '../model/party.ts';
import { readCountries } from './countries.ts';
import { CATALOGUE_FOLDER, parseCatalogueFile, readCatalogueFile } from './yaml-file.ts';

const words = z.array(z.string().min(1));
const schema = z.strictObject({
  name: words.min(1),
  others: z.strictObject({ country: words, id: words, key: words, schema: words, birthDate: words }),
  header: words,
  schemata: z.partialRecord(z.enum(PARTY_SCHEMATA), words),
  countries: z.record(z.string().regex(/^[a-z]{2}$/), words),
});

/** Words of files of customers, all as {@link columnWord} writes them. */
export interface CustomerColumns {
  /** Columns that hold a name, most telling first. */
  readonly names: readonly string[];
  /** Columns that hold something else of a customer, by what it is, most telling first. */
  readonly others: Readonly<Record<'country' | 'id' | 'key' | 'schema' | 'birthDate', readonly string[]>>;
  /** Words that only a line of column names has. */
  readonly headers: ReadonlySet<string>;
  readonly schemata: ReadonlyMap<string, PartySchema>;
  /** ISO 3166-1 alpha-2 code by the name of a country. */
  readonly countries: ReadonlyMap<string, string>;
}

/** Reads customer-columns.yaml and countries.yaml of the catalogue. Throws `catalogue-invalid`. */
export function loadCustomerColumns(folder: string = CATALOGUE_FOLDER): CustomerColumns {
  const { name, others, header, schemata, countries } = parseCatalogueFile(readCatalogueFile(folder, 'customer-columns.yaml'), schema);
  const names = name.map(columnWord);
  const kinds = new Map<string, PartySchema>(PARTY_SCHEMATA.map((kind) => [columnWord(kind), kind]));
  for (const kind of PARTY_SCHEMATA) for (const word of schemata[kind] ?? []) kinds.set(columnWord(word), kind);
  const codes = new Map<string, string>();
  for (const [label, code] of readCountries(readCatalogueFile(folder, 'countries.yaml')))
    codes.set(columnWord(label), code.slice(0, 2).toUpperCase());
  for (const [code, labels] of Object.entries(countries)) for (const label of labels) codes.set(columnWord(label), code.toUpperCase());
  const more = {
    country: others.country.map(columnWord),
    id: others.id.map(columnWord),
    key: others.key.map(columnWord),
    schema: others.schema.map(columnWord),
    birthDate: others.birthDate.map(columnWord),
  };
  const headers = new Set([...names, ...Object.values(more).flat(), ...header.map(columnWord)]);
  return { names, others: more, headers, schemata: kinds, countries: codes };
}

/** A word without what differs from file to file: letter case, spaces, `_`, `-`, `.`. */
export function columnWord(written: string): string {
  return written
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[\s_.\-№#]+/gu, '');
}
