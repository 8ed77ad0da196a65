/** What the address of this screen holds. */
export interface CasesAddress {
  readonly tab?: string;
}

export function addressOfCases(search: Readonly<Record<string, unknown>>): CasesAddress {
  return typeof search['tab'] === 'string' ? { tab: search['tab'] } : {};
}
