import { Worker, type MessagePort } from 'node:worker_threads';
import { endThread, tellsWhenLoaded } from './end-thread.ts';
import { asDualwatchError, DualwatchError, ERROR_KINDS, type ErrorCode } from '../model/errors.ts';

type AnyTasks = Readonly<Record<string, (context: never, given: never) => Promise<unknown>>>;

/** Threads that do named tasks, each with what it has opened. */
export interface TaskThreads<Tasks extends AnyTasks> {
  /** Asks the thread that has least to do. Throws what the task throws; `too-many-requests` where very many wait; the signal's reason where it is aborted. */
  ask<Name extends keyof Tasks & string>(
    name: Name,
    given: Parameters<Tasks[Name]>[1],
    signal?: AbortSignal,
  ): Promise<Awaited<ReturnType<Tasks[Name]>>>;
  /** Starts all threads now, so that nobody waits for them later. */
  start(): void;
  close(): Promise<void>;
}

interface Question {
  readonly id: number;
  readonly name: string;
  readonly given: unknown;
}

type Answer =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly code: ErrorCode; readonly message: string };

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** More than that wait only where a client asks without end. */
const MOST_WAITING = 2000;
export interface TaskThreadsOptions {
  /** Of the threads' module, without its ending; it calls {@link answerTasks}. */
  readonly file: URL;
  readonly data: unknown;
  readonly threads: number;
  /** A task that takes longer is ended with its thread. */
  readonly longestMs: number;
}

/** Threads begin when they are first needed; one that dies fails what it was asked and is replaced. */
export function openTaskThreads<Tasks extends AnyTasks>(options: TaskThreadsOptions): TaskThreads<Tasks> {
  const lanes = Array.from({ length: options.threads }, () => openLane(options));
  return {
    async ask(name, given, signal) {
      signal?.throwIfAborted();
      const least = lanes.reduce((best, lane) => (lane.load() < best.load() ? lane : best));
      if (least.load() * lanes.length >= MOST_WAITING)
        throw new DualwatchError('too-many-requests', 'the server has more to do than it can; ask again in a while');
      return (await least.ask(name, given, signal)) as never;
    },
    start: () => lanes.forEach((lane) => lane.start()),
    async close() {
      await Promise.all(lanes.map((lane) => lane.close()));
    },
  };
}

/** The side of the thread: does what it is asked by name, several tasks at once where they wait for something. */
export function answerTasks<Context>(
  port: MessagePort | null,
  context: Context,
  tasks: Readonly<Record<string, (context: Context, given: never) => Promise<unknown>>>,
): void {
  port?.on(
    'message',
    ({ id, name, given }: Question) => void answer(id, name, given).then((said) => port.postMessage(said, bytesIn(said))),
  );

  // Nobody has asked that: it says that everything is loaded.
  port?.postMessage({ id: 0, result: null } satisfies Answer);

  async function answer(id: number, name: string, given: unknown): Promise<Answer> {
    try {
      return { id, result: await tasks[name]?.(context, given as never) };
    } catch (error) {
      const { code, message, cause } = asDualwatchError(error);
      return { id, code, message: code === 'internal' && cause instanceof Error ? (cause.stack ?? message) : message };
    }
  }
}

/** Bytes of an answer (see `readers/json-bytes.ts`), which are handed over and not copied. */
function bytesIn(answer: Answer): ArrayBuffer[] {
  if (!('result' in answer) || typeof answer.result !== 'object' || answer.result === null) return [];
  return Object.values(answer.result).flatMap((part: unknown) => {
    const bytes = typeof part === 'object' && part !== null && 'bytes' in part ? part.bytes : undefined;
    return bytes instanceof Uint8Array && bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength
      ? [bytes.buffer]
      : [];
  });
}

function openLane({ file: module, data, longestMs }: TaskThreadsOptions) {
  /** Of the thread that answers now; one that ends takes its own along. */
  let waiting = new Map<number, Waiting>();
  let thread: Worker | undefined;
  let closed = false;
  let lastId = 0;

  function start(): Worker {
    const file = new URL(`${module.href}${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`);
    const made = tellsWhenLoaded(new Worker(file, { workerData: data }));
    const own = new Map<number, Waiting>();
    waiting = own;
    let cause: unknown;
    made.on('message', (answer: Answer) => {
      const asked = own.get(answer.id);
      own.delete(answer.id);
      if ('code' in answer) asked?.reject(new DualwatchError(answer.code in ERROR_KINDS ? answer.code : 'internal', answer.message));
      else asked?.resolve(answer.result);
    });
    made.on('error', (error: unknown) => void (cause = error));
    made.on('exit', () => {
      if (thread === made) thread = undefined;
      // Whoever asked for something else meanwhile may ask again.
      const ended = cause ?? new DualwatchError('store-busy', 'the thread that worked on this had to end; ask again');
      for (const { reject } of own.values()) reject(ended);
      own.clear();
    });
    made.unref();
    return made;
  }

  return {
    load: () => waiting.size,
    start(): void {
      if (!closed) thread ??= start();
    },
    ask(name: string, given: unknown, signal: AbortSignal | undefined): Promise<unknown> {
      if (closed) return Promise.reject(new DualwatchError('store-busy', 'the server is stopping'));
      const asked = (thread ??= start());
      const own = waiting;
      const id = (lastId += 1);
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          own.get(id)?.reject(new DualwatchError('input-too-large', `this took longer than ${longestMs / 1000} s; ask for less`));
          own.delete(id);
          // What is asked from now on is asked of another.
          if (thread === asked) thread = undefined;
          void endThread(asked);
        }, longestMs);
        const end = (): void => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', gone);
        };
        // Nobody waits any more; what does not end is ended all the same.
        const gone = (): void => reject(signal?.reason as Error);
        signal?.addEventListener('abort', gone, { once: true });
        own.set(id, {
          resolve: (result) => (end(), resolve(result)),
          reject: (error: unknown) => (end(), reject(error instanceof Error ? error : new DualwatchError('internal', String(error)))),
        });
        asked.postMessage({ id, name, given } satisfies Question);
      });
    },
    async close(): Promise<void> {
      closed = true;
      await endThread(thread);
    },
  };
}
