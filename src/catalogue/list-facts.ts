import { loadCustomerColumns, type CustomerColumns } from './customer-columns.ts';
import { readCountries } from './countries.ts';
import type { CountryNames } from './countries.ts';
import { readListFields } from './list-fields.ts';
import type { ListFields } from './list-fields.ts';
import { readListMapping } from './list-mappings.ts';
import type { ListMapping } from './list-mappings.ts';
import { CATALOGUE_FOLDER, readCatalogueFile, readCatalogueFolder } from './yaml-file.ts';

/** What the parsers of lists know from the catalogue. */
export interface ListFacts {
  readonly countries: CountryNames;
  readonly fields: ListFields;
  readonly mappings: readonly ListMapping[];
  /** How people name the columns of tables of their own. */
  readonly columns: CustomerColumns;
}

/** Reads countries.yaml, list-fields.yaml, customer-columns.yaml and mappings/ of a catalogue. Throws `catalogue-invalid`. */
export function loadListFacts(folder: string = CATALOGUE_FOLDER): ListFacts {
  return {
    countries: readCountries(readCatalogueFile(folder, 'countries.yaml')),
    fields: readListFields(readCatalogueFile(folder, 'list-fields.yaml')),
    mappings: readCatalogueFolder(folder, 'mappings').map(readListMapping),
    columns: loadCustomerColumns(folder),
  };
}

let packaged: ListFacts | undefined;

/** The facts that come with the package, read once: a constant, as a table in the code would be. */
export function packagedListFacts(): ListFacts {
  return (packaged ??= loadListFacts());
}
