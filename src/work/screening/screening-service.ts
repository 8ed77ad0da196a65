import { Worker } from 'node:worker_threads';
import { asDualwatchError, DualwatchError, type ErrorCode } from '../../model/errors.ts';
import type { Receipt } from '../../model/receipt.ts';
import type { Store } from '../../store/port.ts';
import { endThread, tellsWhenLoaded } from '../end-thread.ts';
import { openTaskThreads, type TaskThreads } from '../task-threads.ts';
import { currentStamp, screenedLists } from './index-file.ts';
import type { NAME_TASKS } from './name-tasks.ts';
import { SCREENING_MEMORY } from './thread-memory.ts';

/** What names are screened against now, for threads to share. */
export interface ServedIndex {
  readonly stamp: string;
  /** As {@link Screening.recipe}. */
  readonly recipe: string;
  readonly lists: Receipt['lists'];
  /** In shared memory: threads that are sent it read the same bytes. */
  readonly bytes: Uint8Array;
  /** Recipe of the knowledge that names were analysed by. */
  readonly knowledge: string;
  readonly parties: number;
  readonly names: number;
}

export type FromBuilder =
  | { readonly loaded: true }
  | { readonly note: string }
  | { readonly index: ServedIndex }
  | { readonly code: ErrorCode; readonly message: string };

/** The index of the lists for a process that goes on: built and renewed in the background, searched by threads of its own. */
export interface ScreeningService {
  /** Begins to open the index and keeps it level from then on; whoever asks for it begins that too. */
  begin(): void;
  /** Why names cannot be screened now; undefined where they can, or where the home has no list. */
  notReady(): string | undefined;
  /**
   * The index in force, or null where the home has no list. Waits for the first for some seconds. Throws `store-busy` where it is not there by then, and
   * what building it threw.
   */
  index(): Promise<ServedIndex | null>;
  /** Threads that search it. */
  readonly threads: Pick<TaskThreads<typeof NAME_TASKS>, 'ask'>;
  /** Lists, links or settings of lists may have changed: looks now. Resolves when the index is level with them. */
  renew(): Promise<void>;
  close(): Promise<void>;
}

export interface ScreeningServiceParts {
  readonly store: Pick<Store, 'lists' | 'partyLinks'>;
  readonly home: string;
  readonly threads: number;
  readonly note: (level: 'info' | 'warn' | 'error', message: string) => void;
  /** Time between two looks at whether lists have changed, and how long the first index is waited for. */
  readonly lookEveryMs?: number;
  readonly patienceMs?: number;
}

const LOOK_EVERY_MS = 2000;
const PATIENCE_MS = 15_000;
/** A question that takes longer is ended with its thread. */
const LONGEST_MS = 60_000;
/** A build that failed is tried again. */
const AGAIN_MS = 30_000;

/** Nothing is opened before it is begun. */
export function openScreeningService(parts: ScreeningServiceParts): ScreeningService {
  const { store, home, note } = parts;
  const threads = openTaskThreads<typeof NAME_TASKS>({
    file: new URL('name.worker', import.meta.url),
    data: { home },
    threads: parts.threads,
    longestMs: LONGEST_MS,
  });
  let current: ServedIndex | null | undefined;
  /** The home had no list, and the index of its first is being built. */
  let firstIsComing = false;
  let failure: DualwatchError | undefined;
  let closed = false;
  let looking: Promise<void> | undefined;
  let building: Worker | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function look(): Promise<void> {
    if (screenedLists(await store.lists()).length === 0) {
      [current, failure] = [null, undefined];
      firstIsComing = false;
      return;
    }
    if (current && (await currentStamp(store, { recipe: current.knowledge })) === current.stamp) return;
    firstIsComing = current === null;
    const made = await build();
    // Threads open it before anybody asks: a request does not wait for that.
    await Promise.all(Array.from({ length: parts.threads }, () => threads.ask('openIndex', { index: made })));
    [current, failure] = [made, undefined];
    firstIsComing = false;
  }

  function build(): Promise<ServedIndex> {
    const file = new URL(import.meta.url.endsWith('.ts') ? './build-index.worker.ts' : './build-index.worker.js', import.meta.url);
    const worker = tellsWhenLoaded(new Worker(file, { workerData: { home }, resourceLimits: SCREENING_MEMORY }));
    building = worker;
    return new Promise<ServedIndex>((resolve, reject) => {
      worker.on('message', (said: FromBuilder) => {
        if ('loaded' in said) return;
        if ('note' in said) note('info', said.note);
        else if ('index' in said) resolve(said.index);
        else reject(new DualwatchError(said.code, said.message));
      });
      worker.on('error', reject);
      worker.on('exit', () => reject(new DualwatchError('internal', 'the thread that builds the index of the lists ended')));
    }).finally(() => (building = undefined));
  }

  function lookOnce(): Promise<void> {
    looking ??= look()
      .catch((error: unknown) => {
        if (closed) return;
        failure = asDualwatchError(error);
        note('error', `names cannot be screened: ${failure.message}`);
      })
      .finally(() => {
        looking = undefined;
        if (closed) return;
        clearTimeout(timer);
        const waitMs = failure === undefined ? (parts.lookEveryMs ?? LOOK_EVERY_MS) : AGAIN_MS;
        timer = setTimeout(() => void lookOnce(), waitMs).unref();
      });
    return looking;
  }

  return {
    threads,
    begin: () => void lookOnce(),
    notReady() {
      if (current !== undefined) return undefined;
      return failure === undefined ? 'the index of the lists is being built' : `the index of the lists cannot be built: ${failure.message}`;
    },
    async index() {
      const isThere = (): boolean => current !== undefined && !(current === null && firstIsComing);
      if (!isThere()) {
        if (failure !== undefined && looking === undefined) throw failure;
        await within(lookOnce(), parts.patienceMs ?? PATIENCE_MS);
      }
      if (current !== undefined && isThere()) return current;
      throw failure ?? new DualwatchError('store-busy', 'the index of the lists is being built; ask again in a while');
    },
    async renew() {
      // A look that is under way may have begun before the change.
      await looking;
      await lookOnce();
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await endThread(building);
      await looking;
      await threads.close();
    },
  };
}

async function within(work: Promise<void>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)));
  await Promise.race([work, late]);
  clearTimeout(timer);
}
