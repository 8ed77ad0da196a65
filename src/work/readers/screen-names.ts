import type { Match } from '../../model/match.ts';
import type { NameQuery } from '../../model/party.ts';
import type { ServedIndex } from '../screening/screening-service.ts';
import { openSharedIndex } from '../screening/shared-index.ts';
import type { Reading } from './tasks.ts';

/** Opens an index in this thread. */
export async function openIndex({ paths }: Pick<Reading, 'paths'>, { index }: { readonly index: ServedIndex }): Promise<void> {
  openSharedIndex(paths.home, index);
}

/** Matches of each query, best first. */
export async function screenNames(
  { paths }: Pick<Reading, 'paths'>,
  given: { readonly index: ServedIndex; readonly queries: readonly NameQuery[]; readonly threshold: number; readonly limit: number },
): Promise<readonly (readonly Match[])[]> {
  const { index } = openSharedIndex(paths.home, given.index);
  return given.queries.map((query) => index.search(query, { threshold: given.threshold, limit: given.limit }));
}
