import type { KeptListing } from '../../store/screening-port.ts';
import { NAME_PROPERTIES, type PartySchema } from '../../model/party.ts';
import { valueTypeOf } from '../../screen/lists/ftm-model.ts';

/** A listed party as one entity of FollowTheMoney, in the shape that the API of OpenSanctions gives. */
export interface PartyEntity {
  readonly id: string;
  readonly caption: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly (string | PartyEntity)[]>>;
  /** Names of the lists that have it. */
  readonly datasets: readonly string[];
  /** Ids of its listings beside `id`. */
  readonly referents: readonly string[];
  readonly target: boolean;
  /** Seconds, UTC, without a zone: `2026-11-26T10:00:00`. When the first version with it was fetched. */
  readonly first_seen: string | null;
  /** When the newest version with it was fetched. */
  readonly last_seen: string | null;
  /** When the version was fetched that brought its latest change. */
  readonly last_change: string | null;
}

/** A listing and when the versions were fetched that its times come from; ISO 8601. */
export interface DatedListing {
  readonly listing: KeptListing;
  readonly firstAt: string | null;
  readonly changedAt: string | null;
  readonly lastAt: string | null;
}

/** Makes one entity of all listings of a party: each value once, in the order of the listings; what its schema does not know is left out. */
export function entityOfParty(
  party: { readonly id: string; readonly caption: string; readonly schema: PartySchema },
  dated: readonly DatedListing[],
): PartyEntity {
  const { id, caption, schema } = party;
  const values = new Map<string, Set<string>>();
  for (const { listing } of dated) {
    for (const [property, own] of Object.entries(listing.entity.properties)) {
      if (valueTypeOf(schema, property) === undefined && !isName(property)) continue;
      const known = values.get(property) ?? new Set();
      for (const value of own) known.add(value);
      values.set(property, known);
    }
  }
  return {
    id,
    caption,
    schema,
    properties: Object.fromEntries(Array.from(values, ([property, own]) => [property, [...own]])),
    datasets: [...new Set(dated.map(({ listing }) => listing.list))],
    referents: dated.map(({ listing }) => listing.id).filter((one) => one !== id),
    target: true,
    first_seen: seconds(dated.map(({ firstAt }) => firstAt).reduce(earlier, null)),
    last_seen: seconds(dated.map(({ lastAt }) => lastAt).reduce(later, null)),
    last_change: seconds(dated.map(({ changedAt }) => changedAt).reduce(later, null)),
  };
}

/** The designation behind a listing, as an entity of its own. `authority` is who publishes the list. */
export function designationOf(party: string, { listing, firstAt, changedAt, lastAt }: DatedListing, authority: string | null): PartyEntity {
  const { program = [], country = [] } = listing.entity.properties;
  return {
    id: designationId(listing.id),
    caption: program[0] ?? authority ?? listing.list,
    schema: 'Sanction',
    properties: {
      entity: [party],
      recordId: [listing.id.slice(listing.list.length + 1)],
      ...(authority === null ? {} : { authority: [authority] }),
      ...(program.length === 0 ? {} : { program }),
      ...(country.length === 0 ? {} : { country }),
    },
    datasets: [listing.list],
    referents: [],
    target: false,
    first_seen: seconds(firstAt),
    last_seen: seconds(lastAt),
    last_change: seconds(changedAt),
  };
}

const DESIGNATION = 'designation:';

export function designationId(listing: string): string {
  return `${DESIGNATION}${listing}`;
}

/** The listing that an id of a designation is made of; undefined for other ids. */
export function listingOfDesignation(id: string): string | undefined {
  return id.startsWith(DESIGNATION) ? id.slice(DESIGNATION.length) : undefined;
}

function isName(property: string): boolean {
  return (NAME_PROPERTIES as readonly string[]).includes(property);
}

function seconds(iso: string | null): string | null {
  return iso === null ? null : iso.slice(0, 19);
}

function earlier(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b < a) ? b : a;
}

function later(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b > a) ? b : a;
}
