import { countryCodes } from '../../../catalogue/country-code.ts';
import { columnWord, type CustomerColumns } from '../../../catalogue/customer-columns.ts';
import type { ListFacts } from '../../../catalogue/list-facts.ts';
import { readCsv } from '../csv-records.ts';
import { readTable, type TableRow } from '../csv-table.ts';
import { decodeList } from '../decode-list.ts';
import { headOf } from '../file-role.ts';
import { addLabelled, labelMeaning } from '../labelled-facts.ts';
import { withId, type BadRow, type ListFile } from '../list-file.ts';
import type { ListFormat, ReadParty } from '../list-format.ts';
import { readDates } from '../list-date.ts';
import { foldText } from '../../../text/fold.ts';
import { addValue, addValues, draftParty, marksOf, type PartyDraft } from '../party-draft.ts';

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
      return { publishedAt: null, parties, bad, doubts: doubtsOf(parties) };
    },
  };
}

function readOwn(file: ListFile, columns: OwnColumns, facts: ListFacts, take: (party: ReadParty) => void): readonly BadRow[] {
  const { key: keyColumn, header, delimiter } = columns;
  const idOf = (row: TableRow): string =>
    keyColumn === undefined || header.indexOf(keyColumn) >= row.cells ? '' : row.cell(keyColumn).trim();
  const marks = (row: TableRow): ReturnType<typeof marksOf> => {
    const party = partyOf(row, file.name, columns, facts);
    return party === undefined ? {} : marksOf(party.draft);
  };
  const table = readTable(file, { delimiter, idOf, marksOf: marks });
  const cut = cutRows(table.rows, table.header.length, endsWithLine(file.bytes));
  const shifted = shiftedRows(table.rows, table.header.length);
  const bad = [...table.bad];
  for (const row of table.rows) {
    if (cut.has(row) || shifted.has(row)) {
      const why = cut.has(row)
        ? `has ${row.cells} of ${table.header.length} cells; the file may be cut`
        : `has ${row.cells} cells for ${table.header.length} columns, parted by "${delimiter}"; put quotes around cells that hold one`;
      const known = withId({ file: file.name, line: row.line, why }, idOf(row));
      bad.push(known.id === undefined ? { ...known, ...marks(row) } : known);
      continue;
    }
    const party = partyOf(row, file.name, columns, facts);
    if (party !== undefined) take(party);
  }
  return bad;
}

/** Rows with the id of an earlier one, no word of its names and none of its countries: one number for two parties is rather a slip. */
function doubtsOf(parties: readonly ReadParty[]): readonly BadRow[] {
  const first = new Map<string, ReadParty>();
  return parties.flatMap((party) => {
    const { id, draft } = party;
    if (id === null) return [];
    const before = first.get(id)?.draft;
    if (before === undefined) {
      first.set(id, party);
      return [];
    }
    if (!differs(wordsOf(before), wordsOf(draft)) || !differs(valuesOf(before, 'country'), valuesOf(draft, 'country'))) return [];
    const why = `has the id ${id.slice(0, 60)} of line ${before.line}, but another name and country: it was read as the same party; give it an id of its own if it is another`;
    return [{ file: draft.file, line: draft.line, why }];
  });
}

/** Whether both hold something, and nothing in common. */
function differs(one: readonly string[], other: readonly string[]): boolean {
  return one.length > 0 && other.length > 0 && !one.some((value) => other.includes(value));
}

function wordsOf(draft: PartyDraft): readonly string[] {
  return [...valuesOf(draft, 'name'), ...valuesOf(draft, 'alias')].flatMap((name) => foldText(name).text.match(/[\p{L}\p{N}]{2,}/gu) ?? []);
}

function valuesOf(draft: PartyDraft, property: string): readonly string[] {
  return draft.properties.get(property)?.list ?? [];
}

/** Of a table that leaves out empty cells at the ends of its rows, at least this share of the rows is short. */
const SHARE_OF_SHORT = 0.1;
const LEAST_SHORT = 2;

/**
 * Rows that lack cells at their end. Some programs leave out cells that are empty: where several rows besides the last are short, and they are at least a tenth, short
 * rows are whole. Of these only a last row that has fewer cells than all others, and no line end behind it, is taken for cut.
 */
function cutRows(rows: readonly TableRow[], columns: number, endsWell: boolean): ReadonlySet<TableRow> {
  const short = rows.filter(({ cells }) => cells < columns);
  const last = rows.at(-1);
  const others = short.filter((row) => row !== last);
  if (others.length < LEAST_SHORT || others.length < SHARE_OF_SHORT * rows.length) return new Set(short);
  const isCut = last !== undefined && !endsWell && last.cells < columns && others.every(({ cells }) => last.cells < cells);
  return new Set(isCut ? [last] : []);
}

/** Rows with more cells than there are columns, so that values stand under a wrong one; none where a tenth of the rows has: there the header is short. */
function shiftedRows(rows: readonly TableRow[], columns: number): ReadonlySet<TableRow> {
  const long = rows.filter(({ cells }) => cells > columns);
  return new Set(long.length > LEAST_SHORT && long.length >= SHARE_OF_SHORT * rows.length ? [] : long);
}

/** In any encoding: the last bytes of the file hold a line end. */
function endsWithLine(bytes: Uint8Array): boolean {
  return bytes.subarray(-4).some((byte) => byte === 0x0a || byte === 0x0d);
}

function partyOf(row: TableRow, file: string, columns: OwnColumns, facts: ListFacts): ReadParty | undefined {
  const cell = (column: string | undefined): string => (column === undefined ? '' : row.cell(column).trim());
  if (columns.header.every((column) => cell(column) === '')) return undefined;
  const born = columns.header.filter((column) => isBirthDate(column, columns, facts)).map(cell);
  const said = facts.columns.schemata.get(columnWord(cell(columns.schema)));
  const draft = draftParty(facts, said ?? (cell(columns.schema) === '' && born.some(isDate) ? 'Person' : 'LegalEntity'), file, row.line);
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

function isBirthDate(column: string, { birthDate, schema }: OwnColumns, facts: ListFacts): boolean {
  return column !== schema && (column === birthDate || labelMeaning(column, facts)?.property === 'birthDate');
}

/** Who was born on a day is a person, where nothing says otherwise. */
function isDate(written: string): boolean {
  return written !== '' && readDates(written, 'day-first') !== undefined;
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
