import { randomUUID } from 'node:crypto';
import { systemClock, type Clock } from '../../capture/clock.ts';
import { createClient } from '../../fetch/client.ts';
import type { Config } from '../../model/config.ts';
import type { Channels } from '../../share/channel.ts';
import type { OpenHome } from '../home.ts';
import { VERSION } from '../version.ts';
import { openAlerting } from './alerting.ts';

/** Ways to receivers over a client that is there already. */
export function channelsOf(config: Config, client: Channels['client'], clock: Clock = systemClock): Channels {
  const { server, from } = config.mail;
  return { client, mail: server === '' || from === '' ? null : { url: server, from }, now: () => clock.now() };
}

/** Runs `act` with ways to receivers, and closes them whatever happens. */
export async function withChannels<Result>(config: Config, act: (channels: Channels) => Promise<Result>): Promise<Result> {
  const client = createClient({ version: VERSION, contact: config.fetch.contact || undefined });
  try {
    return await act(channelsOf(config, client));
  } finally {
    client.close();
  }
}

/** For a command that changed notices without a visit: tells the receivers, once; what fails waits for the watcher. */
export async function tellOfChanges({ store }: OpenHome, config: Config, note: (message: string) => void): Promise<void> {
  if ((await store.alerts.freshChanges(0, 1, '')).length === 0) return;
  const worker = { id: randomUUID(), pid: process.pid };
  await store.register(worker);
  await withChannels(config, (channels) =>
    openAlerting({ store, channels, worker, random: Math.random, note: (_level, message) => note(message) }).settle(),
  );
}
