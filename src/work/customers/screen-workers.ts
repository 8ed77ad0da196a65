import { Worker, type MessagePort } from 'node:worker_threads';
import { DualwatchError } from '../../model/errors.ts';
import type { Match } from '../../model/match.ts';
import type { NameQuery } from '../../model/party.ts';
import { SCREENING_MEMORY } from '../screening/thread-memory.ts';
import type { ScreenBatch } from './screen-customers.ts';

export interface ScreenWorkers {
  readonly screen: ScreenBatch;
  readonly threads: number;
  close(): Promise<void>;
}

interface Question {
  readonly id: number;
  readonly queries: readonly NameQuery[];
}

type Answer = { readonly id: number; readonly results: readonly (readonly Match[])[] } | { readonly id: number; readonly message: string };

/**
 * Starts threads that screen batches; each loads `file`, which calls {@link answerScreening}. `data` is copied to each but for its
 * SharedArrayBuffers, which all share. A thread that dies fails the batches that it had, and all after it.
 */
export function openScreenWorkers(file: URL, threads: number, data: unknown): ScreenWorkers {
  const waiting = new Map<
    number,
    { resolve: (results: readonly (readonly Match[])[]) => void; reject: (error: unknown) => void; worker: number }
  >();
  const load = new Array<number>(threads).fill(0);
  let broken: DualwatchError | undefined;
  let closing = false;
  let id = 0;
  const workers = load.map((_, n) => {
    const worker = new Worker(file, { workerData: data, resourceLimits: SCREENING_MEMORY });
    worker.on('message', (answer: Answer) => {
      const asked = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (asked === undefined) return;
      load[asked.worker] = (load[asked.worker] ?? 1) - 1;
      if ('message' in answer) asked.reject(new DualwatchError('internal', answer.message));
      else asked.resolve(answer.results);
    });
    const died = (cause: unknown): void => {
      if (closing) return;
      broken ??= new DualwatchError('internal', `a screening thread ended: ${cause instanceof Error ? cause.message : String(cause)}`, {
        cause,
      });
      for (const [asked, { worker: of, reject }] of waiting) {
        if (of !== n) continue;
        waiting.delete(asked);
        reject(broken);
      }
    };
    worker.on('error', died);
    worker.on('exit', (code) => died(`exit code ${code}`));
    return worker;
  });
  return {
    threads,
    screen: (queries) =>
      new Promise((resolve, reject) => {
        if (broken !== undefined) return reject(broken);
        const least = load.indexOf(Math.min(...load));
        load[least] = (load[least] ?? 0) + 1;
        id += 1;
        waiting.set(id, { resolve, reject, worker: least });
        workers[least]?.postMessage({ id, queries } satisfies Question);
      }),
    async close() {
      closing = true;
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

/** The side of the thread: answers every batch with `screen`, in order. */
export function answerScreening(port: MessagePort, screen: (queries: readonly NameQuery[]) => readonly (readonly Match[])[]): void {
  port.on('message', ({ id, queries }: Question) => {
    let answer: Answer;
    try {
      answer = { id, results: screen(queries) };
    } catch (error) {
      answer = { id, message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
    port.postMessage(answer);
  });
}
