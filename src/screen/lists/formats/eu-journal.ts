import type { ListFacts } from '../../../catalogue/list-facts.ts';
import { addBracketedName } from '../bracketed-name.ts';
import { LONGEST_PATTERNED } from '../clean-value.ts';
import { headHasColumns, readTable } from '../csv-table.ts';
import type { TableRow } from '../csv-table.ts';
import { isKnownSchema, partySchemaOf } from '../ftm-model.ts';
import { addLabelled } from '../labelled-facts.ts';
import { readDate } from '../list-date.ts';
import type { BadRow, ListFile } from '../list-file.ts';
import type { ListFormat, ReadParty } from '../list-format.ts';
import { addValue, addValues, draftParty, marksOf } from '../party-draft.ts';
import type { PartyDraft } from '../party-draft.ts';
import { topicsOf } from '../topics-of.ts';
import { splitAliases } from './eu-aliases.ts';

/** Annexes of the EU's regulations as tables, one file for a regulation; a party that stands in several annexes of one regulation has several rows. */
export const euJournal: ListFormat = {
  name: 'eu-journal-csv',
  recognises: (heads) => heads.some(({ text }) => headHasColumns(text, ['celex', 'annex', 'measure', 'schema', 'name', 'alias'])),
  read(files, facts) {
    const parties: ReadParty[] = [];
    const bad: BadRow[] = [];
    for (const file of files) {
      const table = readTable(file, { marksOf: (row) => marksOf(readRow(row, file, facts)) });
      bad.push(...table.bad);
      for (const row of table.rows) {
        const schema = row.cell('schema');
        // Assets are listed too: currencies, ports. They are no parties.
        if (isKnownSchema(schema) && partySchemaOf(schema) === undefined) continue;
        if (partySchemaOf(schema) === undefined)
          bad.push({
            file: file.name,
            line: row.line,
            why: `names no schema of FollowTheMoney (${schema.slice(0, 40)})`,
            ...marksOf(readRow(row, file, facts)),
          });
        else parties.push({ draft: readRow(row, file, facts), id: null, regulation: row.cell('celex') });
      }
    }
    return { publishedAt: null, parties, bad };
  },
};

const AS_IT_STANDS = [
  'birthPlace',
  'position',
  'gender',
  'appearance',
  'ethnicity',
  'fatherName',
  'motherName',
  'legalForm',
  'sector',
  'ticker',
  'flag',
  'notes',
] as const;
const COUNTRIES = ['country', 'nationality', 'jurisdiction'] as const;
const SEVERAL = ['phone', 'email', 'website', 'address'] as const;
const NUMBERS = [
  'passportNumber',
  'registrationNumber',
  'taxNumber',
  'idNumber',
  'innCode',
  'ogrnCode',
  'kppCode',
  'okpoCode',
  'leiCode',
  'swiftBic',
  'imoNumber',
  'mmsi',
] as const;

/** Some name cells of persons hold two spellings: `Viktar TESTAU (Viktor TESTOV)`. */
function addPersonsNames(draft: PartyDraft, cell: string): void {
  const [first, ...others] = /[;)]\s*$|;/u.test(cell) ? splitAliases(cell) : [cell];
  // `Abdullah (a.k.a. Abdallah) TEST`: the bracket stands inside of one name.
  if (first === undefined || !first.includes(' ')) return addValue(draft, 'name', cell);
  addValue(draft, 'name', first);
  addValues(draft, 'alias', others);
}

/** Cells of companies hold lone towns beside names (`深圳`): weak at best. */
function readRow(row: TableRow, file: ListFile, facts: ListFacts): PartyDraft {
  const draft = draftParty(facts, partySchemaOf(row.cell('schema')) ?? 'LegalEntity', file.name, row.line);
  if (draft.schema === 'Person') addPersonsNames(draft, row.cell('name'));
  else addBracketedName(draft, row.cell('name').trim());
  for (const property of ['alias', 'weakAlias', 'previousName'] as const)
    for (const name of splitAliases(row.cell(property)))
      addValue(draft, draft.schema !== 'Person' && /^\p{Script=Han}{1,2}$/u.test(name) ? 'weakAlias' : property, name);
  for (const property of AS_IT_STANDS) addValue(draft, property, row.cell(property));
  for (const property of COUNTRIES) addValue(draft, property, row.cell(property));
  for (const property of ['birthDate', 'incorporationDate'] as const) addValue(draft, property, row.cell(property));
  for (const property of SEVERAL) addValues(draft, property, unquoted(row.cell(property)).split(/;\s*/u));
  for (const property of NUMBERS) addNumbers(draft, property, row.cell(property));
  addValue(draft, 'program', row.cell('programKey'));
  addValues(draft, 'topics', topicsOf(row.cell('measure'), facts));
  if (row.cell('startDate') !== '')
    addValue(draft, 'notes', `Listed: ${readDate(row.cell('startDate')) ?? row.cell('startDate')} (${row.cell('measure')})`);
  addValue(draft, 'notes', row.cell('reason'));
  return draft;
}

/** `7704548269 (Tax ID/INN)`, `(OGRN) 1237700341801`, `USCC no. 9123…`, several in one cell. */
function addNumbers(draft: PartyDraft, property: string, cell: string): void {
  for (const part of unquoted(cell).split(/;\s*|\s*\(\d\)\s+/u)) {
    if (part.length > LONGEST_PATTERNED) {
      addValue(draft, property, part);
      continue;
    }
    const after = /^(.+?)\s*\(([^()]+)\)$/u.exec(part);
    const before =
      /^\(([^()]+)\)\s*(.+)$/u.exec(part) ?? /^([A-Za-z][A-Za-z /.]*?)(?:\s+no\.?)?\s*[:\s]\s*([\p{L}\d][\p{L}\d\s/-]*)$/u.exec(part);
    if (after && addLabelled(draft, after[2] ?? '', after[1] ?? '')) continue;
    if (before && addLabelled(draft, before[1] ?? '', before[2] ?? '')) continue;
    addValue(draft, property, after?.[1] ?? part);
  }
}

function unquoted(cell: string): string {
  return cell.replace(/\s+/gu, ' ').replace(/^"|"$/gu, '');
}
