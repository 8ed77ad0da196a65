import { isObject, jsonLines, textsOf } from '../json-records.ts';
import type { BadRow } from '../list-file.ts';
import type { ListFormat, ReadParty } from '../list-format.ts';
import { addValue, draftParty } from '../party-draft.ts';

/** Names of OFAC's parties as JSON lines: `{"entity_id": 36, "names": [{"full_name", "is_primary", "type_id"}]}`. It does not say whether one is a person. */
export const ofacNames: ListFormat = {
  name: 'ofac-names-jsonl',
  recognises: (heads) => heads.some(({ text }) => /^\s*\{\s*"entity_id"\s*:/u.test(text) && text.includes('"full_name"')),
  read(files, facts) {
    const parties: ReadParty[] = [];
    const bad: BadRow[] = [];
    for (const file of files) {
      for (const { line, value } of jsonLines(file, bad, (record) => textsOf(record['entity_id'])[0])) {
        const id = textsOf(value['entity_id'])[0] ?? '';
        if (id === '') {
          bad.push({ file: file.name, line, why: 'has no entity_id' });
          continue;
        }
        const draft = draftParty(facts, 'LegalEntity', file.name, line);
        const names = (Array.isArray(value['names']) ? value['names'] : []).filter(isObject);
        const primary = names.find((name) => name['is_primary'] === true) ?? names[0];
        for (const name of names) addValue(draft, name === primary ? 'name' : 'alias', textsOf(name['full_name'])[0]);
        addValue(draft, 'topics', 'sanction');
        parties.push({ draft, id, regulation: '' });
      }
    }
    return { publishedAt: null, parties, bad };
  },
};
