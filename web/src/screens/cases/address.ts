/** What the address of the list of cases holds: which of them, and whether a new one is being opened. */
export interface CasesAddress {
  readonly state?: 'closed' | 'all';
  readonly add?: true;
}

export const CASE_TABS = ['overview', 'timeline', 'network', 'claims', 'suggestions', 'work', 'log', 'dossier'] as const;
export type CaseTab = (typeof CASE_TABS)[number];

/** What the address of a case holds: the tab, and what is chosen in it (a claim, a node of the network). */
export interface CaseAddress {
  readonly tab?: CaseTab;
  readonly chosen?: string;
}

export function addressOfCases({ state, add }: Readonly<Record<string, unknown>>): CasesAddress {
  return { ...(state === 'closed' || state === 'all' ? { state } : {}), ...(add === true ? { add } : {}) };
}

export function addressOfCase({ tab, chosen }: Readonly<Record<string, unknown>>): CaseAddress {
  const known = CASE_TABS.find((one) => one === tab);
  return {
    ...(known === undefined || known === 'overview' ? {} : { tab: known }),
    ...(typeof chosen === 'string' && chosen !== '' ? { chosen } : {}),
  };
}
