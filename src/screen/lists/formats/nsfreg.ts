import type { ListFacts } from '../../../catalogue/list-facts.ts';
import { LONGEST_PATTERNED } from '../clean-value.ts';
import { decodeList } from '../decode-list.ts';
import { jsonArray, textsOf } from '../json-records.ts';
import type { JsonObject } from '../json-records.ts';
import { addLabelled } from '../labelled-facts.ts';
import { readDate } from '../list-date.ts';
import type { BadRow, ListFile } from '../list-file.ts';
import type { ListFormat, ReadParty } from '../list-format.ts';
import { addValue, addValues, draftParty } from '../party-draft.ts';
import { addBracketedName } from '../bracketed-name.ts';
import { topicsOf } from '../topics-of.ts';

/** US lists as the nsfreg project extracts them: `{"list_id", "extracted", "count", "entities": [{"name", "aliases", "country", …}]}`. */
export const nsfreg: ListFormat = {
  name: 'nsfreg-json',
  recognises: (heads) => heads.some(({ text }) => /^\s*\{\s*"list_id"\s*:/u.test(text) && text.includes('"entities"')),
  read(files, facts) {
    const parties: ReadParty[] = [];
    const bad: BadRow[] = [];
    let publishedAt: string | null = null;
    for (const file of files) {
      const { records, around, bad: broken } = jsonArray(decodeList(file.bytes), file.name, () => undefined);
      bad.push(...broken);
      const regulation = textsOf(around['list_id'])[0] ?? '';
      publishedAt ??= readDate(textsOf(around['extracted'])[0] ?? '') ?? null;
      const count = around['count'];
      if (typeof count === 'number' && count !== records.length)
        bad.push({ file: file.name, line: 1, why: `says that it holds ${count} records and holds ${records.length}; the file may be cut` });
      for (const { line, value } of records) parties.push(readEntity(value, line, file, regulation, facts));
    }
    return { publishedAt, parties, bad };
  },
};

function readEntity(value: JsonObject, line: number, file: ListFile, regulation: string, facts: ListFacts): ReadParty {
  const draft = draftParty(facts, 'LegalEntity', file.name, line);
  const text = (key: string): string | undefined => textsOf(value[key])[0];
  addBracketedName(draft, text('name') ?? '');
  addValues(draft, 'alias', textsOf(value['aliases']));
  addValue(draft, 'country', text('country'));
  for (const address of text('address')?.split(/;\s+(?:and\s+)?/u) ?? []) addValue(draft, 'address', address);
  addValue(draft, 'program', regulation);
  addValues(draft, 'topics', topicsOf(regulation, facts));
  addValue(draft, 'status', text('status'));
  const rest: string[] = [];
  for (const note of text('notes')?.split(/;\s+/u) ?? []) {
    const labelled = note.length > LONGEST_PATTERNED ? null : /^([^:]{2,40}):\s+(.+?)(?:\s+\(([^()]+)\))?$/u.exec(note);
    if (!labelled || !addLabelled(draft, labelled[1] ?? '', labelled[2] ?? '', labelled[3] ?? null)) rest.push(note);
  }
  if (rest.length > 0) addValue(draft, 'notes', rest.join('; '));
  const effective = text('effective_date');
  if (effective !== undefined) addValue(draft, 'notes', `Listed: ${readDate(effective) ?? effective}`);
  const published = text('federal_register');
  if (published !== undefined) addValue(draft, 'notes', `Published: ${published}`);
  return { draft, id: null, regulation };
}
