/** What the address of this screen holds. */
export interface ListsAddress {
  readonly tab?: string;
}

export function addressOfLists(search: Readonly<Record<string, unknown>>): ListsAddress {
  return typeof search['tab'] === 'string' ? { tab: search['tab'] } : {};
}
