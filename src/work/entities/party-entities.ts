import { packagedLists } from '../../catalogue/lists.ts';
import type { PartySchema } from '../../model/party.ts';
import { Recent } from '../../screen/recent.ts';
import type { Store } from '../../store/port.ts';
import type { KeptListing } from '../../store/screening-port.ts';
import type { OpenIndex } from '../screening/shared-index.ts';
import { designationOf, entityOfParty, type DatedListing, type PartyEntity } from './entity-of-party.ts';

/** Parties of an index as entities, read from the store. */
export interface PartyEntities {
  /** A party by number; undefined where it went since the index was built. */
  at(party: number): Promise<PartyEntity | undefined>;
  /** Its designations, one for each listing. */
  designations(party: number): Promise<readonly PartyEntity[]>;
}

/** Entities that are remembered, some kilobytes each. */
const RECENT = 5000;
let opened: { readonly stamp: string; readonly entities: PartyEntities } | undefined;

/** One for each state of the lists and thread. */
export function openPartyEntities(store: Store, open: OpenIndex): PartyEntities {
  if (opened?.stamp !== open.stamp) opened = { stamp: open.stamp, entities: partyEntities(store, open) };
  return opened.entities;
}

function partyEntities(store: Store, { index }: OpenIndex): PartyEntities {
  const recent = new Recent<number, PartyEntity>(RECENT);
  const fetched = new Map<string, ReadonlyMap<number, string>>();
  const newest = new Map(index.head.lists.map(({ list, version }) => [list, version]));

  async function fetchedAt(list: string, version: number): Promise<string | null> {
    let versions = fetched.get(list);
    if (versions === undefined)
      fetched.set(list, (versions = new Map((await store.listVersions(list)).map((one) => [one.version, one.fetchedAt]))));
    return versions.get(version) ?? null;
  }

  async function dated(listing: KeptListing): Promise<DatedListing> {
    const { id, list, sinceVersion } = listing;
    const first = sinceVersion === 1 ? 1 : ((await store.listingHistory(id))[0]?.sinceVersion ?? sinceVersion);
    return {
      listing,
      firstAt: await fetchedAt(list, first),
      changedAt: await fetchedAt(list, sinceVersion),
      lastAt: await fetchedAt(list, newest.get(list) ?? sinceVersion),
    };
  }

  async function listingsOf(party: number): Promise<readonly DatedListing[]> {
    const found: DatedListing[] = [];
    for (const [, id] of index.records.at(party).listings) {
      const listing = await store.listingById(id);
      if (listing !== undefined) found.push(await dated(listing));
    }
    return found;
  }

  return {
    async at(party) {
      const known = recent.get(party);
      if (known !== undefined) return known;
      const listings = await listingsOf(party);
      const { id, caption, schema } = index.records.at(party);
      return listings.length === 0
        ? undefined
        : recent.set(party, entityOfParty({ id, caption, schema: schema satisfies PartySchema }, listings));
    },
    async designations(party) {
      const { id } = index.records.at(party);
      return (await listingsOf(party)).map((one) => designationOf(id, one, packagedLists().get(one.listing.list)?.publisher ?? null));
    },
  };
}
