export const TABS = ['findings', 'fields', 'matches', 'copies', 'versions', 'page', 'proof', 'export', 'history'] as const;
export type Tab = (typeof TABS)[number];

/** What the address of this screen holds: the tab of the evidence, two versions that are compared, or all at once to be printed. */
export interface NoticeAddress {
  readonly tab?: Tab;
  readonly all?: boolean;
  /** The case out of which it was opened. */
  readonly case?: string;
}

export function addressOfNotice(search: Readonly<Record<string, unknown>>): NoticeAddress {
  const tab = tabOf(search['tab']);
  const of = search['case'];
  return {
    ...(tab === undefined ? {} : { tab }),
    ...(search['all'] === true ? { all: true } : {}),
    ...(typeof of === 'string' && of !== '' ? { case: of } : {}),
  };
}

/** The tab that an address names; undefined for another word. */
export function tabOf(value: unknown): Tab | undefined {
  return TABS.find((tab) => tab === value);
}
