/** What the address of this screen holds. */
export interface InboxAddress {
  readonly tab?: string;
}

export function addressOfInbox(search: Readonly<Record<string, unknown>>): InboxAddress {
  return typeof search['tab'] === 'string' ? { tab: search['tab'] } : {};
}
