import type { NameReading } from '../screening/name-tasks.ts';
import type { ServedIndex } from '../screening/screening-service.ts';
import { openSharedIndex } from '../screening/shared-index.ts';
import { listingOfDesignation, type PartyEntity } from './entity-of-party.ts';
import { openPartyEntities } from './party-entities.ts';

/** An entity with its designations; or the id of the party that an id belongs to. */
export type FoundEntity = { readonly entity: PartyEntity; readonly designations: readonly PartyEntity[] } | { readonly belongsTo: string };

/** Undefined where the lists have no such party, listing or designation. */
export async function findEntity(
  { store }: NameReading,
  { index, id }: { readonly index: ServedIndex; readonly id: string },
): Promise<FoundEntity | undefined> {
  const open = openSharedIndex(index);
  const entities = openPartyEntities(store, open);
  const listing = listingOfDesignation(id);
  const party = open.numberOf(id);
  if (party !== undefined) {
    const entity = await entities.at(party);
    return entity && { entity, designations: await entities.designations(party) };
  }
  const belongsTo = (await store.partyOf(listing ?? id))?.id;
  const number = belongsTo === undefined ? undefined : open.numberOf(belongsTo);
  if (belongsTo === undefined || number === undefined) return undefined;
  if (listing === undefined) return { belongsTo };
  const entity = (await entities.designations(number)).find((one) => one.id === id);
  return entity && { entity, designations: [] };
}
