import type { Party } from '../../model/party.ts';

/** What differs between two mergings; party ids, in order. */
export interface PartyChanges {
  readonly added: readonly string[];
  /** Same id, other listings or other content of a listing. */
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** Which parties a new merging adds, changes and removes: what an index must forget and learn, and what names must be screened against anew. */
export function partyChanges(before: Iterable<Party>, after: Iterable<Party>): PartyChanges {
  const old = new Map<string, string>();
  for (const party of before) old.set(party.id, stateOf(party));
  const added: string[] = [];
  const changed: string[] = [];
  const kept = new Set<string>();
  for (const party of after) {
    const state = old.get(party.id);
    kept.add(party.id);
    if (state === undefined) added.push(party.id);
    else if (state !== stateOf(party)) changed.push(party.id);
  }
  return { added: added.toSorted(), changed: changed.toSorted(), removed: [...old.keys()].filter((id) => !kept.has(id)).toSorted() };
}

/** Listings with their hashes, whatever their order. */
function stateOf({ listings }: Party): string {
  return listings
    .map(({ id, hash }) => `${id} ${hash}`)
    .toSorted()
    .join('\n');
}
