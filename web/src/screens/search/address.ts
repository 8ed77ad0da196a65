import { tabOf, type Tab } from '../notice/address.ts';

/** What the address of the search holds. */
export interface SearchAddress {
  /** Words, as they are typed. */
  readonly q?: string;
  /** A filter in the predicate language; ticks of facets are tests in it. */
  readonly filter?: string;
  /** The notice that is open. */
  readonly notice?: string;
  /** Tab of its evidence. */
  readonly tab?: Tab;
}

export function addressOfSearch(search: Readonly<Record<string, unknown>>): SearchAddress {
  const text = (key: string): string | undefined => {
    const value = search[key];
    // The router reads `q=70` as a number.
    const read = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
    return typeof read === 'string' && read !== '' ? read : undefined;
  };
  const given = { q: text('q'), filter: text('filter'), notice: text('notice'), tab: tabOf(search['tab']) };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
