export const CATALOGUE_TABS = ['concepts', 'codes', 'try'] as const;
export type CatalogueTab = (typeof CATALOGUE_TABS)[number];

/** What the address of this screen holds. */
export interface CatalogueAddress {
  readonly tab?: CatalogueTab;
  /** Concept that is shown. */
  readonly concept?: string;
  /** Words that concepts are searched by. */
  readonly find?: string;
  /** Code that is looked up. */
  readonly code?: string;
  /** Day whose status of controls is shown, ISO. */
  readonly date?: string;
}

export function addressOfCatalogue(search: Readonly<Record<string, unknown>>): CatalogueAddress {
  const { tab, concept, find, code, date } = search;
  const known = CATALOGUE_TABS.find((one) => one === tab);
  return {
    ...(known === undefined ? {} : { tab: known }),
    ...(typeof concept === 'string' && concept !== '' ? { concept: concept.slice(0, 100) } : {}),
    ...(typeof find === 'string' && find !== '' ? { find: find.slice(0, 200) } : {}),
    // The router reads a code of digits alone as a number.
    ...((typeof code === 'string' && code !== '') || typeof code === 'number' ? { code: String(code).slice(0, 100) } : {}),
    ...(typeof date === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(date) ? { date } : {}),
  };
}
