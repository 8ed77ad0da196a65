/** What the address of the sources holds: which source is open, and whether one is being added. */
export interface SourcesAddress {
  readonly tab?: 'add';
  /** Id of the source that is open. */
  readonly source?: string;
}

export function addressOfSources(search: Readonly<Record<string, unknown>>): SourcesAddress {
  const { tab, source } = search;
  return { ...(tab === 'add' ? { tab } : {}), ...(typeof source === 'string' ? { source } : {}) };
}
