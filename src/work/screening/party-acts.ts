import { DualwatchError } from '../../model/errors.ts';
import { isoTime, type Clock } from '../../capture/clock.ts';
import type { Store } from '../../store/port.ts';
import type { KeptListing, KeptParty, PartyLink } from '../../store/screening-port.ts';

/** A party as it is shown: also where the listing asked for is on its list no more, so that an earlier match can be followed. */
export interface ShownParty extends KeptParty {
  readonly former?: readonly KeptListing[];
}

/** The party of a listing, by the id of either. Throws `not-found`. */
export async function shownParty(store: Pick<Store, 'partyOf' | 'listingById'>, id: string): Promise<ShownParty> {
  const found = await store.partyOf(id);
  if (found === undefined) throw noListing(id);
  const asked = await store.listingById(id);
  return asked === undefined || asked.untilVersion === null ? found : { ...found, former: [asked] };
}

/** Records that two listings are one party, or are not. Throws `usage`, `not-found`. */
export async function linkParties(
  { store, clock }: { readonly store: Pick<Store, 'listingById' | 'recordPartyLink'>; readonly clock: Clock },
  given: { readonly link: 'link' | 'unlink'; readonly id: string; readonly other: string; readonly why: string; readonly by: string },
): Promise<PartyLink> {
  const { link, id, other, why, by } = given;
  if (id === other) throw new DualwatchError('usage', 'the two ids are the same');
  const [one, two] = [await listingId(store, id), await listingId(store, other)].toSorted();
  return store.recordPartyLink({ link, one: one ?? id, other: two ?? other, why, by, at: isoTime(clock.now()) });
}

async function listingId(store: Pick<Store, 'listingById'>, id: string): Promise<string> {
  const listing = await store.listingById(id);
  if (listing === undefined) throw noListing(id);
  return listing.id;
}

function noListing(id: string): DualwatchError {
  return new DualwatchError(
    'not-found',
    `there is no party or listing ${id}; "dualwatch screen --name …" shows the ids of those that match a name`,
  );
}
