import { DualwatchError } from '../model/errors.ts';
import type { Json } from '../model/canonical-json.ts';
import type { VisitPolicy } from '../model/notice.ts';
import type { Store } from '../store/port.ts';
import type { Client } from '../fetch/client.ts';
import type { Failure, FetchResult, PrivateAllowance } from '../fetch/fetch-result.ts';
import { hostOf } from '../model/host-of.ts';
import type { Limits } from '../fetch/limits.ts';
import { PutOff, waitUnlessStopped } from './put-off.ts';
import type { Clock } from './clock.ts';
import type { RobotsGate } from './robots-gate.ts';

export interface PageRequest {
  readonly url: string;
  readonly policy: Pick<VisitPolicy, 'robots' | 'robotsReason' | 'credentials' | 'paceMs' | 'proxy'>;
  readonly allowPrivate: PrivateAllowance | undefined;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** The host whose start the caller has already taken, and that is held for it; null where there is none. */
  readonly claimedHost: string | null;
  /** A request of the same visit beside its first: it waits for the pace as a redirect does. */
  readonly beside?: boolean;
  readonly signal?: AbortSignal;
  /** Tighter than those of the settings. */
  readonly limits?: Partial<Limits>;
}

export interface FetchedPage {
  /** Null where robots.txt forbade the address itself. */
  readonly result: FetchResult | null;
  /** Why robots.txt forbids it, or null. */
  readonly forbidden: string | null;
  /** The decision, as it goes into the capture. */
  readonly robots: Json;
  readonly startedMs: number;
  readonly endedMs: number;
  /** Requests at the claimed host beyond the first. */
  readonly extraStarts: number;
  /** Slower pace asked for by the source or by robots.txt, or null. */
  readonly paceMs: number | null;
}

export interface PageFetcher {
  fetch(request: PageRequest): Promise<FetchedPage>;
}

export interface PageFetcherParts {
  readonly client: Client;
  readonly robots: RobotsGate;
  readonly store: Pick<Store, 'takeStart'>;
  readonly clock: Clock;
  readonly random: () => number;
  readonly paceMs: number;
  /** Breaks off what waits for the pace of a host. */
  readonly stop?: AbortSignal;
}

/** One polite visit: robots.txt is asked before each hop, another host's pace is waited for, the rest is the client's. */
export function createPageFetcher(parts: PageFetcherParts): PageFetcher {
  return { fetch: (request) => new PoliteVisit(parts, request).run() };
}

class PoliteVisit {
  readonly #parts: PageFetcherParts;
  readonly #request: PageRequest;
  #startedMs: number;
  #extraStarts = 0;
  #crawlDelayMs = 0;
  #robots: Json;
  #forbidden: string | null = null;
  #unreached: Failure | null = null;

  constructor(parts: PageFetcherParts, request: PageRequest) {
    this.#parts = parts;
    this.#request = request;
    this.#startedMs = parts.clock.now();
    const { robots: policy, robotsReason: reason } = request.policy;
    this.#robots = policy === 'ignore' ? { policy, reason } : { policy };
  }

  async run(): Promise<FetchedPage> {
    const { url, etag, lastModified, allowPrivate, signal, policy, limits } = this.#request;
    const result = await this.#parts.client.get({
      url,
      etag: etag ?? undefined,
      lastModified: lastModified ?? undefined,
      credentials: policy.credentials,
      allowPrivate,
      proxy: policy.proxy,
      signal,
      limits,
      beforeHop: (next, hop) => this.#beforeHop(next, hop),
    });
    const asked = Math.max(policy.paceMs ?? 0, this.#crawlDelayMs);
    return {
      result:
        this.#forbidden !== null
          ? null
          : this.#unreached === null
            ? result
            : { ok: false, hops: result.hops, finalUrl: result.finalUrl, failure: this.#unreached },
      forbidden: this.#forbidden,
      robots: this.#robots,
      startedMs: this.#startedMs,
      endedMs: this.#parts.clock.now(),
      extraStarts: this.#extraStarts,
      paceMs: asked > 0 ? asked : null,
    };
  }

  async #beforeHop(url: URL, hop: number): Promise<void> {
    if (hop > 0 || this.#request.claimedHost === null || this.#request.beside === true) await this.#takeStart(url);
    if (this.#request.policy.robots === 'obey') await this.#askRobots(url, hop);
    if (hop === 0) this.#startedMs = this.#parts.clock.now();
  }

  async #askRobots(url: URL, hop: number): Promise<void> {
    const { decision, fetched, failure } = await this.#parts.robots.decide(url, this.#request.allowPrivate, this.#request.policy.proxy);
    if (hop === 0) this.#robots = { policy: 'obey', decision: decision.allowed ? 'allowed' : 'forbidden', why: decision.reason };
    if (failure) this.#unreached = failure;
    else if (!decision.allowed && hop === 0) this.#forbidden = decision.reason;
    if (failure || !decision.allowed) throw new DualwatchError('robots-forbidden', decision.reason);
    this.#crawlDelayMs = Math.max(this.#crawlDelayMs, decision.crawlDelayMs ?? 0);
    // robots.txt was a start at this host: the page needs one of its own.
    if (fetched) await this.#takeStart(url);
  }

  /** Waits for the next start at the host of a hop. Throws {@link PutOff} where the host is held, or the program stops. */
  async #takeStart(url: URL): Promise<void> {
    const { store, clock, paceMs, random } = this.#parts;
    const host = hostOf(url.href);
    if (host === this.#request.claimedHost) {
      // Nobody else starts there while the claim holds; the store counts these starts when the visit is recorded.
      this.#extraStarts += 1;
      await this.#wait(Math.max(paceMs, this.#request.policy.paceMs ?? 0, this.#crawlDelayMs), host);
      return;
    }
    const { waitMs } = await store.takeStart({ host, now: clock.now(), paceMs, random });
    if (waitMs > LONGEST_WAIT_MS) throw new PutOff(host, clock.now(), waitMs);
    if (waitMs > 0) await this.#wait(waitMs, host);
  }

  #wait(ms: number, host: string): Promise<void> {
    const { clock, stop } = this.#parts;
    return waitUnlessStopped(ms, host, clock.now, stop, this.#request.signal);
  }
}

/** A visit waits for the pace of another host, not for its hold. */
const LONGEST_WAIT_MS = 15_000;
