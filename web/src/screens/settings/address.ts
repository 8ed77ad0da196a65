/** What the address of this screen holds. */
export interface SettingsAddress {
  readonly tab?: string;
}

export function addressOfSettings(search: Readonly<Record<string, unknown>>): SettingsAddress {
  return typeof search['tab'] === 'string' ? { tab: search['tab'] } : {};
}
