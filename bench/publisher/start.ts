import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { PublisherOptions } from './serve.ts';

export interface PublisherCounts {
  readonly requests: number;
  readonly notModified: number;
  readonly bytes: number;
  /** Most requests open at one host at a time: 1 where the visitor keeps its pace. */
  readonly maxPerHost: number;
  readonly cpuMs: number;
}

export interface Publisher {
  readonly port: number;
  /** Counters since the last time, which this resets. */
  counts(): Promise<PublisherCounts>;
  /** From now on every page has another text. */
  nextVersion(): Promise<void>;
  stop(): void;
}

/** Starts the publisher in a process of its own, so that its memory and time are not the watcher's. */
export async function startPublisher(options: PublisherOptions): Promise<Publisher> {
  const child = fork(fileURLToPath(new URL('serve.ts', import.meta.url)), [JSON.stringify(options)]);
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  const ask = async (what: 'counts' | 'version'): Promise<PublisherCounts> => {
    child.send({ ask: what });
    const [answer] = (await once(child, 'message')) as [PublisherCounts];
    return answer;
  };
  return { port, counts: () => ask('counts'), nextVersion: async () => void (await ask('version')), stop: () => child.disconnect() };
}

/** The n-th loopback host: 127.1.0.1 and on. */
export function hostAt(n: number): string {
  return `127.${1 + Math.floor(n / 62_500)}.${Math.floor(n / 250) % 250}.${1 + (n % 250)}`;
}
