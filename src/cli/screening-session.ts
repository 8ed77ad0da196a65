import type { Command } from 'commander';
import { asDualwatchError } from '../model/errors.ts';
import { systemClock, type Clock } from '../capture/clock.ts';
import { createClient, type Client } from '../fetch/client.ts';
import { openLogOfHome } from '../work/log-of-home.ts';
import { VERSION } from '../work/version.ts';
import type { Store } from '../store/port.ts';
import type { Io } from './io.ts';
import type { Config } from '../model/config.ts';
import { settingsOf, withHome } from './session.ts';

/** What commands of screening work with. */
export interface ScreeningSession {
  readonly store: Store;
  readonly home: string;
  readonly clock: Clock;
  readonly client: Client;
  readonly signal: AbortSignal;
  readonly note: (message: string) => void;
}

/** Opens the home, runs, and brings the log level with what was recorded, whatever happens. `writes` false leaves the log alone. */
export async function withScreening<Result>(
  command: Command,
  io: Io,
  options: { readonly create: boolean; readonly writes: boolean },
  run: (session: ScreeningSession) => Promise<Result>,
): Promise<Result> {
  return withHome(command, io, { create: options.create }, async ({ home, config, paths }) => {
    const client = clientOf(config);
    const note = (message: string): void => io.note(message);
    try {
      return await run({ store: home.store, home: paths.home, clock: systemClock, client, signal: io.signal, note });
    } finally {
      client.close();
      if (options.writes) {
        const log = await openLogOfHome(home, config, undefined, systemClock, note);
        await log.keeper.catchUp().catch((error: unknown) => note(`the log cannot be signed now: ${asDualwatchError(error).message}`));
      }
    }
  });
}

/** Runs with a client before there is a home. */
export async function withClient<Result>(command: Command, io: Io, run: (client: Client) => Promise<Result>): Promise<Result> {
  const client = clientOf(settingsOf(command, io).config);
  try {
    return await run(client);
  } finally {
    client.close();
  }
}

function clientOf({ fetch }: Config): Client {
  return createClient({
    version: VERSION,
    contact: fetch.contact || undefined,
    limits: { connectMs: fetch.connectTimeout, headerBytes: fetch.maxHeaders },
  });
}
