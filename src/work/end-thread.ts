import type { Worker } from 'node:worker_threads';

const loaded = new WeakSet<Worker>();
/** A thread that has said nothing by then is ended all the same. */
const PATIENCE_MS = 15_000;

/** Says of a new thread that its first message means: all that it needs is loaded. To be told of before it can have sent one. */
export function tellsWhenLoaded(worker: Worker): Worker {
  worker.once('message', () => void loaded.add(worker));
  return worker;
}

/**
 * Ends a thread as it stands, but never while it loads: where a native module (the database) is being registered in a thread that is ended, Node ends the
 * whole process.
 */
export async function endThread(worker: Worker | undefined): Promise<void> {
  if (worker === undefined) return;
  if (!loaded.has(worker)) {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, PATIENCE_MS);
      const go = (): void => {
        clearTimeout(timer);
        resolve();
      };
      worker.once('message', go);
      worker.once('error', go);
      worker.once('exit', go);
      // It may have ended before anybody listened.
      if (worker.threadId === -1) go();
    });
  }
  await worker.terminate();
}
