import { isPerson } from './party-kind.ts';
import { scriptOfName } from './name-words.ts';
import type { NameScript } from './name-words.ts';
import type { Ask } from './outcome.ts';
import type { PeerParty } from './peers-list.ts';
import { sharedJsonLines } from './shared-names.ts';

export type AliasKind = 'person' | 'organisation';

/** An alias in another script of a party that has a Latin name too. */
export interface AliasAsk extends Ask {
  readonly script: NameScript;
  readonly kind: AliasKind;
  /** One of the labelled pairs of Han and Latin names of the EU. */
  readonly isEuHanPair: boolean;
}

/**
 * Every such alias, each once a party. Vessels and aircraft are left out; so are aliases of one letter and
 * those that hold a Latin word, which would be found by it. */
export function aliasAsks(parties: readonly PeerParty[]): AliasAsk[] {
  const euPairs = new Set((sharedJsonLines('eu_latin_han_pairs.jsonl') as { readonly han: string }[]).map(({ han }) => han));
  return parties
    .filter(({ schema, names }) => schema !== 'Vessel' && schema !== 'Airplane' && names.some((name) => scriptOfName(name) === 'Latin'))
    .flatMap((party) =>
      party.names.map((name): AliasAsk => ({
        party,
        query: { name, schema: party.schema },
        script: scriptOfName(name),
        kind: isPerson(party) ? 'person' : 'organisation',
        isEuHanPair: euPairs.has(name),
      })),
    )
    .filter(
      ({ script, query }) =>
        script !== 'Latin' && script !== 'other' && [...query.name].length > 1 && !/\p{Script=Latin}{3}/u.test(query.name),
    );
}
