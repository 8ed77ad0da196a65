import { plainKey, scriptOfName } from './name-words.ts';
import type { NameEngine, NameIndex } from './engine.ts';
import { peersList } from './peers-list.ts';
import type { PeerParty } from './peers-list.ts';
import { zalaParties } from './zala.ts';

/** The listed parties that evaluations ask for, and indexes of them, each built when first needed. */
export interface World {
  readonly engine: NameEngine;
  readonly parties: readonly PeerParty[];
  /** Every name. */
  readonly full: () => NameIndex;
  /** Latin names only: no party can be found by an alias in another script. */
  readonly latin: () => NameIndex;
  /**
   * Ids under which a party may be found: its own, those of parties that bear the queried name itself, and those that share a telling name
   * with it (two words or eight letters, borne by at most four parties): the same party on another list.
   */
  readonly sameAs: (party: PeerParty, query: string) => ReadonlySet<string>;
}

export function createWorld(engine: NameEngine): World {
  const parties = [...peersList(), ...zalaParties()];
  const byKey = Map.groupBy(
    parties.flatMap(({ id, names }) => [...new Set(names.map(plainKey))].map((key) => ({ id, key }))),
    ({ key }) => key,
  );
  const bearersOf = (key: string): string[] => (byKey.get(key) ?? []).map((one) => one.id);
  const isTelling = (key: string): boolean => (key.includes(' ') || key.length >= 8) && bearersOf(key).length <= 4;
  return {
    engine,
    parties,
    full: once(() => engine.build(parties)),
    latin: once(() => engine.build(latinOnly(parties))),
    sameAs: ({ id, names }, query) =>
      new Set([id, ...bearersOf(plainKey(query)), ...names.map(plainKey).flatMap((key) => (isTelling(key) ? bearersOf(key) : []))]),
  };
}

/** Parties with their Latin names alone, without what stands in another script inside them; those that have none are left out. */
export function latinOnly(parties: readonly PeerParty[]): PeerParty[] {
  return parties
    .map(({ id, schema, names }) => ({
      id,
      schema,
      names: names.filter((name) => scriptOfName(name) === 'Latin').map(withoutOtherScripts),
    }))
    .filter(({ names }) => names.length > 0);
}

/** Fewer than three letters are look-alikes inside a Latin word and stay. */
function withoutOtherScripts(name: string): string {
  return name.replaceAll(/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]{3,}/gu, ' ').trim();
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
