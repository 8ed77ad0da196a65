import { Worker } from 'node:worker_threads';
import type { Config } from '../../model/config.ts';
import { asDualwatchError } from '../../model/errors.ts';

/** A watcher in a thread of its own: whatever a visit costs, whoever else works in this process does not wait for it. */
export interface WatchThread {
  /** Lets the visits under way end, signs the log, and ends the thread. */
  stop(): Promise<void>;
}

export type WatchNote = { readonly level: 'info' | 'warn' | 'error'; readonly message: string };

/** A watcher that does not end by itself is ended. */
const STOP_WITHIN_MS = 20_000;
/** A watcher that failed begins again. */
const AGAIN_MS = 5000;

/** Watches the home until stopped; begins again where it fails. */
export function openWatchThread(home: string, config: Config, note: (level: WatchNote['level'], message: string) => void): WatchThread {
  let thread: Worker | undefined;
  let stopping = false;
  let again: NodeJS.Timeout | undefined;

  function start(): void {
    const file = new URL(import.meta.url.endsWith('.ts') ? './watch.worker.ts' : './watch.worker.js', import.meta.url);
    const made = new Worker(file, { workerData: { home, config } });
    thread = made;
    made.on('message', ({ level, message }: WatchNote) => note(level, message));
    made.on('error', (error) => note('error', `watching failed: ${asDualwatchError(error).message}`));
    made.on('exit', () => {
      if (thread === made) thread = undefined;
      if (!stopping) again = setTimeout(start, AGAIN_MS).unref();
    });
  }
  start();
  return {
    async stop() {
      stopping = true;
      clearTimeout(again);
      const running = thread;
      if (running === undefined) return;
      const ended = new Promise<void>((resolve) => running.once('exit', () => resolve()));
      running.postMessage('stop');
      const timer = setTimeout(() => void running.terminate(), STOP_WITHIN_MS);
      await ended;
      clearTimeout(timer);
    },
  };
}
