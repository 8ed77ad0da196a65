import { randomBytes, randomUUID } from 'node:crypto';
import { systemClock } from '../../capture/clock.ts';
import { createClient } from '../../fetch/client.ts';
import type { Config } from '../../model/config.ts';
import type { OpenHome } from '../home.ts';
import { openLogOfHome } from '../log-of-home.ts';
import { VERSION } from '../version.ts';
import { anchorDue, type AnchorOutcome } from './anchor-due.ts';

/** Signs the log and asks every authority, or the one of that name, that has not stamped its head. */
export async function askAuthorities(
  home: OpenHome,
  config: Config,
  signal: AbortSignal,
  name?: string,
): Promise<readonly AnchorOutcome[]> {
  const worker = { id: randomUUID(), pid: process.pid };
  await home.store.register(worker);
  const log = await openLogOfHome(home, config, worker);
  await log.keeper.signNow();
  const client = createClient({ version: VERSION, contact: config.fetch.contact || undefined });
  try {
    return await anchorDue(
      {
        store: home.store,
        client,
        clock: systemClock,
        worker,
        signal,
        nonce: () => randomBytes(16),
        checkpoint: () => log.folder.checkpoint(),
        everyMs: config.anchors.every,
      },
      name === undefined ? 'all' : { name },
    );
  } finally {
    client.close();
  }
}
