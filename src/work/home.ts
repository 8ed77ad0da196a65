import { mkdirSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { homeOf, loadConfig, type Config, type ConfigSources } from '../model/config.ts';
import { DualwatchError } from '../model/errors.ts';
import type { Store } from '../store/port.ts';
import { openSqliteStore } from '../store/sqlite/open.ts';
import { LogFolder } from '../evidence/log-folder.ts';
import { openLogKey, newLogName, readLogKey, type LogKey } from '../evidence/log-key.ts';
import { nodeFiles } from '../evidence/node-files.ts';
import { eraseForgotten } from './forget/erase-forgotten.ts';

/** Where things lie in a home; README, "One folder holds everything". */
export interface HomePaths {
  readonly home: string;
  readonly database: string;
  readonly log: string;
  readonly key: string;
  /** Of the key that signs packages of evidence; made at the first export. */
  readonly packageKey: string;
  readonly config: string;
}

export function homePaths(home: string): HomePaths {
  const path = resolve(home);
  return {
    home: path,
    database: join(path, 'dualwatch.db'),
    log: join(path, 'log'),
    key: join(path, 'log.key'),
    packageKey: join(path, 'package.key'),
    config: join(path, 'config.toml'),
  };
}

/** The settings in force for the home that the command line or the environment names. Throws `config`. */
export function configOf(sources: Pick<ConfigSources, 'env' | 'overrides'>): { readonly paths: HomePaths; readonly config: Config } {
  const paths = homePaths(homeOf(sources));
  const file = existsSync(paths.config) ? { path: paths.config, text: readFileSync(paths.config, 'utf8') } : undefined;
  return { paths, config: loadConfig({ ...sources, file }) };
}

export interface OpenHome {
  readonly paths: HomePaths;
  readonly store: Store;
}

/**
 * Opens the home. `create` is for commands that write; others throw `home-missing`, naming the folder they looked for, and leave no trace.
 * Throws `store-damaged` where the database is gone from beside its evidence.
 */
export async function openHome(paths: HomePaths, options: { readonly create: boolean }): Promise<OpenHome> {
  refuseLost(paths);
  if (!existsSync(paths.database)) {
    if (!options.create) {
      throw new DualwatchError(
        'home-missing',
        `There is no Dualwatch home in ${paths.home}: it has no dualwatch.db. Start one with "dualwatch source add <address>" or "dualwatch lists add <name>", or name another folder with --home or DUALWATCH_HOME.`,
      );
    }
    try {
      mkdirSync(paths.home, { recursive: true, mode: 0o700 });
    } catch (cause) {
      throw new DualwatchError(
        'input-unreadable',
        `The folder ${paths.home} cannot be made (${cause instanceof Error ? cause.message : String(cause)}). Name another with --home or DUALWATCH_HOME.`,
        { cause },
      );
    }
  }
  const store = await openSqliteStore(paths.database, { create: options.create });
  try {
    // A process that was killed while it forgot something leaves the rest to whoever comes next.
    await eraseForgotten(store, paths.home);
    return { paths, store };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** A database is made before anything is kept. Where it is gone or empty and evidence is there, another would be at odds with it for ever. */
function refuseLost({ home, database, log }: HomePaths): void {
  const size = statSync(database, { throwIfNoEntry: false })?.size;
  if (size !== undefined && size > 0) return;
  const beside = [log, join(home, 'captures')].filter((folder) => existsSync(folder) && readdirSync(folder).length > 0);
  if (beside.length === 0) return;
  throw new DualwatchError(
    'store-damaged',
    `${database} is ${size === undefined ? 'missing' : 'empty'}, and ${beside.join(' and ')} ${beside.length === 1 ? 'is' : 'are'} there: this home has lost its database, and none is made anew beside the evidence. Restore dualwatch.db from a backup; "dualwatch log verify" checks the files of log and captures without it. To begin another home, name another folder with --home or DUALWATCH_HOME.`,
  );
}

/** The log of a home with its signing key, made at first use. */
export async function openLog(paths: HomePaths, config: Config): Promise<{ readonly key: LogKey; readonly folder: LogFolder }> {
  const key = await openLogKey(nodeFiles, paths.key, () => config.log.origin || newLogName());
  return { key, folder: new LogFolder(nodeFiles, paths.log, key) };
}

/** The same for a reading command: undefined where nothing was ever signed. */
export async function findLog(paths: HomePaths): Promise<{ readonly key: LogKey; readonly folder: LogFolder } | undefined> {
  const key = await readLogKey(nodeFiles, paths.key);
  return key && { key, folder: new LogFolder(nodeFiles, paths.log, key) };
}
