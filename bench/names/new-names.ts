import type { NameQuery } from '../../src/model/party.ts';
import { alter, companyQueries } from './company-queries.ts';
import { isPerson } from './party-kind.ts';
import type { PeerParty } from './peers-list.ts';
import { seededRandom } from './random.ts';
import { sharedRecords } from './shared-names.ts';

/** So many of ten persons are listed, under an altered name: about as many as of the 2,000 that the peers are asked for. */
const LISTED_OF_TEN = 4;

/** Persons that are not among `asked`, none twice: most of them on no list, as in a customer's file. The same in every run. */
export function newPersons(parties: readonly PeerParty[], count: number, asked: readonly NameQuery[]): NameQuery[] {
  const random = seededRandom(20_261_127);
  const others = ['yente_negatives_global.csv', 'yente_negatives_us.csv'].flatMap(sharedRecords).map((row) => row['full_name'] ?? '');
  const listed = random.shuffle(parties.filter(isPerson)).map(({ names }) => alter(random.pick(names), random));
  const chosen = random.shuffle(notAsked(others, asked)).slice(0, Math.ceil((count * (10 - LISTED_OF_TEN)) / 10));
  const all = [...chosen, ...notAsked(listed, asked).slice(0, count - chosen.length)];
  return random.shuffle(all).map((name) => ({ name, schema: 'Person' as const }));
}

/** Companies that are not among `asked`, none twice, made as those are. */
export function newCompanies(parties: readonly PeerParty[], count: number, asked: readonly NameQuery[]): NameQuery[] {
  const names = companyQueries(parties, 2 * count, asked.length).map(({ name }) => name);
  return notAsked(names, asked)
    .slice(0, count)
    .map((name) => ({ name, schema: 'Company' as const }));
}

function notAsked(names: readonly string[], asked: readonly NameQuery[]): string[] {
  const known = new Set(asked.map(({ name }) => name));
  return [...new Set(names)].filter((name) => name !== '' && !known.has(name));
}
