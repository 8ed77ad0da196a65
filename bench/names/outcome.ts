import { HIT_THRESHOLD } from '../../src/model/match.ts';
import type { NameQuery } from '../../src/model/party.ts';
import type { Found, NameIndex } from './engine.ts';
import { isHeldOut } from './held-out.ts';
import type { PeerParty } from './peers-list.ts';
import type { World } from './world.ts';

export type Half = 'held-out' | 'dev';
export const HALVES: readonly Half[] = ['held-out', 'dev'];

/** A name that means a listed party. */
export interface Ask {
  readonly query: NameQuery;
  readonly party: PeerParty;
}

/** What an index answered. `score` is that of the party that was meant, null where it is not among the ten best. */
export interface Outcome extends Ask {
  readonly half: Half;
  readonly score: number | null;
  /** Nothing scored above it; level counts. */
  readonly first: boolean;
  readonly hit: boolean;
  /** Best party that is another one. */
  readonly rival: Found | undefined;
}

export function halfOf(party: PeerParty): Half {
  return isHeldOut(party.names[0] ?? '') ? 'held-out' : 'dev';
}

/** Asks the index; the party counts as found under the id of every listing that shares a name with it. */
export function askFor({ query, party }: Ask, index: NameIndex, world: Pick<World, 'sameAs'>): Outcome {
  const found = index.search(query, 10);
  const same = world.sameAs(party, query.name);
  const meant = found.find(({ id }) => same.has(id));
  const rival = found.find(({ id }) => !same.has(id));
  const score = meant?.score ?? null;
  return {
    query,
    party,
    half: halfOf(party),
    score,
    first: score !== null && score >= (found[0]?.score ?? 0),
    hit: score !== null && score >= HIT_THRESHOLD,
    rival,
  };
}
