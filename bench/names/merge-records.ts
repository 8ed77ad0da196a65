import { existsSync } from 'node:fs';
import type { Listing, Party } from '../../src/model/party.ts';
import { parseList } from '../../src/screen/lists/parse-list.ts';
import { sharedNames } from './shared-names.ts';

const FILES = ['customers', 'reference', 'watchlist'] as const;

/** The function that is measured, and where it is looked for. */
interface MergeModule {
  mergeParties(listings: Iterable<Listing>): Iterable<Party>;
}
const MERGE = new URL('../../src/screen/merge/merge-parties.ts', import.meta.url);

/** Senzing's records as the program reads and merges them: clusters of `source-id`, lower case. Undefined while `mergeParties` is not written. */
export async function mergedRecords(): Promise<readonly (readonly string[])[] | undefined> {
  if (!existsSync(MERGE)) return undefined;
  const { mergeParties } = (await import(MERGE.href)) as MergeModule;
  const listings = FILES.flatMap((name) => {
    const file = `senzing_truthset_${name}.jsonl`;
    return parseList(name, [{ name: file, bytes: Buffer.from(sharedNames(file)) }]).listings;
  });
  return [...mergeParties(listings)].map((party) => party.listings.map(({ id }) => id.slice(id.indexOf(':') + 1)));
}
