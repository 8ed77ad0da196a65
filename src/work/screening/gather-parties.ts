import type { Listing, Party } from '../../model/party.ts';
import type { Store } from '../../store/port.ts';
import type { PartyLink, PartyMember } from '../../store/screening-port.ts';
import { screenedLists } from './index-file.ts';

/** All parties of the lists in force, with why their listings belong together. */
export interface GatheredParties {
  readonly parties: readonly Party[];
  /** Of parties with several listings. */
  readonly members: readonly PartyMember[];
}

/** Gathers the current listings of all lists into parties, by what people said of them. */
export async function gatherParties(store: Store): Promise<GatheredParties> {
  const listings: Listing[] = [];
  for (const { name } of screenedLists(await store.lists())) {
    for await (const { list, id, hash, line, entity } of store.listingsOf(name)) listings.push({ list, id, hash, line, entity });
  }
  const links: PartyLink[] = [];
  for await (const link of store.partyLinks()) if (link.link === 'link') links.push(link);
  return joinLinked(listings, links);
}

/** Listings that are linked, also through others, become one party under the id of the first of them. */
function joinLinked(listings: readonly Listing[], links: readonly PartyLink[]): GatheredParties {
  const known = new Set(listings.map(({ id }) => id));
  const beside = new Map<string, PartyLink[]>();
  for (const link of links) {
    if (!known.has(link.one) || !known.has(link.other)) continue;
    for (const id of [link.one, link.other]) beside.set(id, [...(beside.get(id) ?? []), link]);
  }
  const partyOf = new Map<string, string>();
  const whyOf = new Map<string, string>();
  const join = (first: string): void => {
    const open = [first];
    partyOf.set(first, first);
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      for (const { one, other, why, by } of beside.get(id) ?? []) {
        for (const next of [one, other]) {
          if (!whyOf.has(next)) whyOf.set(next, `linked by ${by}: ${why}`);
          if (partyOf.has(next)) continue;
          partyOf.set(next, first);
          open.push(next);
        }
      }
    }
  };
  const groups = new Map<string, Listing[]>();
  for (const listing of listings) {
    if (!partyOf.has(listing.id)) join(listing.id);
    const party = partyOf.get(listing.id) ?? listing.id;
    const group = groups.get(party);
    if (group === undefined) groups.set(party, [listing]);
    else group.push(listing);
  }
  return {
    parties: Array.from(groups, ([id, group]) => ({ id, listings: group })),
    members: Array.from(groups).flatMap(([party, group]) =>
      group.length < 2 ? [] : group.map(({ id }) => ({ listing: id, party, why: whyOf.get(id) ?? '' })),
    ),
  };
}
