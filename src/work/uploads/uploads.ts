import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { isoTime, type Clock } from '../../capture/clock.ts';
import { DualwatchError, type ErrorCode } from '../../model/errors.ts';
import { endThread, tellsWhenLoaded } from '../end-thread.ts';
import { SCREENING_MEMORY } from '../screening/thread-memory.ts';
import { readJob, resultsFile, safeName, sentFile, writeJob, type AskedOfUpload, type UploadJob } from './upload-job.ts';

export type FromUpload =
  | { readonly loaded: true }
  | { readonly note: string }
  | { readonly rows: number; readonly hits: number; readonly share: number }
  | { readonly receipt: string; readonly rows: number; readonly hits: number }
  | { readonly code: ErrorCode; readonly message: string };

/** Files of customers that somebody sends, screened one after another, whoever waits for them. */
export interface Uploads {
  /** Takes a file in and puts it in line. Throws `input-too-large`, `too-many-requests`; of a sender who goes away nothing is left. */
  receive(
    sent: AsyncIterable<Uint8Array>,
    given: { readonly name: string; readonly by: string; readonly asked: AskedOfUpload },
  ): Promise<UploadJob>;
  /** The newest first. */
  list(): Promise<readonly UploadJob[]>;
  /** Throws `not-found`. */
  job(id: string): Promise<UploadJob>;
  /** Where the results lie. Throws `not-found`, and `conflict` while they are not whole. */
  results(id: string): Promise<string>;
  /** Stops it where it runs, and removes all of it. Throws `not-found`. */
  remove(id: string): Promise<void>;
  /** Goes on with what an earlier run left, and removes what is old. */
  begin(): void;
  /** Once nothing is half removed, and nothing runs. */
  close(): Promise<void>;
}

/** Largest file that is taken. */
export const MOST_UPLOAD_BYTES = 1024 ** 3;
const MOST_JOBS = 100;
/** Files that come at the same time. */
const MOST_AT_ONCE = 8;
const KEPT_MS = 24 * 3_600_000;
const SWEEP_MS = 600_000;
const MOST_NOTES = 50;

