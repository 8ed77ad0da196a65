/** What the address of this screen holds. */
export interface ScreeningAddress {
  readonly tab?: string;
}

export function addressOfScreening(search: Readonly<Record<string, unknown>>): ScreeningAddress {
  return typeof search['tab'] === 'string' ? { tab: search['tab'] } : {};
}
