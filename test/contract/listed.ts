import { canonicalJson } from '../../src/model/canonical-json.ts';
import type { Json } from '../../src/model/canonical-json.ts';
import { sha256 } from '../../src/model/digest.ts';
import type { ListSettings } from '../../src/model/kept-list.ts';
import type { FtmEntity, Listing } from '../../src/model/party.ts';
import type { ListRow, NewListVersion, RecordedListVersion, Rows } from '../../src/store/screening-port.ts';
import type { Store } from '../../src/store/port.ts';
import { HOUR, T0, iso } from './watcher.ts';

export function listSettings(name: string, more: Partial<ListSettings> = {}): ListSettings {
  return { name, address: `https://lists.example/${name}.csv`, companions: [], format: null, mapping: null, everyMs: 12 * HOUR, ...more };
}

/** A listing `<list>:<id>` under a name. */
export function listing(list: string, id: string, name: string, line = 1): Listing {
  const entity: FtmEntity = { id: `${list}:${id}`, schema: 'Company', caption: name, properties: { name: [name] } };
  return { list, id: entity.id, hash: sha256(canonicalJson(entity as unknown as Json)), line, entity };
}

export function listVersion(bytes: string, more: Partial<NewListVersion> = {}): NewListVersion {
  const digest = sha256(bytes);
  return { sha256: digest, publishedAt: '2026-02-27', fetchedAt: iso(T0), format: 'csv', files: [`lists/x/${digest}.csv`], ...more };
}

/** Takes in a version whose listings are named by id and name. */
export async function takeIn(
  store: Store,
  list: string,
  named: Readonly<Record<string, string>>,
  hold = false,
): Promise<RecordedListVersion> {
  const rows = Object.entries(named).map(([id, name], n) => listing(list, id, name, n + 2));
  return takeInRows(store, list, rows, hold);
}

export async function takeInRows(store: Store, list: string, rows: Rows<ListRow>, hold = false): Promise<RecordedListVersion> {
  return store.recordListVersion({ list, rows, version: () => listVersion(`${list} ${Math.random()}`), hold: () => hold });
}

/** Id (without its list) → name, of a version. */
export async function namesIn(store: Store, list: string, version?: number): Promise<Readonly<Record<string, string>>> {
  const names: Record<string, string> = {};
  for await (const { id, entity } of store.listingsOf(list, version)) names[id.slice(list.length + 1)] = entity.caption;
  return names;
}
