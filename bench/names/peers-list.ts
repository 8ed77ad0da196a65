import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import type { PartySchema } from '../../src/model/party.ts';
import { csvRows } from './csv-rows.ts';
import { SHARED, sharedJsonLines, sharedNames, sharedRecords } from './shared-names.ts';

/** A party as the peers' runners load it: primary name first, no name twice. */
export interface PeerParty {
  readonly id: string;
  readonly schema: PartySchema;
  readonly names: readonly string[];
}

export const PEER_LISTS = ['bis', 'ofac', 'un', 'eu'] as const;
export type PeerList = (typeof PEER_LISTS)[number];

/** The list that every system is measured on: BIS 2026-07, OFAC SDN 2025-11, UN 2026-02, nine EU regulations 2026-08; the same parties, names and ids as `peers/names/common.py`. */
export function peersList(lists: readonly PeerList[] = PEER_LISTS): PeerParty[] {
  return lists.flatMap((list) => [...READERS[list]()].map((party) => ({ ...party, names: [...new Set(party.names)] })));
}

const READERS: Readonly<Record<PeerList, () => Iterable<PeerParty>>> = { bis, ofac, un, eu };

function* bis(): Iterable<PeerParty> {
  const { entities } = JSON.parse(sharedNames('nsfreg_bis_entity_list.json')) as {
    readonly entities: readonly { readonly name: string; readonly aliases?: readonly string[] | null }[];
  };
  for (const [n, { name, aliases }] of entities.entries())
    yield { id: `bis-${n}`, schema: 'LegalEntity', names: [name, ...(aliases ?? [])] };
}

interface OfacNames {
  readonly entity_id: number;
  readonly names: readonly { readonly full_name: string; readonly is_primary: boolean }[];
}

const OFAC_SCHEMATA: Readonly<Record<string, PartySchema>> = {
  individual: 'Person',
  vessel: 'Vessel',
  aircraft: 'Airplane',
  '-0-': 'Organization',
};

/** The kind of party is known only for those already listed in July 2021; others stay LegalEntity. */
function* ofac(): Iterable<PeerParty> {
  const kinds = new Map(csvRows(sharedNames('ofac_sdn_20210707.csv')).map((row) => [row[0]?.trim() ?? '', row[2]?.trim() ?? '']));
  for (const { entity_id: id, names } of sharedJsonLines('ofac_sdn_names_20251126.jsonl') as OfacNames[]) {
    const ordered = [...names.filter((name) => name.is_primary), ...names.filter((name) => !name.is_primary)];
    yield {
      id: `ofac-${id}`,
      schema: OFAC_SCHEMATA[kinds.get(String(id)) ?? ''] ?? 'LegalEntity',
      names: ordered.map((name) => name.full_name),
    };
  }
}

/** Elements of the UN list that hold names: of a party or of one of its aliases. */
const UN_NAME_PARTS = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'] as const;

function* un(): Iterable<PeerParty> {
  const parties: PeerParty[] = [];
  let fields: Record<string, string> | undefined;
  let aliases: string[] = [];
  const path: string[] = [];
  let text = '';
  const parser = new Parser(
    {
      onopentag(name) {
        path.push(name);
        text = '';
        if (name === 'INDIVIDUAL' || name === 'ENTITY') [fields, aliases] = [{}, []];
      },
      ontext(part) {
        text += part;
      },
      onclosetag(name) {
        path.pop();
        const parent = path.at(-1);
        if (fields === undefined) return;
        if (parent === 'INDIVIDUAL' || parent === 'ENTITY') fields[name] ??= text;
        else if (name === 'ALIAS_NAME' && (parent === 'INDIVIDUAL_ALIAS' || parent === 'ENTITY_ALIAS')) aliases.push(text);
        if (name !== 'INDIVIDUAL' && name !== 'ENTITY') return;
        const main = UN_NAME_PARTS.map((part) => fields?.[part] ?? '')
          .join(' ')
          .trim()
          .split(/\s+/)
          .join(' ');
        const names = [main, ...aliases, fields['NAME_ORIGINAL_SCRIPT'] ?? ''].map((one) => one.trim()).filter((one) => one !== '');
        parties.push({ id: `un-${fields['DATAID'] ?? ''}`, schema: name === 'INDIVIDUAL' ? 'Person' : 'Organization', names });
        fields = undefined;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(sharedNames('un_consolidated_20260227.xml'));
  yield* parties;
}

const EU_SCHEMATA: readonly string[] = ['Person', 'LegalEntity', 'Company', 'Vessel'] satisfies readonly PartySchema[];

/** One party for each (regulation, schema, name); an alias cell holds several, split at `;`, ` / ` and a bracket in another script. */
function* eu(): Iterable<PeerParty> {
  const files = readdirSync(join(SHARED, 'data/names'))
    .filter((name) => /^eu_journal_.*\.csv$/.test(name))
    .toSorted();
  const merged = new Map<string, { readonly schema: PartySchema; readonly names: string[] }>();
  for (const file of files) {
    for (const { schema = '', name = '', alias = '', weakAlias = '', previousName = '' } of sharedRecords(file)) {
      if (!EU_SCHEMATA.includes(schema)) continue;
      const key = `${file}\n${schema}\n${name.trim()}`;
      const party = merged.get(key) ?? { schema: schema as PartySchema, names: [name.trim()] };
      merged.set(key, party);
      const cells = [alias, weakAlias, previousName].join(';').split(/;|\s\/\s/u);
      const names = cells.flatMap((cell) => cell.split(/\s\((?=[^)]*[^\x00-\u024f])|\)$/u)).map((one) => one.trim());
      party.names.push(...names.filter((one) => [...one].length > 2));
    }
  }
  for (const [n, { schema, names }] of [...merged.values()].entries()) yield { id: `eu-${n}`, schema, names };
}
