import type { Command } from 'commander';
import type { Config } from '../model/config.ts';
import { configOf, openHome, type HomePaths, type OpenHome } from '../work/home.ts';
import type { Io } from './io.ts';

/** The home that a command works on, with the settings in force there. */
export interface Session {
  readonly paths: HomePaths;
  readonly config: Config;
  readonly home: OpenHome;
}

/** Home and settings from the command line, the environment and config.toml, without opening anything. */
export function settingsOf(command: Command, io: Io): { readonly paths: HomePaths; readonly config: Config } {
  const { home } = command.optsWithGlobals<{ home?: string }>();
  return configOf({ env: io.env, overrides: { home } });
}

/** Opens the home, runs, and closes it whatever happens. */
export async function withHome<Result>(
  command: Command,
  io: Io,
  options: { readonly create: boolean },
  run: (session: Session) => Promise<Result>,
): Promise<Result> {
  const { paths, config } = settingsOf(command, io);
  const home = await openHome(paths, options);
  try {
    return await run({ paths, config, home });
  } finally {
    await home.store.close();
  }
}
