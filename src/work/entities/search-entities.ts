import { packagedLists } from '../../catalogue/lists.ts';
import { countryLabel, isSchemaOf, PARTY_MODEL, topicLabel } from '../../screen/lists/ftm-model.ts';
import type { NameReading } from '../screening/name-tasks.ts';
import type { ServedIndex } from '../screening/screening-service.ts';
import { openSharedIndex, type OpenIndex } from '../screening/shared-index.ts';
import { openBrowseTable, wordsOf, type BrowsedParty } from './browse-table.ts';
import type { PartyEntity } from './entity-of-party.ts';
import { openPartyEntities } from './party-entities.ts';

export const FACETS = ['countries', 'topics', 'datasets', 'schema'] as const;
export type Facet = (typeof FACETS)[number];

export interface EntitySearch {
  /** Words that names have, or begin with; the empty text is every party. */
  readonly text: string;
  /** Schema that they are of; undefined is any. */
  readonly schema?: string;
  readonly excludeSchema: readonly string[];
  readonly include: readonly string[] | null;
  readonly exclude: readonly string[];
  readonly countries: readonly string[];
  readonly topics: readonly string[];
  readonly datasets: readonly string[];
  readonly changedSince: string | null;
  readonly facets: readonly Facet[];
  readonly limit: number;
  readonly offset: number;
}

/** A search without conditions. */
export const EVERYBODY: EntitySearch = {
  text: '',
  excludeSchema: [],
  include: null,
  exclude: [],
  countries: [],
  topics: [],
  datasets: [],
  changedSince: null,
  facets: [],
  limit: 10,
  offset: 0,
};

export interface FoundEntities {
  readonly results: readonly PartyEntity[];
  readonly total: number;
  readonly facets: Readonly<Record<string, FacetCounts>>;
}

export interface FacetCounts {
  readonly label: string;
  /** Most frequent first. */
  readonly values: readonly { readonly name: string; readonly label: string; readonly count: number }[];
}

/** Parties whose name is like the text come first, by score; so many, and with that score at least. */
const LIKE = { limit: 50, threshold: 0.5 };
const MOST_VALUES = 100;
const MOST_WORDS = 20;
const SCHEMA_LABELS = new Map<string, string>(PARTY_MODEL.map(({ id, plural }) => [id, plural]));

/** Looks parties up by words of their names: first those whose name is like the text, then all others that have its words. */
export async function searchEntities(
  { store }: NameReading,
  { index, search }: { readonly index: ServedIndex; readonly search: EntitySearch },
): Promise<FoundEntities> {
  const open = openSharedIndex(index);
  const table = await openBrowseTable(store, open);
  const found = inOrder(open, table, search.text).filter((party) => passes(party, search));
  const entities = openPartyEntities(store, open);
  const results: PartyEntity[] = [];
  for (const { number } of found.slice(search.offset, search.offset + search.limit)) {
    const entity = await entities.at(number);
    if (entity !== undefined) results.push(entity);
  }
  return { results, total: found.length, facets: Object.fromEntries(search.facets.map((facet) => [facet, counted(facet, found)])) };
}

function inOrder({ index, numberOf }: OpenIndex, table: readonly BrowsedParty[], text: string): readonly BrowsedParty[] {
  const words = [...new Set(wordsOf(text).slice(1).split(' '))].filter((word) => word !== '').slice(0, MOST_WORDS);
  if (words.length === 0) return text.trim() === '' ? table : [];
  const like = index.search({ name: text.slice(0, 500) }, LIKE).flatMap(({ id }) => table[numberOf(id) ?? -1] ?? []);
  const first = new Set(like);
  // Han is written without spaces: a word may stand anywhere in it.
  const wanted = words.map((word) => (/\p{Script=Han}/u.test(word) ? word : ` ${word}`));
  const others = table.filter((party) => !first.has(party) && wanted.every((word) => party.text.includes(word)));
  // Who is shown by these words comes before whose other names have them, the shorter name first.
  const shown = others.filter(({ caption }) => wanted.every((word) => caption.includes(word)));
  const named = new Set(shown);
  return [...like, ...shown.toSorted((a, b) => a.caption.length - b.caption.length), ...others.filter((party) => !named.has(party))];
}

function passes(party: BrowsedParty, search: EntitySearch): boolean {
  const { schema, lists, countries, topics, changedAt } = party;
  const some = (wanted: readonly string[], own: readonly string[]): boolean =>
    wanted.length === 0 || wanted.some((one) => own.includes(one));
  return (
    (search.include === null || some(search.include, lists)) &&
    search.include?.length !== 0 &&
    !search.exclude.some((list) => lists.includes(list)) &&
    some(search.datasets, lists) &&
    some(search.countries, countries) &&
    some(search.topics, topics) &&
    (search.schema === undefined || isSchemaOf(schema, search.schema)) &&
    !search.excludeSchema.some((one) => isSchemaOf(schema, one)) &&
    (search.changedSince === null || changedAt >= search.changedSince)
  );
}

function counted(facet: Facet, found: readonly BrowsedParty[]): FacetCounts {
  const counts = new Map<string, number>();
  const valuesOf = { countries: 'countries', topics: 'topics', datasets: 'lists' } as const;
  for (const party of found)
    for (const value of facet === 'schema' ? [party.schema] : party[valuesOf[facet]]) counts.set(value, (counts.get(value) ?? 0) + 1);
  const labelled = {
    countries: { label: 'Countries', of: countryLabel },
    topics: { label: 'Topics', of: topicLabel },
    datasets: { label: 'Lists', of: (name: string) => packagedLists().get(name)?.title ?? name },
    schema: { label: 'Kinds', of: (name: string) => SCHEMA_LABELS.get(name) ?? name },
  }[facet];
  const values = Array.from(counts, ([name, count]) => ({ name, label: labelled.of(name), count }))
    .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_VALUES);
  return { label: labelled.label, values };
}
