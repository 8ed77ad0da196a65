import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { configOf, openHome } from '../../src/work/home.ts';
import { makeHome } from './make-home.ts';

/** The home of so many notices that stands in this folder; it is made where it is not there. */
export async function keptHome(folder: string, notices: number): Promise<string> {
  const base = join(folder, `home-${notices}`);
  mkdirSync(folder, { recursive: true });
  if (existsSync(base)) return base;
  const under = `${base}.part`;
  rmSync(under, { recursive: true, force: true });
  const home = await openHome(configOf({ env: {}, overrides: { home: under } }).paths, { create: true });
  await makeHome(home, notices, (message) => console.log(message));
  await home.store.close();
  renameSync(under, base);
  return base;
}
