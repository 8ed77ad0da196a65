/** What the address of this screen holds. */
export interface SearchAddress {
  readonly tab?: string;
}

export function addressOfSearch(search: Readonly<Record<string, unknown>>): SearchAddress {
  return typeof search['tab'] === 'string' ? { tab: search['tab'] } : {};
}
