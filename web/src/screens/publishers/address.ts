export const SORTS = ['removed', 'edits', 'copied', 'listed', 'notices', 'latest'] as const;
export type Sort = (typeof SORTS)[number];

/** What the address of this screen holds. */
export interface PublishersAddress {
  /** Publisher whose profile is shown. */
  readonly publisher?: string;
  readonly find?: string;
  readonly sort?: Sort;
}

export function addressOfPublishers(search: Readonly<Record<string, unknown>>): PublishersAddress {
  const { publisher, find, sort } = search;
  const known = SORTS.find((one) => one === sort);
  return {
    ...(typeof publisher === 'string' && publisher !== '' ? { publisher: publisher.slice(0, 500) } : {}),
    ...((typeof find === 'string' && find !== '') || typeof find === 'number' ? { find: String(find).slice(0, 200) } : {}),
    ...(known === undefined || known === 'removed' ? {} : { sort: known }),
  };
}
