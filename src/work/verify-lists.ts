import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '../model/canonical-json.ts';
import { sha256, type Digest } from '../model/digest.ts';
import { asDualwatchError } from '../model/errors.ts';
import type { ListVersion } from '../model/kept-list.ts';
import { listingLine } from '../store/listing-line.ts';
import type { Store } from '../store/port.ts';
import type { HomePaths } from './home.ts';
import { readKeptFiles } from './screening/list-files.ts';
import type { Fault } from './verify-home.ts';

type Asked = Pick<Store, 'lists' | 'listVersions' | 'listingsOf'>;

/**
 * Checks the kept files of every version of every list, and the listings that names are screened against now, with what was logged of them. The first
 * fault of each list. That the rows of versions are those of the log is asked before.
 */
export async function verifyLists(store: Asked, paths: HomePaths): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  for (const { name } of await store.lists()) {
    for (const version of await store.listVersions(name)) {
      const why = (await fileFault(paths, version)) ?? (version.state === 'current' ? await listingFault(store, version) : undefined);
      if (why === undefined) continue;
      faults.push({ index: version.logIndex, why });
      break;
    }
  }
  return faults;
}

async function fileFault(paths: HomePaths, version: ListVersion): Promise<string | undefined> {
  try {
    await readKeptFiles(paths.home, version);
    return undefined;
  } catch (error) {
    return asDualwatchError(error).message;
  }
}

async function listingFault(store: Asked, { list, version, listings }: ListVersion): Promise<string | undefined> {
  const hash = createHash('sha256');
  for await (const listing of store.listingsOf(list, version)) {
    if (sha256(canonicalJson(listing.entity as unknown as Json)) !== listing.hash)
      return `the database says something else of listing ${listing.id} than its hash: it was edited`;
    hash.update(listingLine(listing));
  }
  // Another process may have updated the list since: rows are only ever closed, so that a version stays as it was.
  if ((hash.digest('hex') as Digest) === listings) return undefined;
  return `the listings of version ${version} of the list ${list} are not those that were logged`;
}
