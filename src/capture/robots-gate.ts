import type { Store } from '../store/port.ts';
import type { Proxy } from '../model/proxy.ts';
import type { Client } from '../fetch/client.ts';
import type { Failure, PrivateAllowance } from '../fetch/fetch-result.ts';
import { decideRobots, interpretRobotsResponse, robotsRequest, type RobotsDecision } from '../fetch/robots.ts';
import type { Clock } from './clock.ts';

export interface RobotsAnswer {
  readonly decision: RobotsDecision;
  /** True where robots.txt had to be fetched: one start at its host. */
  readonly fetched: boolean;
  /** The host did not answer at all, or may not be asked: not a matter of robots.txt. */
  readonly failure?: Failure;
}

export interface RobotsGate {
  /** Whether robots.txt of an address's origin allows it; fetched once a day at most, for all processes of a home. */
  decide(url: URL, allowPrivate: PrivateAllowance | undefined, proxy?: Proxy): Promise<RobotsAnswer>;
}

export function createRobotsGate(parts: {
  readonly store: Pick<Store, 'robots' | 'putRobots'>;
  readonly client: Client;
  readonly clock: Clock;
}): RobotsGate {
  const { store, client, clock } = parts;
  return {
    async decide(url, allowPrivate, proxy) {
      const known = await store.robots(url.origin);
      if (known !== undefined && known.expiresAt > clock.now())
        return { decision: decideRobots(known, url, client.userAgent), fetched: false };
      const result = await client.get({ ...robotsRequest(url), allowPrivate, proxy });
      const record = interpretRobotsResponse(url.origin, result, clock.now());
      const decision = decideRobots(record, url, client.userAgent);
      // A host that cannot be reached is a matter of the connection; nothing is known of its rules, so nothing is kept.
      // The same where our own rules shut the address: another source may open it.
      if (!result.ok && (result.failure.lost === 'host' || result.failure.kind === 'address-forbidden'))
        return { decision, fetched: true, failure: result.failure };
      await store.putRobots(record);
      return { decision, fetched: true };
    },
  };
}
