import { Worker, type MessagePort, type ResourceLimits } from 'node:worker_threads';
import { asDualwatchError } from '../model/errors.ts';
import { endThread, tellsWhenLoaded } from './end-thread.ts';

/** Runs one piece of work in a thread of its own, again and again: what it has opened it keeps. */
export interface BackgroundThread {
  /** Resolves when the thread says that it is done. The thread begins with the first run; once closed none begins any more. */
  run(): Promise<void>;
  readonly begun: boolean;
  /** Ends the thread as it stands. */
  close(): Promise<void>;
}

export interface ThreadNote {
  readonly level: 'info' | 'warn';
  readonly message: string;
}

/** What a thread says: `loaded` first of all. It is told `run` and answers `done`. */
export type FromThread = ThreadNote | 'loaded' | 'done';

/** `file`: of the thread's module, without its ending. `failure`: how a note of its failure begins. */
export function openBackgroundThread(given: {
  readonly file: URL;
  readonly data: unknown;
  readonly limits?: ResourceLimits;
  readonly failure: string;
  readonly note: (level: ThreadNote['level'], message: string) => void;
}): BackgroundThread {
  const { data, limits, failure, note } = given;
  let worker: Worker | undefined;
  let closed = false;
  let finish = (): void => undefined;
  const start = (): Worker => {
    const file = new URL(`${given.file.href}${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`);
    const made = tellsWhenLoaded(new Worker(file, { workerData: data, ...(limits === undefined ? {} : { resourceLimits: limits }) }));
    made.on('message', (said: FromThread) => {
      if (said === 'done') finish();
      else if (said !== 'loaded') note(said.level, said.message);
    });
    made.on('error', (error: unknown) => note('warn', `${failure}: ${asDualwatchError(error).message}`));
    made.on('exit', () => {
      worker = undefined;
      finish();
    });
    return made;
  };
  return {
    get begun() {
      return worker !== undefined;
    },
    async run() {
      if (closed) return;
      worker ??= start();
      const done = new Promise<void>((resolve) => (finish = resolve));
      worker.postMessage('run');
      await done;
    },
    async close() {
      closed = true;
      await endThread(worker);
    },
  };
}

/** The side of the thread, once all is loaded: does its work each time it is told to. `failure` as above. */
export function workWhenTold(port: MessagePort | null, failure: string, work: () => Promise<unknown>): void {
  const say = (said: FromThread): void => port?.postMessage(said);
  say('loaded');
  port?.on('message', () => {
    void work()
      .catch((error: unknown) => say({ level: 'warn', message: `${failure}: ${asDualwatchError(error).message}` }))
      .finally(() => say('done'));
  });
}
