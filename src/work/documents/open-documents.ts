import { MessageChannel, Worker, receiveMessageOnPort, type MessagePort } from 'node:worker_threads';
import type { DocumentKind, DocumentReader, DocumentText } from '../../read/documents/document-text.ts';
import type { DocumentThreadData } from './document-thread.ts';

export interface DocumentLimits {
  /** For one document, the start of the thread included. */
  readonly longestMs: number;
  readonly mostBytes: number;
  /** What the process may grow by while it is read: buffers are no part of a thread's heap, so that this alone bounds what a document unpacks to. */
  readonly mostGrowth: number;
  /** For all documents together; without bound where it is absent. */
  readonly totalMs?: number;
}

export const DOCUMENT_LIMITS: DocumentLimits = { longestMs: 20_000, mostBytes: 64 * 1024 * 1024, mostGrowth: 1024 * 1024 * 1024 };

/** How often it is looked whether memory grows. */
const LOOK_MS = 25;
const HEAP_MEGABYTES = 768;

interface Thread extends DocumentThreadData {
  readonly worker: Worker;
}

/**
 * Reads documents in a thread of their own, since strangers made them: what takes too long or too much memory ends that thread, and nothing else. The caller waits for it, as it does
 * for any other page that it reads; the thread begins with the first document.
 */
export function openDocuments(limits: DocumentLimits = DOCUMENT_LIMITS): DocumentReader {
  /** A visit reads the same bytes several times. */
  const known = new WeakMap<Uint8Array, DocumentText>();
  let thread: Thread | undefined;
  let spentMs = 0;
  const ask = (bytes: Uint8Array, kind: DocumentKind): DocumentText => {
    if (bytes.length > limits.mostBytes || spentMs >= (limits.totalMs ?? Number.POSITIVE_INFINITY)) return { unread: 'too much' };
    const { port, signal, worker } = (thread ??= start());
    Atomics.store(signal, 0, 0);
    const own = Uint8Array.from(bytes);
    port.postMessage({ bytes: own, kind }, [own.buffer]);
    const began = performance.now();
    waitFor(signal, limits);
    spentMs += performance.now() - began;
    const answer = receiveMessageOnPort(port)?.message as DocumentText | undefined;
    if (answer !== undefined) return answer;
    thread = undefined;
    void worker.terminate();
    return { unread: 'too much' };
  };
  return {
    textOf(bytes, kind) {
      let text = known.get(bytes);
      if (text === undefined) known.set(bytes, (text = ask(bytes, kind)));
      return text;
    },
  };
}

/** Until the thread has answered, or a limit is reached. */
function waitFor(signal: Int32Array, { longestMs, mostGrowth }: DocumentLimits): void {
  const before = process.memoryUsage.rss();
  for (let waited = 0; waited < longestMs; waited += LOOK_MS) {
    if (Atomics.wait(signal, 0, 0, LOOK_MS) !== 'timed-out') return;
    if (process.memoryUsage.rss() - before > mostGrowth) return;
  }
}

function start(): Thread {
  const { port1, port2 } = new MessageChannel();
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const file = new URL(`./document-thread${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);
  const data: { readonly port: MessagePort; readonly signal: Int32Array } = { port: port2, signal };
  // What the library prints is for nobody.
  const worker = new Worker(file, {
    workerData: data,
    transferList: [port2],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
  });
  // Whoever waits is answered when the time is over.
  worker.on('error', () => undefined);
  worker.unref();
  port1.unref();
  return { worker, port: port1, signal };
}
