import type { Listing, Party } from '../../model/party.ts';
import type { NameKnowledge } from '../../screen/knowledge.ts';
import { mergeParties, type PartyLink } from '../../screen/merge/merge-parties.ts';
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
export async function gatherParties(store: Store, knowledge: NameKnowledge): Promise<GatheredParties> {
  const listings: Listing[] = [];
  for (const { name } of screenedLists(await store.lists())) {
    for await (const { list, id, hash, line, entity } of store.listingsOf(name)) listings.push({ list, id, hash, line, entity });
  }
  const links: PartyLink[] = [];
  for await (const { link, one, other, why, by } of store.partyLinks())
    links.push({ a: one, b: other, verdict: link, why: `${why} (${by})` });
  const parties = mergeParties(listings, links, knowledge);
  const members = parties.flatMap(({ id, listings: own, why }) => {
    if (own.length < 2) return [];
    const proofs = new Map(why.map((proof) => [proof.listing, `${proof.why}, with ${proof.with}`]));
    return own.map((listing): PartyMember => ({ listing: listing.id, party: id, why: proofs.get(listing.id) ?? '' }));
  });
  return { parties, members };
}
