import { availableParallelism } from 'node:os';
import type { ScreenIndex, SearchOptions } from '../../screen/index/screen-index.ts';
import type { NameKnowledge } from '../../screen/knowledge.ts';
import { openScreenWorkers, type ScreenWorkers } from '../customers/screen-workers.ts';

/** What a screening thread is given. The bytes lie in shared memory; the knowledge is copied, which takes a tenth of compiling it. */
export interface ThreadData {
  readonly bytes: Uint8Array;
  readonly knowledge: NameKnowledge;
  readonly search: SearchOptions;
}

const MOST_THREADS = 16;

/** Screens with so many threads; with one, in this thread. */
export function openScreeningThreads(index: ScreenIndex, search: SearchOptions, threads: number): ScreenWorkers {
  if (threads <= 1)
    return { threads: 1, screen: async (queries) => queries.map((query) => index.search(query, search)), close: async () => undefined };
  const file = new URL(import.meta.url.endsWith('.ts') ? './screen.worker.ts' : './screen.worker.js', import.meta.url);
  return openScreenWorkers(file, threads, { bytes: index.bytes, knowledge: index.knowledge, search } satisfies ThreadData);
}

/** As many as the machine has cores; for a small file one, since starting threads takes longer. `bytes` null: unknown. */
export function threadsFor(bytes: number | null): number {
  return bytes !== null && bytes < 200_000 ? 1 : Math.min(availableParallelism(), MOST_THREADS);
}
