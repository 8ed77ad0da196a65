import { DualwatchError } from '../model/errors.ts';
import type { Json } from '../model/canonical-json.ts';
import type { VisitPolicy } from '../model/notice.ts';
import type { Store } from '../store/port.ts';
import type { Client } from '../fetch/client.ts';
import type { FetchResult, PrivateAllowance } from '../fetch/fetch-result.ts';
import { hostKey } from '../fetch/host-key.ts';
import type { Clock } from './clock.ts';
import type { RobotsGate } from './robots-gate.ts';

export interface PageRequest {
  readonly url: string;
  readonly policy: Pick<VisitPolicy, 'robots' | 'robotsReason' | 'credentials' | 'paceMs'>;
  readonly allowPrivate: PrivateAllowance | undefined;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** The host whose start the caller has already taken. */
  readonly claimedHost: string;
  readonly signal?: AbortSignal;
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

/** One polite visit: robots.txt is asked before each hop, another host's pace is waited for, the rest is the client's. */
export function createPageFetcher(parts: { readonly client: Client; readonly robots: RobotsGate; readonly store: Pick<Store, 'takeStart'>; readonly clock: Clock; readonly random: () => number; readonly paceMs: number }): PageFetcher {
  const { client, clock } = parts;
  return { fetch };

  async function fetch(request: PageRequest): Promise<FetchedPage> {
    let extraStarts = 0;
    let crawlDelayMs = 0;
    let startedMs = clock.now();
    let robots: Json = { policy: request.policy.robots, decision: 'unasked' };
    let forbidden: string | null = null;
    const result = await client.get({
      url: request.url,
      etag: request.etag ?? undefined,
      lastModified: request.lastModified ?? undefined,
      credentials: request.policy.credentials,
      allowPrivate: request.allowPrivate,
      signal: request.signal,
      beforeHop: async (url, hop) => {
        const decision = await parts.robots.decide(url, request.allowPrivate);
        if (hop === 0) robots = { policy: request.policy.robots, reason: request.policy.robotsReason, decision: decision.allowed ? 'allowed' : 'forbidden', rule: decision.rule };
        extraStarts += decision.requests;
        crawlDelayMs = Math.max(crawlDelayMs, decision.crawlDelayMs);
        if (!decision.allowed && request.policy.robots === 'obey') {
          if (hop === 0) forbidden = decision.rule;
          throw new DualwatchError('robots-forbidden', `robots.txt of ${url.origin} forbids ${url.pathname} (${decision.rule})`);
        }
        if (decision.requests > 0) await wait(parts.paceMs);
        if (hop > 0) await paceHop(url, request.claimedHost);
        if (hop === 0) startedMs = clock.now();
      },
    });
    const asked = Math.max(request.policy.paceMs ?? 0, crawlDelayMs);
    return { result: forbidden === null ? result : null, forbidden, robots, startedMs, endedMs: clock.now(), extraStarts, paceMs: asked > 0 ? asked : null };

    async function paceHop(url: URL, claimed: string): Promise<void> {
      const host = hostKey(url.href);
      if (host === claimed) {
        extraStarts += 1;
        return;
      }
      for (let tries = 0; tries < 10; tries += 1) {
        const { waitMs } = await parts.store.takeStart({ host, now: clock.now(), paceMs: parts.paceMs, random: parts.random });
        if (waitMs === 0) return;
        await wait(Math.min(waitMs, 30_000));
      }
    }
  }
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
