import type { SavedSearch } from '../../api/routes.gen.ts';
import type { InboxAddress } from './address.ts';
import type { Sort } from './sort.ts';
import { DEFAULT_FILTER } from './default-filter.ts';
import { withTest } from '../../parts/filter-text.ts';

/** The views that are always there, each a filter. */
export const GIVEN = [
  { id: 'viewNew', filter: DEFAULT_FILTER },
  { id: 'viewEscalated', filter: 'triage:escalated' },
  { id: 'viewGone', filter: 'state:removed,changed' },
  { id: 'viewListed', filter: 'listed>=1' },
  { id: 'viewAll', filter: '' },
] as const;

/** Whether one of them is what a filter asks for: its name says it. */
export function isGiven(filter: string): boolean {
  return GIVEN.some((one) => one.filter === filter);
}

/** What is assigned to whoever asks. */
export function filterOfMine(name: string): string {
  return withTest('', { field: 'assignee', op: '=', values: [name] });
}

/** What a list under a filter in an order is called: a saved view, one of the given, or nothing that has a name. One of the given in an order of its own may be a saved view. */
export function viewOf(
  filter: string,
  sort: Sort,
  mine: string,
  saved: readonly SavedSearch[],
): (typeof GIVEN)[number]['id'] | 'viewMine' | SavedSearch | null {
  const own = saved.filter(({ query }) => query === filter);
  const exact = own.find((one) => one.sort === sort);
  if (exact !== undefined && sort !== 'priority') return exact;
  const given = GIVEN.find((one) => one.filter === filter);
  if (given !== undefined) return given.id;
  if (filter === filterOfMine(mine)) return 'viewMine';
  return exact ?? own[0] ?? null;
}

/** The address of a filter, without what is open in the list before. */
export function addressOfFilter(filter: string): InboxAddress {
  return filter === DEFAULT_FILTER ? {} : { q: filter };
}
