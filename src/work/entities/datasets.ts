import { packagedLists } from '../../catalogue/lists.ts';
import { DualwatchError } from '../../model/errors.ts';
import { nearestName } from '../../model/nearest-name.ts';
import type { Store } from '../../store/port.ts';
import { screenedLists } from '../screening/index-file.ts';

/** All lists that names are screened against, under one name. */
export const ALL_LISTS = 'default';

/** What can be asked of: one list, or all of them. */
export interface Dataset {
  readonly name: string;
  readonly title: string;
  /** Who publishes it and under which terms. */
  readonly summary: string | null;
  readonly url: string | null;
  /** Of the list; of all lists, those of each. */
  readonly version: string;
  readonly updatedAt: string;
  readonly listings: number;
  readonly children: readonly string[];
}

/** All lists that names are screened against, and `default`, which is all of them; nothing where the home has no list. */
export async function datasetsOf(store: Pick<Store, 'lists'>): Promise<readonly Dataset[]> {
  const known = packagedLists();
  const lists = screenedLists(await store.lists()).map(({ name, address, current }): Dataset => {
    const entry = known.get(name);
    return {
      name,
      title: entry?.title ?? name,
      summary: entry === undefined ? null : `${entry.publisher}. ${entry.licence}`,
      url: /^https?:/i.test(address) ? address : null,
      version: String(current.version),
      updatedAt: current.fetchedAt,
      listings: current.counts.listings,
      children: [],
    };
  });
  if (lists.length === 0) return [];
  const all: Dataset = {
    name: ALL_LISTS,
    title: 'All lists of this home',
    summary: null,
    url: null,
    version: lists.map(({ name, version }) => `${name}-${version}`).join('_'),
    updatedAt:
      lists
        .map(({ updatedAt }) => updatedAt)
        .toSorted()
        .at(-1) ?? '',
    listings: lists.reduce((sum, { listings }) => sum + listings, 0),
    children: lists.map(({ name }) => name),
  };
  return [all, ...lists];
}

/** The lists of a dataset: null for all. Throws `not-found` with the nearest name. */
export async function listsOfDataset(store: Pick<Store, 'lists'>, name: string): Promise<readonly string[] | null> {
  const lists = screenedLists(await store.lists()).map((list) => list.name);
  if (lists.length === 0)
    throw new DualwatchError('not-found', 'this home has no list to screen against. POST /api/v1/lists or "dualwatch lists add" adds one');
  if (name === ALL_LISTS) return null;
  if (lists.includes(name)) return [name];
  const near = nearestName(name, [ALL_LISTS, ...lists]);
  throw new DualwatchError(
    'not-found',
    `there is no dataset "${name.slice(0, 60)}".${near === undefined ? '' : ` Did you mean ${near}?`} /catalog names them`,
  );
}
