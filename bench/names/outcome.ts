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
  /** Best party that is another one, as far as the lists say. */
  readonly rival: Found | undefined;
  /** Best party that surely is another one: lists overlap without saying so, but inside one list two entries are two parties. */
  readonly surelyOther: Found | undefined;
}

/** The EU's regulations overlap too. */
export function isSurelyOther(a: string, b: string): boolean {
  const list = (id: string): string => id.replace(/-.*$/, '');
  return list(a) === list(b) && list(a) !== 'eu';
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
  const surelyOther = found.find(({ id }) => !same.has(id) && isSurelyOther(party.id, id));
  const score = meant?.score ?? null;
  return {
    query,
    party,
    half: halfOf(party),
    score,
    first: score !== null && score >= (found[0]?.score ?? 0),
    hit: score !== null && score >= HIT_THRESHOLD,
    rival,
    surelyOther,
  };
}
