import type { ListFacts } from '../../../catalogue/list-facts.ts';
import { foldLabel } from '../../../catalogue/fold-label.ts';
import { LONGEST_PATTERNED } from '../clean-value.ts';
import { readCsv } from '../csv-records.ts';
import type { CsvRecord } from '../csv-records.ts';
import { decodeList } from '../decode-list.ts';
import { headOf } from '../file-role.ts';
import { addLabelledText } from '../labelled-facts.ts';
import { withId, type BadRow, type ListFile } from '../list-file.ts';
import type { FileHead, ListFormat, ReadParty } from '../list-format.ts';
import { addValue, draftParty } from '../party-draft.ts';
import type { PartyDraft } from '../party-draft.ts';
import { addPersonName } from '../person-name.ts';

/**
 * The legacy CSV files of OFAC, without headers: sdn.csv or cons_prim.csv, and with the same `ent_num` alt.csv (names) and add.csv (addresses).
 * Which is which is told by the number of cells: 12, 5 and 6.
 */
export const ofacCsv: ListFormat = {
  name: 'ofac-csv',
  recognises: (heads) => heads.some((head) => shapeOf(head) === 'parties'),
  read(files, facts) {
    const bad: BadRow[] = [];
    const parties = new Map<string, ReadParty>();
    const byShape = files.map((file) => ({
      file,
      shape: shapeOf({ name: file.name, text: decodeList(headOf(file.bytes)) }),
    }));
    for (const shape of ['parties', 'names', 'addresses'] as const) {
      for (const { file } of byShape.filter((one) => one.shape === shape)) {
        const content = readCsv(decodeList(file.bytes), file.name);
        for (const {
          cells: [id = ''],
          ...row
        } of content.bad)
          bad.push(shape === 'parties' && /^\d+$/u.test(id.trim()) ? withId(row, id) : row);
        for (const record of content.records) readRecord(record, shape, file, parties, bad, facts);
      }
    }
    for (const { file } of byShape.filter(({ shape }) => shape === undefined))
      bad.push({ file: file.name, line: 1, why: 'is no file of OFAC’s CSV format; give it to a list of its own' });
    return { publishedAt: null, parties: [...parties.values()], bad };
  },
};

type Shape = 'parties' | 'names' | 'addresses';
const CELLS: Readonly<Record<Shape, number>> = { parties: 12, names: 5, addresses: 6 };

function shapeOf({ text }: FileHead): Shape | undefined {
  const line = /^(?:\uFEFF)?\s*(\d+,.*)/u.exec(text)?.[1];
  if (line === undefined || !line.includes('-0-')) return undefined;
  const cells = readCsv(line, '').records[0]?.cells.length;
  return (['parties', 'names', 'addresses'] as const).find((shape) => CELLS[shape] === cells);
}

function readRecord(
  { line, cells }: CsvRecord,
  shape: Shape,
  file: ListFile,
  parties: Map<string, ReadParty>,
  bad: BadRow[],
  facts: ListFacts,
): void {
  const id = cells[0]?.trim() ?? '';
  if (!/^\d+$/u.test(id)) {
    bad.push({ file: file.name, line, why: `begins with “${id.slice(0, 40)}” where a number of OFAC stands` });
    return;
  }
  if (cells.length < CELLS[shape]) {
    bad.push({
      file: file.name,
      line,
      why: `has ${cells.length} cells of ${CELLS[shape]}; the file may be cut`,
      ...(shape === 'parties' ? { id } : {}),
    });
    return;
  }
  const values = cells.map(valueOf);
  if (shape === 'parties') {
    if (!parties.has(id)) parties.set(id, { id, regulation: '', draft: readParty(values, file, line, facts) });
    return;
  }
  // Companions of another day name parties that this file does not have.
  const draft = parties.get(id)?.draft;
  if (draft === undefined) return;
  draft.rows.push({ file: file.name, line, names: shape === 'names' && values[3] ? [values[3]] : [] });
  if (shape === 'names') addAlias(draft, values[2] ?? 'aka', values[3] ?? null);
  else addAddress(draft, values[2] ?? null, values[3] ?? null, values[4] ?? null);
}

/** `-0-` is nothing. */
function valueOf(cell: string): string | null {
  const text = cell.trim();
  return text === '' || text === '-0-' ? null : text;
}

function readParty(values: readonly (string | null)[], file: ListFile, line: number, facts: ListFacts): PartyDraft {
  const [, name, kind, program, title, callSign, type, tonnage, grossTonnage, flag, owner, remarks] = values;
  const schema = kind === null || kind === undefined ? 'Organization' : (facts.fields.schemata.get(foldLabel(kind)) ?? 'LegalEntity');
  const draft = draftParty(facts, schema, file.name, line);
  addPersonOrOther(draft, 'name', name ?? null);
  for (const one of program?.split(/\]\s*\[|[[\];]/u) ?? []) addValue(draft, 'program', one);
  addValue(draft, 'topics', 'sanction');
  addValue(draft, schema === 'Person' ? 'position' : 'notes', title);
  addValue(draft, 'callSign', callSign);
  addValue(draft, 'type', type);
  addValue(draft, 'tonnage', tonnage);
  addValue(draft, 'grossRegisteredTonnage', grossTonnage);
  addValue(draft, 'flag', flag);
  if (owner) addValue(draft, 'notes', `Owner: ${owner}`);
  if (remarks) addRemarks(draft, remarks);
  return draft;
}

function addPersonOrOther(draft: PartyDraft, property: string, name: string | null): void {
  if (draft.schema === 'Person') addPersonName(draft, property, name);
  else addValue(draft, property, name);
}

function addAlias(draft: PartyDraft, kind: string, name: string | null): void {
  addPersonOrOther(draft, kind === 'fka' ? 'previousName' : 'alias', name);
}

function addAddress(draft: PartyDraft, street: string | null, city: string | null, country: string | null): void {
  if (street !== null || city !== null) addValue(draft, 'address', [street, city, country].filter(Boolean).join(', '));
  // An address elsewhere is a fact about a person, not a citizenship.
  addValue(draft, 'country', country);
}

/** Remarks hold facts parted by semicolons: `DOB 10 Dec 1948; POB Cairo, Egypt; alt. Passport 1084010 (Egypt); a.k.a. 'BNC'.` */
export function addRemarks(draft: PartyDraft, remarks: string): void {
  const rest: string[] = [];
  for (const part of remarks.split(/;\s+|;$/u)) {
    if (part.length > LONGEST_PATTERNED) {
      rest.push(part);
      continue;
    }
    const fact = part
      .trim()
      .replace(/\.$/u, '')
      .replace(/^alt\.\s*/iu, '');
    if (fact === '' || fact === '-0-') continue;
    const alias = /^(a|f|n)\.?k\.?a\.?,?\s+['"“‘](.+)['"”’]$/iu.exec(fact);
    // What the remarks name in quotes is what OFAC calls a weak alias.
    if (alias) addPersonOrOther(draft, alias[1]?.toLowerCase() === 'f' ? 'previousName' : 'weakAlias', alias[2] ?? null);
    else if (/^Linked To:/iu.test(fact) || !addLabelledText(draft, fact)) rest.push(fact);
  }
  if (rest.length > 0) addValue(draft, 'notes', rest.join('; '));
}
