/** What the address of this screen holds. */
export interface SourcesAddress {
  readonly tab?: string;
}

export function addressOfSources(search: Readonly<Record<string, unknown>>): SourcesAddress {
  return typeof search['tab'] === 'string' ? { tab: search['tab'] } : {};
}
