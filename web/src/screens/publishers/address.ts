/** What the address of this screen holds. */
export interface PublishersAddress {
  readonly tab?: string;
}

export function addressOfPublishers(search: Readonly<Record<string, unknown>>): PublishersAddress {
  return typeof search['tab'] === 'string' ? { tab: search['tab'] } : {};
}
