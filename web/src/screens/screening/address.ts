export const SCREENING_TABS = ['name', 'list', 'inquiry', 'matches', 'receipts'] as const;
export type ScreeningTab = (typeof SCREENING_TABS)[number];

/** What the address of screening holds. Names and texts that are asked about never stand in it. */
export interface ScreeningAddress {
  readonly tab?: ScreeningTab;
  /** Id of the receipt that is shown. */
  readonly receipt?: string;
  /** Id of the file of customers that is shown. */
  readonly upload?: string;
  /** Which notices' matches, in the predicate language. */
  readonly q?: string;
}

export function addressOfScreening(search: Readonly<Record<string, unknown>>): ScreeningAddress {
  const { tab, receipt, upload, q } = search;
  const known = SCREENING_TABS.find((one) => one === tab);
  return {
    ...(known === undefined ? {} : { tab: known }),
    ...(typeof receipt === 'string' ? { receipt } : {}),
    ...(typeof upload === 'string' ? { upload } : {}),
    ...(typeof q === 'string' && q !== '' ? { q } : {}),
  };
}
