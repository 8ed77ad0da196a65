import { loadNameCatalogue } from '../../catalogue/name-catalogue.ts';
import { sha256 } from '../../model/digest.ts';
import type { Party, PartySchema } from '../../model/party.ts';
import { buildScreenIndex } from '../index/build.ts';
import { compileNameKnowledge } from '../knowledge.ts';
import { buildFinderTables } from '../text/finder-tables.ts';
import { createNameFinder, type NameFinder } from '../text/name-finder.ts';

/** A party as tests list it: id, schema, names, the first of them the caption. */
export type ListedParty = readonly [id: string, schema: PartySchema, ...names: string[]];

export const knowledge = compileNameKnowledge(loadNameCatalogue());

/** Finds in texts the names of these parties, each with one listing. */
export function finderOf(listed: readonly ListedParty[]): NameFinder {
  return findersOf(listed)();
}

/** Makes such finders, each of which has read nothing. */
export function findersOf(listed: readonly ListedParty[]): () => NameFinder {
  const parties = listed.map(([id, schema, name, ...alias]): Party => {
    const entity = { id, schema, caption: name ?? id, properties: { name: [name ?? id], alias } };
    return { id, listings: [{ list: 'test', id: `test:${id}`, hash: sha256(id), line: 1, entity }] };
  });
  const index = buildScreenIndex(parties, knowledge);
  const tables = buildFinderTables(index, knowledge);
  return () => createNameFinder(index, knowledge, { tables });
}
