import type { Store } from '../../store/port.ts';
import type { ListingChange } from '../../store/screening-port.ts';
import { diffOfList } from './diff-of-list.ts';
import { requireList } from './keep-lists.ts';

/** A page of what changed in a list, after the first `passed`; `next` names where the following page begins, null at the end. */
export async function listDiff(
  session: { readonly store: Store; readonly home: string },
  given: {
    readonly name: string;
    readonly from: string | undefined;
    readonly to: string | undefined;
    readonly passed: number;
    readonly limit: number;
  },
): Promise<{
  readonly items: readonly ListingChange[];
  readonly next: { readonly from: string; readonly to: string; readonly passed: number } | null;
}> {
  const { passed, limit } = given;
  const { from, to, changes } = await diffOfList(session, await requireList(session.store, given.name), given);
  const items: ListingChange[] = [];
  let count = 0;
  for await (const change of changes) {
    count += 1;
    if (count <= passed) continue;
    if (items.length === limit) return { items, next: { from: String(from), to: String(to), passed: passed + limit } };
    items.push(change);
  }
  return { items, next: null };
}
