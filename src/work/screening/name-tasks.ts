import { loadCustomerColumns } from '../../catalogue/customer-columns.ts';
import type { NameQuery } from '../../model/party.ts';
import { compareNames, type Comparison } from '../../screen/compare.ts';
import { readingOfName } from '../../screen/name/name-reading.ts';
import type { Store } from '../../store/port.ts';
import { findEntity } from '../entities/find-entity.ts';
import { matchEntities } from '../entities/match-entities.ts';
import { queryOfEntity } from '../entities/query-of-entity.ts';
import { searchEntities } from '../entities/search-entities.ts';
import type { JudgedMatch } from './judged-match.ts';
import { openNameKnowledge } from '../packaged/name-knowledge.ts';
import { listDiff } from './list-diff.ts';
import { matchesOfNotices } from './matches-of-notices.ts';
import { judgedSearch } from './screen-queries.ts';
import type { ServedIndex } from './screening-service.ts';
import { openSharedIndex } from './shared-index.ts';

/** What a thread that searches the lists works with: the store is open for reading alone. */
export interface NameReading {
  readonly store: Store;
  readonly home: string;
}

/** What such threads can be asked, by name. What goes in and out is copied between threads, but for the bytes of the index. */
export const NAME_TASKS = {
  openIndex,
  screenQueries,
  compare,
  readNames,
  noticeMatches,
  listDiff,
  matchEntities,
  searchEntities,
  findEntity,
} as const;

/** Names that a new thread searches for before anybody asks: code that was never run is ten times as slow. */
const TRIED = 200;
let tried = false;

/** Opens an index in this thread, and what queries are understood by. */
async function openIndex(_reading: NameReading, { index: served }: { readonly index: ServedIndex }): Promise<void> {
  const { index } = openSharedIndex(served);
  loadCustomerColumns();
  queryOfEntity({ schema: 'Person', properties: { country: ['Russia'] } });
  for (let n = 0; n < index.parties && !tried; n += Math.ceil(index.parties / TRIED))
    index.search({ name: index.records.at(n).caption }, { limit: 5, threshold: 0.5 });
  tried = true;
}

/** Matches of each query as `screen` gives them, with what was decided about them. */
async function screenQueries(
  { store }: NameReading,
  given: { readonly index: ServedIndex; readonly queries: readonly NameQuery[]; readonly threshold: number; readonly limit: number },
): Promise<readonly (readonly JudgedMatch[])[]> {
  const { index } = openSharedIndex(given.index);
  return judgedSearch(store, async (queries, search) => queries.map((query) => index.search(query, search)), given.queries, given);
}

async function noticeMatches({ store }: NameReading, given: Parameters<typeof matchesOfNotices>[1]) {
  return matchesOfNotices(store, given);
}

async function compare(_reading: NameReading, { a, b }: { readonly a: NameQuery; readonly b: NameQuery }): Promise<Comparison> {
  return compareNames(a, b, openNameKnowledge());
}

/** Readings of names in Latin letters, in their order; null for those that are written so. */
async function readNames(_reading: NameReading, { names }: { readonly names: readonly string[] }): Promise<readonly (string | null)[]> {
  return names.map((name) => readingOfName(name, openNameKnowledge()));
}
