/** What the address of this screen holds. */
export interface NoticeAddress {
  readonly tab?: string;
}

export function addressOfNotice(search: Readonly<Record<string, unknown>>): NoticeAddress {
  return typeof search['tab'] === 'string' ? { tab: search['tab'] } : {};
}
