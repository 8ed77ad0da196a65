import { existsSync } from 'node:fs';
import type { Config } from '../../model/config.ts';
import { DualwatchError } from '../../model/errors.ts';
import { isLoopback } from '../../model/is-loopback.ts';
import { openSqliteStore } from '../../store/sqlite/open.ts';
import type { HomePaths } from '../../work/home.ts';

/**
 * Refuses to serve others as long as nobody can log in, before anything is opened, made or asked. Reading the database waits for no other process. A proxy before the
 * server (`server.publicUrl`) opens it to others as well. Throws `config` with the command that makes an administrator.
 */
export async function refuseOpen(paths: HomePaths, { server }: Config, host: string): Promise<void> {
  const publicHost = server.publicUrl === '' ? undefined : new URL(server.publicUrl).hostname;
  const open = isLoopback(host) ? publicHost : host;
  if (open === undefined || isLoopback(open)) return;
  if (await hasAdmin(paths)) return;
  throw new DualwatchError(
    'config',
    `${open} is open to other machines, and nobody can log in yet. Make an administrator first: dualwatch users add <mail> --role admin`,
  );
}

/** A home that an older version has written has no accounts. */
async function hasAdmin({ database }: HomePaths): Promise<boolean> {
  if (!existsSync(database)) return false;
  let store;
  try {
    store = await openSqliteStore(database, { readonly: true });
  } catch (error) {
    if (error instanceof DualwatchError && error.code === 'store-damaged') return false;
    throw error;
  }
  try {
    return await store.accounts.hasAdmin();
  } finally {
    await store.close();
  }
}
