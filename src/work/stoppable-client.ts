import type { Client } from '../fetch/client.ts';
import type { FetchRequest } from '../fetch/fetch-result.ts';
import { hostOf } from '../model/host-of.ts';
import type { Clock } from '../capture/clock.ts';
import { BrokenOff } from '../capture/put-off.ts';

/**
 * A client whose requests are broken off by `stop`. What was broken off says nothing of the page or its host: {@link BrokenOff} is thrown in place of a result, so
 * that nothing is recorded and the visit is due as it was.
 */
export function stoppableClient(client: Client, stop: AbortSignal, clock: Pick<Clock, 'now'>): Client {
  return {
    ...client,
    async get(request: FetchRequest) {
      const result = await client.get({ ...request, signal: request.signal ? AbortSignal.any([request.signal, stop]) : stop });
      if (stop.aborted && !result.ok && result.failure.kind === 'aborted') throw new BrokenOff(hostOf(request.url), clock.now());
      return result;
    },
  };
}
