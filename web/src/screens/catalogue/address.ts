/** What the address of this screen holds. */
export interface CatalogueAddress {
  readonly tab?: string;
}

export function addressOfCatalogue(search: Readonly<Record<string, unknown>>): CatalogueAddress {
  return typeof search['tab'] === 'string' ? { tab: search['tab'] } : {};
}
