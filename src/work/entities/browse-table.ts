import { foldText } from '../../text/fold.ts';
import type { Store } from '../../store/port.ts';
import type { OpenIndex } from '../screening/shared-index.ts';

/** What parties are looked through by. */
export interface BrowsedParty {
  readonly number: number;
  /** All its names folded, a space before each word. */
  readonly text: string;
  /** The same of the name that it is shown by. */
  readonly caption: string;
  readonly schema: string;
  readonly lists: readonly string[];
  readonly countries: readonly string[];
  readonly topics: readonly string[];
  /** ISO 8601: when the version was fetched that brought its latest change. */
  readonly changedAt: string;
}

let opened: { readonly stamp: string; readonly table: Promise<readonly BrowsedParty[]> } | undefined;

/** All parties of an index; made once for each state of the lists and thread. */
export function openBrowseTable(store: Store, open: OpenIndex): Promise<readonly BrowsedParty[]> {
  if (opened?.stamp !== open.stamp) opened = { stamp: open.stamp, table: browseTable(store, open) };
  const { table } = opened;
  // One that failed is made again.
  table.catch(() => (opened = undefined));
  return table;
}

async function browseTable(store: Store, { index }: OpenIndex): Promise<readonly BrowsedParty[]> {
  const facts = new Map<string, { readonly topics: readonly string[]; readonly changedAt: string }>();
  for (const { list } of index.head.lists) {
    const fetched = new Map((await store.listVersions(list)).map(({ version, fetchedAt }) => [version, fetchedAt]));
    for await (const { id, entity, sinceVersion } of store.listingsOf(list))
      facts.set(id, { topics: entity.properties['topics'] ?? [], changedAt: fetched.get(sinceVersion) ?? '' });
  }
  return Array.from({ length: index.parties }, (_, number) => {
    const record = index.records.at(number);
    const own = record.listings.flatMap(([, id]) => facts.get(id) ?? []);
    return {
      number,
      text: wordsOf(record.names.map(([name]) => name).join(' \n ')),
      caption: wordsOf(record.caption),
      schema: record.schema,
      lists: [...new Set(record.listings.map(([list]) => list))],
      countries: record.facts.countries,
      topics: [...new Set(own.flatMap(({ topics }) => topics))],
      changedAt:
        own
          .map(({ changedAt }) => changedAt)
          .toSorted()
          .at(-1) ?? '',
    };
  });
}

/** A text folded, a space before each word: what `q` is looked for in. */
export function wordsOf(text: string): string {
  return ` ${foldText(text)
    .text.split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ')}`;
}
