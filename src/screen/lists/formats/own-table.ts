import { countryCodes } from '../../../catalogue/country-code.ts';
import { columnWord, type CustomerColumns } from '../../../catalogue/customer-columns.ts';
import type { ListFacts } from '../../../catalogue/list-facts.ts';
import { readCsv } from '../csv-records.ts';
import { readTable, type TableRow } from '../csv-table.ts';
import { decodeList } from '../decode-list.ts';
import { headOf } from '../file-role.ts';
import { addLabelled, labelMeaning } from '../labelled-facts.ts';
import type { BadRow, ListFile } from '../list-file.ts';
import type { ListFormat, ReadParty } from '../list-format.ts';
import { addValue, addValues, draftParty } from '../party-draft.ts';

/** What a file of one's own parts its columns by. */
const DELIMITERS = [',', ';', '\t', '|'] as const;
const MORE_NAMES = /[;|\n]/u;

/** Where a table says what, by its own names of columns. */
interface OwnColumns {
  readonly delimiter: string;
  readonly header: readonly string[];
  readonly name: string;
  readonly country: string | undefined;
  readonly key: string | undefined;
  readonly schema: string | undefined;
  readonly birthDate: string | undefined;
}

/**
 * A table of somebody's own, as a spreadsheet saves it: its first line has a column for names. What other columns hold their names tell (customer-columns.yaml
 * and list-fields.yaml of the catalogue); the rest goes into notes, with the name of its column.
 */
export function ownTable(facts: ListFacts): ListFormat {
  return {
    name: 'own-table',
    recognises: (heads) => heads.length > 0 && heads.every(({ text }) => columnsOf(text, facts.columns) !== undefined),
    read(files) {
      const parties: ReadParty[] = [];
      const bad: BadRow[] = [];
      for (const file of files) {
        const columns = columnsOf(decodeList(headOf(file.bytes)), facts.columns);
        if (columns === undefined) bad.push({ file: file.name, line: 1, why: 'has no column for names' });
        else bad.push(...readOwn(file, columns, facts, (party) => void parties.push(party)));
      }
      return { publishedAt: null, parties, bad };
    },
  };
}

function readOwn(file: ListFile, columns: OwnColumns, facts: ListFacts, take: (party: ReadParty) => void): readonly BadRow[] {
  const table = readTable(file, columns.delimiter);
  for (const row of table.rows) {
    const party = partyOf(row, file.name, columns, facts);
    if (party !== undefined) take(party);
  }
  return table.bad;
}

function partyOf(row: TableRow, file: string, columns: OwnColumns, facts: ListFacts): ReadParty | undefined {
  const cell = (column: string | undefined): string => (column === undefined ? '' : row.cell(column).trim());
  if (columns.header.every((column) => cell(column) === '')) return undefined;
  const draft = draftParty(facts, facts.columns.schemata.get(columnWord(cell(columns.schema))) ?? 'LegalEntity', file, row.line);
  const country = cell(columns.country);
  for (const column of columns.header) {
    const value = cell(column);
    if (value === '' || column === columns.key || column === columns.schema) continue;
    if (column === columns.name) addValue(draft, 'name', value);
    else if (column === columns.country) addValues(draft, 'country', countriesIn(value, facts));
    else if (column === columns.birthDate) addValue(draft, 'birthDate', value);
    else if (labelMeaning(column, facts)?.property === 'alias') for (const one of value.split(MORE_NAMES)) addLabelled(draft, column, one);
    else if (!addLabelled(draft, column, value, country)) addValue(draft, 'notes', `${column.trim()}: ${value}`);
  }
  return { draft, id: cell(columns.key) || null, regulation: '' };
}

function countriesIn(written: string, { columns }: ListFacts): readonly string[] {
  const { codes, unknown } = countryCodes(written, columns.countries);
  return [...codes, ...unknown];
}

/** Columns of the first line, parted so that it has one for names and most others; undefined where it has none. */
function columnsOf(head: string, known: CustomerColumns): OwnColumns | undefined {
  const line = /^[^\r\n]*/u.exec(head)?.[0] ?? '';
  let best: OwnColumns | undefined;
  for (const delimiter of DELIMITERS) {
    const header = readCsv(line, '', delimiter).records[0]?.cells ?? [];
    const called = (words: readonly string[]): string | undefined =>
      words.map((word) => header.find((column) => columnWord(column) === word)).find((column) => column !== undefined);
    const name = called(known.names);
    if (name === undefined || header.length <= (best?.header.length ?? 0)) continue;
    const { country, key, schema, birthDate } = known.others;
    best = {
      delimiter,
      header,
      name,
      country: called(country),
      key: called(key),
      schema: called(schema),
      birthDate: called(birthDate),
    };
  }
  return best;
}
