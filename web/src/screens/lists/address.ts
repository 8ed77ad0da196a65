/** What the address of the lists holds: which list is open, which of its tabs, and the versions that are compared. */
export interface ListsAddress {
  readonly list?: string;
  readonly tab?: 'changes' | 'versions' | 'about';
  readonly from?: number;
  readonly to?: number;
  /** A list is being added: a public one (`true`), as a file, or at an address. */
  readonly add?: true | 'file' | 'address';
}

const TABS: readonly unknown[] = ['changes', 'versions', 'about'];

export function addressOfLists(search: Readonly<Record<string, unknown>>): ListsAddress {
  const { list, tab, from, to, add } = search;
  return {
    ...(typeof list === 'string' || typeof list === 'number' ? { list: String(list) } : {}),
    ...(TABS.includes(tab) ? { tab: tab as Exclude<ListsAddress['tab'], undefined> } : {}),
    ...(isVersion(from) ? { from } : {}),
    ...(isVersion(to) ? { to } : {}),
    ...(add === true || add === 'file' || add === 'address' ? { add } : {}),
  };
}

function isVersion(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
