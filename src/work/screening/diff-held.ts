import type { KeptList, ListVersion } from '../../model/kept-list.ts';
import type { Store } from '../../store/port.ts';
import type { KeptListing, ListingChange } from '../../store/screening-port.ts';
import { keptOfBadRows } from './kept-of-bad-rows.ts';
import { readKeptFiles } from './list-files.ts';
import { readListFiles } from './update-list.ts';

/**
 * What the version that is held back would change against the current one: its listings were never taken in, so its files are read again. What goes or
 * changes comes first, by id, then what comes. Throws `evidence-invalid` where its files are not what they were, and what {@link readListFiles} throws.
 */
export async function* diffHeld(
  { store, home }: { readonly store: Pick<Store, 'listingsOf' | 'findList'>; readonly home: string },
  list: KeptList,
  held: ListVersion,
): AsyncGenerator<ListingChange, void> {
  const parsed = readListFiles({ ...list, format: held.format }, await readKeptFiles(home, held, list));
  const coming = new Map(
    parsed.listings.map((listing): [string, KeptListing] => [listing.id, { ...listing, sinceVersion: held.version, untilVersion: null }]),
  );
  const kept = new Set((await keptOfBadRows(store, list.name, parsed)).values());
  for await (const before of list.current === null ? [] : store.listingsOf(list.name)) {
    const { id } = before;
    const after = coming.get(id);
    coming.delete(id);
    if (after === undefined && kept.has(id)) continue;
    if (after === undefined) yield { id, change: 'removed', before, after: null };
    else if (after.hash !== before.hash) yield { id, change: 'changed', before, after };
  }
  for (const [id, after] of coming) yield { id, change: 'added', before: null, after };
}
