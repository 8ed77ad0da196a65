import type { Listing, Party } from '../../model/party.ts';
import type { NameKnowledge } from '../knowledge.ts';
import { candidatePairs, countContacts } from './blocks.ts';
import { cluster } from './clusters.ts';
import type { Clustering, Edge } from './clusters.ts';
import { contradiction, provePair } from './judge-pair.ts';
import { NameComparer } from './name-relation.ts';
import type { Profile } from './profile.ts';
import { profileOf } from './profile.ts';

/** What a person says of two listings, by id; of several about one pair the latest counts. */
export interface PartyLink {
  readonly a: string;
  readonly b: string;
  readonly verdict: 'link' | 'unlink';
  readonly why: string;
}

export interface MergedParty extends Party {
  /** Why each listing stands in the party, in plain words: `INN 7707083893 on both`. Empty where there is but one listing. */
  readonly why: readonly { readonly listing: string; readonly with: string; readonly why: string }[];
}

/**
 * Makes parties of listings: those of several authorities stand together where an identifier proves that they are one, or names and attributes do;
 * never by a common name alone. What contradicts itself (dates of birth, sex, generation, identifiers) is never merged. `links`, oldest first,
 * go before everything: `link` joins, `unlink` parts. Which listings stand together does not hang on their order; a party has the id of its first
 * listing, lists in the order in which they first occur, then by id. Of listings with one id the last counts. Pure; near linear time.
 */
export function mergeParties(listings: Iterable<Listing>, links: readonly PartyLink[], knowledge: NameKnowledge): readonly MergedParty[] {
  const listOrder = new Map<string, number>();
  const byId = new Map<string, Listing>();
  for (const listing of listings) {
    if (!listOrder.has(listing.list)) listOrder.set(listing.list, listOrder.size);
    byId.set(listing.id, listing);
  }
  const profiles = [...byId.keys()].toSorted(byText).flatMap((id, n) => {
    const listing = byId.get(id);
    return listing === undefined ? [] : [profileOf(listing, n, knowledge)];
  });
  const clustering = clusterProfiles(profiles, links, knowledge);
  const order = (x: Listing, y: Listing): number => (listOrder.get(x.list) ?? 0) - (listOrder.get(y.list) ?? 0) || byText(x.id, y.id);
  return partiesOf(profiles, clustering, order).toSorted((x, y) => {
    const [a, b] = [x.listings[0], y.listings[0]];
    return a === undefined || b === undefined ? 0 : order(a, b);
  });
}

function clusterProfiles(profiles: readonly Profile[], links: readonly PartyLink[], knowledge: NameKnowledge): Clustering {
  const at = (n: number): Profile => profiles[n] as Profile;
  const comparer = new NameComparer(knowledge);
  const contacts = countContacts(profiles);
  const { forced, parted } = saidByPeople(profiles, links);
  const proofs = new Map<number, Edge>();
  for (const pair of candidatePairs(profiles)) {
    const [a, b] = [Math.floor(pair / profiles.length), pair % profiles.length];
    if (parted.has(pair) || contradiction(at(a), at(b)) !== undefined) continue;
    const proof = provePair(at(a), at(b), comparer, (contact) => contacts.get(contact) ?? 0);
    if (proof !== undefined) proofs.set(pair, { a, b, ...proof });
  }
  const pairOf = (a: number, b: number): number => Math.min(a, b) * profiles.length + Math.max(a, b);
  const forbidden = (a: number, b: number): boolean => parted.has(pairOf(a, b));
  const excludes = (a: number, b: number): boolean => {
    const pair = pairOf(a, b);
    if (parted.has(pair)) return true;
    if (proofs.has(pair)) return false;
    return twoOfOneList(at(a), at(b)) || contradiction(at(a), at(b)) !== undefined;
  };
  return cluster(profiles.length, [...proofs.values()], excludes, forced, forbidden);
}

/** An authority that lists two entries means two parties, unless something proves that they are one. */
function twoOfOneList(a: Profile, b: Profile): boolean {
  return a.designated && b.designated && a.listing.list === b.listing.list;
}

function saidByPeople(
  profiles: readonly Profile[],
  links: readonly PartyLink[],
): { readonly forced: readonly Edge[]; readonly parted: ReadonlySet<number> } {
  const number = new Map(profiles.map(({ n, listing }) => [listing.id, n]));
  const latest = new Map<number, Edge & { readonly verdict: PartyLink['verdict'] }>();
  for (const { a, b, verdict, why } of links) {
    const [x, y] = [number.get(a), number.get(b)];
    if (x === undefined || y === undefined || x === y) continue;
    const [low, high] = x < y ? [x, y] : [y, x];
    const pair = low * profiles.length + high;
    latest.delete(pair);
    latest.set(pair, { a: low, b: high, strength: Infinity, why: `linked by hand: ${why}`, verdict });
  }
  const said = [...latest.values()].toReversed();
  return {
    forced: said.filter(({ verdict }) => verdict === 'link'),
    parted: new Set(said.filter(({ verdict }) => verdict === 'unlink').map(({ a, b }) => a * profiles.length + b)),
  };
}

function partiesOf(
  profiles: readonly Profile[],
  { clusters, edges }: Clustering,
  order: (x: Listing, y: Listing) => number,
): MergedParty[] {
  const strongest = new Map<number, Edge>();
  for (const edge of edges) for (const end of [edge.a, edge.b]) if (!strongest.has(end)) strongest.set(end, edge);
  return clusters.map((members) => {
    const ordered = members.map((n) => profiles[n] as Profile).toSorted((x, y) => order(x.listing, y.listing));
    const listings = ordered.map(({ listing }) => listing);
    const why = ordered.flatMap(({ n, listing }) => {
      const edge = strongest.get(n);
      const other = edge === undefined ? undefined : profiles[edge.a === n ? edge.b : edge.a];
      return edge === undefined || other === undefined ? [] : [{ listing: listing.id, with: other.listing.id, why: edge.why }];
    });
    return { id: listings[0]?.id ?? '', listings, why };
  });
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