export function openUploads(parts: {
  readonly home: string;
  readonly clock: Pick<Clock, 'now'>;
  readonly note: (level: 'info' | 'warn' | 'error', message: string) => void;
  /** A run has recorded its receipt. */
  readonly onRecorded: () => void;
  readonly mostBytes?: number;
}): Uploads {
  const { home, clock, note } = parts;
  const root = join(home, 'uploads');
  const mostBytes = parts.mostBytes ?? MOST_UPLOAD_BYTES;
  const folderOf = (id: string): string => join(root, id);
  let running: { readonly id: string; readonly worker: Worker } | undefined;
  /** As far as those came that were begun here: their files say only where they began and ended. */
  const begun = new Map<string, UploadJob>();
  let receiving = 0;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  /** What is old is being removed. */
  let sweeping: Promise<void> = Promise.resolve();

  async function all(): Promise<readonly UploadJob[]> {
    const jobs: UploadJob[] = [];
    for (const id of await readdir(root).catch(() => [])) {
      const found = await readJob(folderOf(id));
      if (found !== undefined) jobs.push(begun.get(id) ?? found);
    }
    return jobs.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  }

  async function required(id: string): Promise<UploadJob> {
    const found = /^[0-9a-f-]{36}$/.test(id) ? await readJob(folderOf(id)) : undefined;
    if (found === undefined) throw new DualwatchError('not-found', 'there is no such upload, or it was removed');
    return begun.get(id) ?? found;
  }

  /** Runs the oldest that waits, and then the next. */
  async function runNext(): Promise<void> {
    if (running !== undefined || closed) return;
    const waiting = (await all()).findLast(({ state }) => state === 'waiting' || state === 'running');
    // Somebody else may have begun one meanwhile.
    if (waiting === undefined || running !== undefined || closed) return;
    run(waiting);
  }

  function run(job: UploadJob): void {
    const folder = folderOf(job.id);
    const file = new URL(import.meta.url.endsWith('.ts') ? './upload.worker.ts' : './upload.worker.js', import.meta.url);
    const worker = tellsWhenLoaded(new Worker(file, { workerData: { home, folder, job }, resourceLimits: SCREENING_MEMORY }));
    running = { id: job.id, worker };
    let now: UploadJob = { ...job, state: 'running' };
    begun.set(job.id, now);
    const change = (part: Partial<UploadJob>): void => {
      now = { ...now, ...part };
      begun.set(now.id, now);
    };
    const failed = (code: string, message: string): void => change({ state: 'failed', error: { code, message } });
    worker.on('message', (said: FromUpload) => {
      if ('loaded' in said) return;
      if ('note' in said) change({ notes: [...now.notes, said.note].slice(0, MOST_NOTES) });
      else if ('code' in said) failed(said.code, said.message);
      else if ('receipt' in said) {
        change({ state: 'done', receipt: said.receipt, rows: said.rows, hits: said.hits, share: 1 });
        parts.onRecorded();
      } else change(said);
    });
    worker.on('error', (error: unknown) => {
      note('error', `an upload cannot be screened: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      failed('internal', 'Dualwatch made a mistake; its log says more');
    });
    worker.on('exit', () => {
      const ended = async (): Promise<void> => {
        // One that was stopped with the server goes on when it begins again.
        if (now.state === 'running' && !closed) failed('internal', 'the thread that screened it ended');
        if (now.state !== 'running' && (await readJob(folder)) !== undefined) await writeJob(folder, now);
      };
      void ended()
        .catch((error: unknown) => note('error', `an upload cannot be noted: ${String(error)}`))
        .finally(() => {
          running = undefined;
          void runNext();
        });
    });
  }

  async function remove(id: string): Promise<void> {
    if (running?.id === id) await endThread(running.worker);
    await rm(folderOf(id), { recursive: true, force: true });
    begun.delete(id);
  }

  async function sweep(): Promise<void> {
    const now = isoTime(clock.now());
    for (const job of await all()) if (job.expiresAt <= now) await remove(job.id);
    // Of a sender who was there when the server was killed.
    for (const id of await readdir(root).catch(() => [])) {
      const folder = folderOf(id);
      if ((await readJob(folder)) !== undefined) continue;
      const found = await stat(folder).catch(() => undefined);
      if (found !== undefined && clock.now() - found.mtimeMs > KEPT_MS) await rm(folder, { recursive: true, force: true });
    }
  }

  return {
    async receive(sent, { name: given, by, asked }) {
      if (receiving >= MOST_AT_ONCE)
        throw new DualwatchError('too-many-requests', `${MOST_AT_ONCE} files are being sent already; ask again in a while`);
      if ((await all()).length + receiving >= MOST_JOBS)
        throw new DualwatchError('too-many-requests', `${MOST_JOBS} uploads are kept already; remove some, or wait until they are`);
      const now = clock.now();
      const id = randomUUID();
      const folder = folderOf(id);
      const name = safeName(given);
      const path = sentFile(folder, { name });
      let bytes = 0;
      receiving += 1;
      try {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        const file = await open(path, 'wx', 0o600);
        try {
          for await (const chunk of sent) {
            bytes += chunk.length;
            if (bytes > mostBytes)
              throw new DualwatchError(
                'input-too-large',
                `the file has more than ${mostBytes} bytes; send it in parts, or screen it on the server`,
              );
            await file.write(chunk);
          }
        } finally {
          await file.close();
        }
        if (bytes === 0) throw new DualwatchError('input-malformed', 'the body is empty: send the file of customers as the body');
        const job: UploadJob = {
          id,
          name,
          by,
          bytes,
          asked,
          state: 'waiting',
          error: null,
          receipt: null,
          rows: 0,
          hits: 0,
          share: 0,
          notes: [],
          createdAt: isoTime(now),
          expiresAt: isoTime(now + KEPT_MS),
        };
        await writeJob(folder, job);
        void runNext();
        return job;
      } catch (error) {
        await rm(folder, { recursive: true, force: true });
        throw error;
      } finally {
        receiving -= 1;
      }
    },
    list: all,
    job: required,
    async results(id) {
      const job = await required(id);
      if (job.state === 'failed') throw new DualwatchError('conflict', `this upload could not be screened: ${job.error?.message ?? ''}`);
      if (job.state !== 'done')
        throw new DualwatchError('conflict', 'this upload is not screened yet; ask again in a while', { retry: 'later' });
      return resultsFile(folderOf(id), job);
    },
    async remove(id) {
      await required(id);
      await remove(id);
    },
    begin() {
      const again = (): void => {
        sweeping = sweeping
          .then(sweep)
          .then(runNext)
          .catch((error: unknown) => note('warn', `uploads cannot be looked through: ${String(error)}`));
      };
      timer = setInterval(again, SWEEP_MS).unref();
      again();
    },
    async close() {
      closed = true;
      clearInterval(timer);
      await sweeping;
      await endThread(running?.worker);
    },
  };
}
