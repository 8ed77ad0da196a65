import { loadNameCatalogue } from '../../src/catalogue/name-catalogue.ts';
import { compileNameKnowledge } from '../../src/screen/knowledge.ts';
import { parseList } from '../../src/screen/lists/parse-list.ts';
import { mergeParties } from '../../src/screen/merge/merge-parties.ts';
import { sharedNames } from './shared-names.ts';

const FILES = ['customers', 'reference', 'watchlist'] as const;

/** Senzing's records as the program reads and merges them: clusters of `source-id`, lower case. */
export function mergedRecords(): readonly (readonly string[])[] {
  const listings = FILES.flatMap((name) => {
    const file = `senzing_truthset_${name}.jsonl`;
    return parseList(name, [{ name: file, bytes: Buffer.from(sharedNames(file)) }]).listings;
  });
  const knowledge = compileNameKnowledge(loadNameCatalogue());
  return mergeParties(listings, [], knowledge).map((party) => party.listings.map(({ id }) => id.slice(id.indexOf(':') + 1)));
}
