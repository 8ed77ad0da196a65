import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DualwatchError } from '../../src/model/errors.ts';
import { csvRecords } from './csv-rows.ts';

/** Folder of research data beside the checkout (`../shared`, or `DUALWATCH_SHARED`). */
export const SHARED = process.env['DUALWATCH_SHARED'] ?? fileURLToPath(new URL('../../../shared/', import.meta.url));

/** Text of a file under `data/names`. Throws `not-found` where it is absent. */
export function sharedNames(file: string): string {
  const path = join(SHARED, 'data/names', file);
  if (!existsSync(path))
    throw new DualwatchError('not-found', `no research data at ${path}; set DUALWATCH_SHARED to the folder that holds data/names`);
  return readFileSync(path, 'utf8');
}

/** Records of a CSV file under `data/names`. */
export function sharedRecords(file: string): Array<Readonly<Record<string, string>>> {
  return csvRecords(sharedNames(file));
}

/** Records of a file of JSON lines under `data/names`. */
export function sharedJsonLines(file: string): unknown[] {
  return sharedNames(file)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);
}
