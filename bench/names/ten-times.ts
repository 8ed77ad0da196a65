import { alter } from './company-queries.ts';
import type { PeerParty } from './peers-list.ts';
import { seededRandom } from './random.ts';

/** The list and nine copies of it, every name of a copy with one change: ten times the parties and names, no copy like another. */
export function* tenTimes(parties: readonly PeerParty[]): Iterable<PeerParty> {
  yield* parties;
  for (let copy = 1; copy < 10; copy += 1) {
    const random = seededRandom(copy);
    for (const { id, schema, names } of parties) yield { id: `${id}~${copy}`, schema, names: names.map((name) => alter(name, random)) };
  }
}
