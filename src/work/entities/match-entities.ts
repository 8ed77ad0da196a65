import type { Match } from '../../model/match.ts';
import type { NameQuery } from '../../model/party.ts';
import { isSchemaOf } from '../../screen/lists/ftm-model.ts';
import type { NameReading } from '../screening/name-tasks.ts';
import type { ServedIndex } from '../screening/screening-service.ts';
import { openSharedIndex } from '../screening/shared-index.ts';
import type { PartyEntity } from './entity-of-party.ts';
import { openPartyEntities } from './party-entities.ts';

/** Which parties may be answers. */
export interface EntityFilter {
  /** Lists that they stand on; null is every list. */
  readonly include: readonly string[] | null;
  readonly exclude: readonly string[];
  /** Schemata of FollowTheMoney that they are not of. */
  readonly excludeSchema: readonly string[];
  /** One of which they have; none is no condition. */
  readonly topics: readonly string[];
  /** ISO 8601: changed then or later. */
  readonly changedSince: string | null;
  /** Ids of parties or listings. */
  readonly excludeIds: readonly string[];
}

export interface MatchedEntity {
  readonly entity: PartyEntity;
  readonly match: Match;
  /** The name of the query that matched. */
  readonly queried: string;
}

export interface EntityMatches {
  /** Best first. */
  readonly results: readonly MatchedEntity[];
  /** How many there are beyond the limit too, as far as they were looked for; with `more`, there may be others. */
  readonly total: number;
  readonly more: boolean;
}

/** What filters take away must not crowd out the rest. */
const LOOKED_FOR = 5;
const LEAST_LOOKED_FOR = 20;

/** Parties that each query may mean, with what the lists say of them; of a query with several names each party by the one that fits best. */
export async function matchEntities(
  { store }: NameReading,
  given: {
    readonly index: ServedIndex;
    readonly queries: readonly (readonly NameQuery[])[];
    readonly filter: EntityFilter;
    readonly cutoff: number;
    readonly limit: number;
  },
): Promise<readonly EntityMatches[]> {
  const { queries, filter, cutoff, limit } = given;
  const open = openSharedIndex(given.index);
  const entities = openPartyEntities(store, open);
  const everybody = filter.include === null && filter.exclude.length === 0;
  const search = {
    // To put a match into words takes longer than to find it.
    limit: asksForMore(filter) ? Math.max(LEAST_LOOKED_FOR, limit * LOOKED_FOR) : limit + 1,
    threshold: cutoff,
    ...(everybody ? {} : { wanted: open.partiesOn(filter.include, filter.exclude) }),
  };
  const answers: EntityMatches[] = [];
  for (const names of queries) {
    const best = new Map<string, { readonly match: Match; readonly queried: string }>();
    let more = false;
    for (const query of names) {
      const found = open.index.search(query, search);
      more ||= found.length === search.limit;
      for (const match of found) {
        const known = best.get(match.id);
        if (known === undefined || match.score > known.match.score) best.set(match.id, { match, queried: query.name });
      }
    }
    const results: MatchedEntity[] = [];
    let total = 0;
    for (const { match, queried } of [...best.values()].toSorted((a, b) => b.match.score - a.match.score)) {
      const number = open.numberOf(match.id);
      // Those beyond the limit are only counted: what nobody filters need not be read for that.
      if (results.length >= limit && !asksForMore(filter)) total += 1;
      else {
        const entity = number === undefined ? undefined : await entities.at(number);
        if (entity === undefined || !passes(entity, filter)) continue;
        total += 1;
        if (results.length < limit) results.push({ entity, match, queried });
      }
    }
    answers.push({ results, total, more });
  }
  return answers;
}

/** Whether a filter asks for what the index does not hold. */
function asksForMore({ topics, changedSince, excludeIds, excludeSchema }: EntityFilter): boolean {
  return topics.length + excludeIds.length + excludeSchema.length > 0 || changedSince !== null;
}

/** The conditions beside lists. */
export function passes(
  entity: PartyEntity,
  { topics, changedSince, excludeIds, excludeSchema }: Pick<EntityFilter, 'topics' | 'changedSince' | 'excludeIds' | 'excludeSchema'>,
): boolean {
  const own = entity.properties['topics'] ?? [];
  return (
    (topics.length === 0 || topics.some((topic) => own.includes(topic))) &&
    (changedSince === null || (entity.last_change ?? '') >= changedSince.slice(0, 19)) &&
    !excludeSchema.some((schema) => isSchemaOf(entity.schema, schema)) &&
    !excludeIds.some((id) => id === entity.id || entity.referents.includes(id))
  );
}
