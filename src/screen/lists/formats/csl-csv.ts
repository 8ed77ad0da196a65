import { foldLabel } from '../../../catalogue/fold-label.ts';
import type { ListFacts } from '../../../catalogue/list-facts.ts';
import type { PartySchema } from '../../../model/party.ts';
import { addBracketedName } from '../bracketed-name.ts';
import { headHasColumns, readTable } from '../csv-table.ts';
import type { TableRow } from '../csv-table.ts';
import { addLabelled } from '../labelled-facts.ts';
import type { BadRow, ListFile } from '../list-file.ts';
import type { ListFormat, ReadParty } from '../list-format.ts';
import { addValue, addValues, draftParty } from '../party-draft.ts';
import type { PartyDraft } from '../party-draft.ts';
import { addPersonName } from '../person-name.ts';
import { topicsOf } from '../topics-of.ts';

/** The Consolidated Screening List of the US International Trade Administration; one file with the lists of several agencies. */
export const cslCsv: ListFormat = {
  name: 'us-csl-csv',
  recognises: (heads) =>
    heads.some(({ text }) => headHasColumns(text, ['source', 'entity_number', 'programs', 'alt_names', 'license_requirement'])),
  read(files, facts) {
    const parties: ReadParty[] = [];
    const bad: BadRow[] = [];
    for (const file of files) {
      const table = readTable(file, { idOf: (row) => row.cell('_id') });
      bad.push(...table.bad);
      for (const row of table.rows) parties.push(readRow(row, file, facts));
    }
    return { publishedAt: null, parties, bad };
  },
};

function readRow(row: TableRow, file: ListFile, facts: ListFacts): ReadParty {
  const source = row.cell('source');
  const draft = draftParty(facts, schemaOf(row, facts), file.name, row.line);
  if (draft.schema === 'Person') addPersonName(draft, 'name', row.cell('name'));
  else addBracketedName(draft, row.cell('name').trim());
  for (const name of several(row.cell('alt_names'))) addName(draft, 'alias', name);
  addValue(draft, draft.schema === 'Person' ? 'position' : 'notes', row.cell('title'));
  for (const address of several(row.cell('addresses'))) {
    addValue(draft, 'address', address);
    const code = /(?:^|,\s*)([A-Z]{2})$/u.exec(address)?.[1];
    if (code !== undefined && facts.countries.has(code.toLowerCase()) && !isState(source, code)) addValue(draft, 'country', code);
  }
  addValues(draft, 'nationality', several(row.cell('nationalities')));
  addValues(draft, 'citizenship', several(row.cell('citizenships')));
  addValues(draft, 'birthDate', several(row.cell('dates_of_birth')));
  addValues(draft, 'birthPlace', several(row.cell('places_of_birth')));
  addValue(draft, 'callSign', row.cell('call_sign'));
  addValue(draft, 'type', row.cell('vessel_type'));
  addValue(draft, 'tonnage', row.cell('gross_tonnage'));
  addValue(draft, 'grossRegisteredTonnage', row.cell('gross_registered_tonnage'));
  addValue(draft, 'flag', row.cell('vessel_flag'));
  if (row.cell('vessel_owner').trim() !== '') addValue(draft, 'notes', `Owner: ${row.cell('vessel_owner')}`);
  const rest: string[] = [];
  for (const fact of several(row.cell('ids'))) addIdentifier(draft, fact, rest);
  if (rest.length > 0) addValue(draft, 'notes', rest.join('; '));
  addValue(draft, 'program', source);
  addValues(draft, 'program', several(row.cell('programs')));
  addValues(draft, 'topics', topicsOf(source, facts));
  if (row.cell('start_date') !== '') addValue(draft, 'notes', `Listed: ${row.cell('start_date')}`);
  if (row.cell('end_date') !== '') addValue(draft, 'notes', `Ends: ${row.cell('end_date')}`);
  addValue(draft, 'notes', row.cell('remarks'));
  addValue(draft, 'notes', row.cell('license_requirement'));
  addValue(draft, 'notes', row.cell('license_policy'));
  if (row.cell('federal_register_notice') !== '') addValue(draft, 'notes', `Published: ${row.cell('federal_register_notice')}`);
  addValue(draft, 'sourceUrl', row.cell('source_information_url'));
  const id = row.cell('_id').trim();
  return { draft, id: id === '' ? null : id, regulation: source };
}

function schemaOf(row: TableRow, facts: ListFacts): PartySchema {
  const kind = row.cell('type');
  return kind === '' ? 'LegalEntity' : (facts.fields.schemata.get(foldLabel(kind)) ?? 'LegalEntity');
}

function addName(draft: PartyDraft, property: string, name: string): void {
  if (draft.schema === 'Person') addPersonName(draft, property, name);
  else addValue(draft, property, name);
}

/** Denied persons have American addresses, which end with a state: CA is California there, DE Delaware. */
function isState(source: string, code: string): boolean {
  return /^(?:Denied Persons|ITAR Debarred)/u.test(source) && US_STATES.has(code);
}

const US_STATES: ReadonlySet<string> = new Set(
  'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR'.split(
    ' ',
  ),
);

/** `Cedula No., 3370637, CO`; a value without a country, or with commas, is taken whole. */
function addIdentifier(draft: PartyDraft, fact: string, rest: string[]): void {
  const parts = fact.split(/,\s*/u);
  const [label = '', ...values] = parts;
  const last = values.at(-1);
  const country = values.length > 1 && last !== undefined && /^[A-Z]{2}$/u.test(last) ? last : null;
  const value = (country === null ? values : values.slice(0, -1)).join(', ');
  if (value === '' || !addLabelled(draft, label, value, country)) rest.push(fact);
}

function several(cell: string): readonly string[] {
  return cell.split(/;\s+|;$/u).filter((part) => part.trim() !== '');
}
