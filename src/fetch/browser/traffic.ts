import type { IncomingHttpHeaders } from 'node:http';

import type { Hop } from '../fetch-result.ts';

/** One request of the browser and what came back, byte for byte as our proxy exchanged it with the host. */
export interface Exchange extends Hop {
  readonly method: string;
  /** Why the response is not whole; absent where it is. */
  readonly cut?: 'length' | 'time' | 'disconnect';
  /** Of a WebSocket: bytes that passed each way behind the two heads, and were not kept. */
  readonly frames?: { readonly sentBytes: number; readonly receivedBytes: number };
}

/** A request that our proxy did not let out, or whose host could not be reached. */
export interface Refused {
  readonly url: string;
  readonly why: string;
}

/** A request that is under way. */
export interface Asked {
  readonly url: URL;
  /** What it brings may be the page's text, or bring that: a document, a script, what a script fetches. */
  readonly forText: boolean;
}

export interface TrafficLimits {
  /** Requests of one visit. */
  readonly requests: number;
  /** Largest body, as received. */
  readonly bodyBytes: number;
  /** All bodies together. */
  readonly totalBytes: number;
}

/** What one visit of a browser exchanges, and how much more it may. */
export class Traffic {
  readonly limits: TrafficLimits;
  readonly #exchanges: Exchange[] = [];
  readonly #refused: Refused[] = [];
  #requests = 0;
  #bytes = 0;
  readonly #underWay = new Set<Asked>();
  #lastMoveMs = performance.now();
  #closed = false;

  constructor(limits: TrafficLimits) {
    this.limits = limits;
  }

  /** In the order in which they ended. */
  get exchanges(): readonly Exchange[] {
    return this.#exchanges;
  }

  get refused(): readonly Refused[] {
    return this.#refused;
  }

  /** Milliseconds since anything began, moved or ended while nothing is under way; 0 while something is. */
  get quietMs(): number {
    return this.#underWay.size > 0 ? 0 : performance.now() - this.#lastMoveMs;
  }

  /** Milliseconds since anything began, moved or ended, though requests may still wait for an answer that never comes. */
  get stillMs(): number {
    return performance.now() - this.#lastMoveMs;
  }

  get underWay(): ReadonlySet<Asked> {
    return this.#underWay;
  }

  /** True while something is under way that may bring text. */
  get textUnderWay(): boolean {
    return [...this.#underWay].some(({ forText }) => forText);
  }

  /** Counts a request; a sentence where it may not go out. */
  begin(asked: Asked): string | undefined {
    const { url } = asked;
    this.#lastMoveMs = performance.now();
    if (url.href.length > LONGEST_URL) return `an address of ${url.href.length} characters`;
    if (this.#closed) return 'the visit is over';
    this.#requests += 1;
    if (this.#requests > this.limits.requests) return `more than ${this.limits.requests} requests in one visit`;
    if (this.#bytes >= this.limits.totalBytes) return `more than ${this.limits.totalBytes} bytes in one visit`;
    this.#underWay.add(asked);
    return undefined;
  }

  /** Counts bytes received; false where that was too much. */
  take(bytes: number): boolean {
    this.#lastMoveMs = performance.now();
    this.#bytes += bytes;
    return this.#bytes <= this.limits.totalBytes;
  }

  end(asked: Asked, exchange: Exchange | undefined): void {
    this.#underWay.delete(asked);
    this.#lastMoveMs = performance.now();
    if (exchange && !this.#closed) this.#exchanges.push(exchange);
  }

  refuse(url: string, why: string): void {
    // A page that asks for the same forbidden address for ever fills no memory.
    if (!this.#closed && this.#refused.length < MOST_REFUSED) this.#refused.push({ url: url.slice(0, 2000), why });
  }

  /** Nothing is recorded any more. */
  close(): void {
    this.#closed = true;
  }
}

/** Whether what a browser asks for with these headers may be text or bring it: no picture or other medium, and no stream of events, which never ends. To http the browser says only what it takes. */
export function isForText(headers: IncomingHttpHeaders): boolean {
  return !MEDIA.has(String(headers['sec-fetch-dest'])) && !/^(?:image\/|text\/event-stream)/.test(headers.accept ?? '');
}

const MEDIA: ReadonlySet<string> = new Set(['image', 'audio', 'video', 'track', 'font']);
const MOST_REFUSED = 500;
/** It stands in the header of a record, which readers bound. */
const LONGEST_URL = 16_384;
