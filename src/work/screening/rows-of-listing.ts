import { DualwatchError } from '../../model/errors.ts';
import type { ListingRow, ParsedList } from '../../screen/lists/list-file.ts';
import type { Store } from '../../store/port.ts';
import type { KeptListing } from '../../store/screening-port.ts';
import { readKeptFiles } from './list-files.ts';
import { readListFiles } from './update-list.ts';

/**
 * Finds the records that listings were made of where those are several, or one of several files: the files of the version that brought a listing as it is are read
 * again, each version once. Empty where one record says it all, and where the files cannot be read any more.
 */
export function rowsOfListings({
  store,
  home,
}: {
  readonly store: Pick<Store, 'listVersions' | 'findList'>;
  readonly home: string;
}): (listing: Pick<KeptListing, 'id' | 'list' | 'sinceVersion'>) => Promise<readonly ListingRow[]> {
  const read = new Map<string, Promise<ParsedList['rows']>>();
  return async ({ id, list, sinceVersion }) => {
    const version = `${list} ${sinceVersion}`;
    let rows = read.get(version);
    if (rows === undefined) read.set(version, (rows = rowsOf(list, sinceVersion)));
    return (await rows).get(id) ?? [];
  };

  async function rowsOf(name: string, number: number): Promise<ParsedList['rows']> {
    const list = await store.findList(name);
    const version = (await store.listVersions(name)).find((one) => one.version === number);
    if (list === undefined || version === undefined) return new Map();
    try {
      return readListFiles({ ...list, format: version.format }, await readKeptFiles(home, version, list)).rows;
    } catch (error) {
      // What the store says of the listing is shown all the same.
      if (error instanceof DualwatchError) return new Map();
      throw error;
    }
  }
}
