import { DualwatchError } from '../../model/errors.ts';
import type { KeptList, ListSettings } from '../../model/kept-list.ts';
import { nearestName } from '../../model/nearest-name.ts';
import type { Store } from '../../store/port.ts';
import { isoTime } from '../../capture/clock.ts';
import { fetchAndRead, updateList, type FetchedList, type ListUpdate, type UpdateParts } from './update-list.ts';

/** Lists of a home that were not removed, in the order in which they were added. */
export async function listsInForce(store: Pick<Store, 'lists'>): Promise<readonly KeptList[]> {
  return (await store.lists()).filter(({ removed }) => removed !== true);
}

/** Throws `not-found` with the nearest name. */
export async function requireList(store: Pick<Store, 'lists'>, name: string): Promise<KeptList> {
  const lists = await listsInForce(store);
  const found = lists.find((list) => list.name === name);
  if (found !== undefined) return found;
  const near = nearestName(
    name,
    lists.map((list) => list.name),
  );
  throw new DualwatchError(
    'not-found',
    `there is no list ${name} in this home.${near === undefined ? '' : ` Did you mean ${near}?`} "dualwatch lists status" shows them`,
  );
}

/**
 * Adds a list and takes in its first version; one that was removed goes on under its name, with its earlier versions. It is fetched and read first, unless
 * that was done before (`fetched`): of a list that cannot be fetched or read nothing is left. Throws `usage` where the name is taken, and what
 * {@link updateList} throws.
 */
export async function addList(parts: UpdateParts, settings: ListSettings, fetched?: FetchedList): Promise<ListUpdate> {
  const { store, clock } = parts;
  const before = await store.findList(settings.name);
  if (before !== undefined && before.removed !== true)
    throw new DualwatchError(
      'usage',
      `there is a list ${settings.name} already, of ${before.address}. "dualwatch lists update ${settings.name}" fetches it anew; --name gives this one another name`,
    );
  const read = fetched ?? (await fetchAndRead(parts, settings));
  if (before === undefined) await store.addList(settings, isoTime(clock.now()), null);
  else await store.changeList(settings);
  const added = await store.findList(settings.name);
  if (added === undefined) throw new DualwatchError('internal', `the list ${settings.name} was added and is not there`);
  try {
    return await updateList(parts, added, { accept: true, fetched: read });
  } catch (error) {
    await removeList(store, added, isoTime(clock.now()));
    throw error;
  }
}

/** Names are screened against it no more, and it is not fetched any more; its versions stay, since receipts cite them. */
export async function removeList(store: Store, list: KeptList, nowIso: string): Promise<void> {
  const { name, address, companions, format, mapping, everyMs, allowPrivate } = list;
  await store.changeList({
    name,
    address,
    companions,
    format,
    mapping,
    everyMs,
    ...(allowPrivate === undefined ? {} : { allowPrivate }),
    removed: true,
  });
  await store.noteListCheck(name, { at: list.lastCheckAt ?? nowIso, error: null, nextCheckAt: null });
}
