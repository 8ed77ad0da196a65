import { setTimeout as sleep } from 'node:timers/promises';
import { PutOff } from '../../capture/put-off.ts';
import { DualwatchError } from '../../model/errors.ts';
import { hostOf } from '../../model/host-of.ts';
import type { SourceId } from '../../model/ids.ts';
import type { Source } from '../../model/source.ts';
import type { Store } from '../../store/port.ts';
import type { LocalWatch } from '../local.ts';
import type { Visited } from '../visit-claim.ts';

export type CheckedSource = Extract<Visited, { kind: 'source' }>;

/** Whoever asks waits for the pace of a host, not for a hold of minutes or hours. */
const LONGEST_WAIT_MS = 60_000;
const LOOK_MS = 1000;

/** Checks one source now, paused or not, as the watcher would. Throws `not-found`, and `fetch-failed` where its host is held or our own connection is lost. */
export async function checkNow(local: LocalWatch, store: Store, { id, url }: Pick<Source, 'id' | 'url'>): Promise<CheckedSource> {
  for (;;) {
    const outcome = await local.visit(await claimWhenFree(local, store, { id, url }));
    if (outcome instanceof PutOff) throw outcome;
    if (outcome === 'offline')
      throw new DualwatchError('fetch-failed', `${url} could not be checked: the connection of this machine seems lost`);
    if (outcome !== 'later' && outcome.kind === 'source') return outcome;
  }
}

async function claimWhenFree(local: LocalWatch, store: Store, { id, url }: { readonly id: SourceId; readonly url: string }) {
  const { clock, random, config } = local.context;
  const began = clock.monotonic();
  for (;;) {
    const answer = await store.claimSource({
      worker: local.worker,
      now: clock.now(),
      id,
      paceMs: config.fetch.pace,
      random,
      leaseMs: local.leaseMs,
    });
    if ('claim' in answer) return answer.claim;
    if (answer.waitMs > LONGEST_WAIT_MS || clock.monotonic() - began > LONGEST_WAIT_MS)
      throw new PutOff(hostOf(url), clock.now(), answer.waitMs);
    await sleep(Math.min(Math.max(answer.waitMs, 10), LOOK_MS));
  }
}
