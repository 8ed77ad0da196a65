import { tabOf, type Tab } from '../notice/address.ts';
import { DEFAULT_FILTER } from './default-filter.ts';
import { sortOf, type Sort } from './sort.ts';

/** What the address of the inbox holds. */
export interface InboxAddress {
  /** A filter in the predicate language; absent: that of `view`, or what is new. Empty: everything. */
  readonly q?: string;
  /** Id of a saved view. */
  readonly view?: string;
  /** Absent: that of `view`, or most important first. */
  readonly sort?: Sort;
  /** The notice that is open. */
  readonly notice?: string;
  /** Tab of its evidence. */
  readonly tab?: Tab;
}

export function addressOfInbox(search: Readonly<Record<string, unknown>>): InboxAddress {
  const text = (key: string): string | undefined => {
    const value = search[key];
    // The router reads `q=70` as a number.
    return typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
  };
  const given = { q: text('q'), view: text('view'), sort: sortOf(text('sort')), notice: text('notice'), tab: tabOf(text('tab')) };
  return Object.fromEntries(
    Object.entries(given).filter(([key, value]) => value !== undefined && !(key === 'q' && value === DEFAULT_FILTER)),
  );
}
