import type { Listing } from '../../model/party.ts';
import { NAME_PROPERTIES } from '../../model/party.ts';
import type { BadRow, PartyMarks, ParsedList } from '../../screen/lists/list-file.ts';
import { valueTypeOf } from '../../screen/lists/ftm-model.ts';
import type { Store } from '../../store/port.ts';

/**
 * The listings that stay since their row cannot be read, by bad row: of the id that the row has, or, where it has none, the one listing of the list that has one
 * of its numbers, or else its name, and that no row of the file brings. A row that is neither read nor known by anything keeps none.
 */
export async function keptOfBadRows(
  store: Pick<Store, 'listingsOf' | 'findList'>,
  list: string,
  { listings, bad }: Pick<ParsedList, 'listings' | 'bad'>,
): Promise<ReadonlyMap<BadRow, string>> {
  const kept = new Map<BadRow, string>();
  const known = bad.filter(({ id, marks }) => id === undefined && marks !== undefined);
  for (const row of bad) if (row.id !== undefined) kept.set(row, `${list}:${row.id}`);
  const current = known.length === 0 ? undefined : (await store.findList(list))?.current;
  if (!current) return kept;
  const there = new Set(listings.map(({ id }) => id));
  const numbers = new Set(listings.flatMap(identifiersOf));
  const byMark = new Map<string, Set<string>>();
  for (const { marks } of known) for (const mark of marks === undefined ? [] : keysOf(marks)) byMark.set(mark, new Set());
  for await (const listing of store.listingsOf(list))
    for (const mark of keysOf({ identifiers: identifiersOf(listing), names: namesOf(listing) })) byMark.get(mark)?.add(listing.id);
  for (const row of known) {
    const { identifiers = [], names = [] } = row.marks ?? {};
    // A number that another row of the file has is of a party that can be read.
    if (identifiers.some((number) => numbers.has(number))) continue;
    for (const marks of [
      { identifiers, names: [] },
      { identifiers: [], names },
    ]) {
      const found = [...new Set(keysOf(marks).flatMap((mark) => [...(byMark.get(mark) ?? [])]))];
      const [id] = found;
      if (id === undefined) continue;
      if (found.length === 1 && !there.has(id)) kept.set(row, id);
      break;
    }
  }
  return kept;
}

function keysOf({ identifiers, names }: PartyMarks): readonly string[] {
  return [...identifiers.map((number) => `# ${number}`), ...names.map((name) => `n ${name.toLowerCase()}`)];
}

function identifiersOf({ entity: { schema, properties } }: Pick<Listing, 'entity'>): readonly string[] {
  return Object.entries(properties).flatMap(([property, values]) => (valueTypeOf(schema, property) === 'identifier' ? values : []));
}

function namesOf({ entity }: Pick<Listing, 'entity'>): readonly string[] {
  return NAME_PROPERTIES.flatMap((property) => entity.properties[property] ?? []);
}
