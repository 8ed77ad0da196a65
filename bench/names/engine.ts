import { loadNameCatalogue, type NameCatalogue } from '../../src/catalogue/name-catalogue.ts';
import type { Explanation } from '../../src/model/match.ts';
import type { NameQuery } from '../../src/model/party.ts';
import { compareNames } from '../../src/screen/compare.ts';
import { buildScreenIndex } from '../../src/screen/index/build.ts';
import { compileNameKnowledge } from '../../src/screen/knowledge.ts';
import type { PeerParty } from './peers-list.ts';
import { partyOf } from './party-of.ts';
import { plainEngine } from './plain-engine.ts';

/** A party that an index found. */
export interface Found {
  readonly id: string;
  readonly matchedName: string;
  readonly score: number;
  readonly explanation?: Explanation;
}

export interface NameIndex {
  search(query: NameQuery, limit: number, threshold?: number): readonly Found[];
}

/** What is measured. This file alone knows the engine's API. */
export interface NameEngine {
  readonly name: string;
  build(parties: Iterable<PeerParty>): NameIndex;
  compare(query: NameQuery, listed: NameQuery): { readonly score: number; readonly explanation?: Explanation };
}

/** The engine of `src/screen`, without the layers in `off`; `plain` is the do-it-yourself baseline: transliteration and whole words. */
export async function loadEngine(options: { readonly plain?: boolean; readonly off?: ReadonlySet<string> } = {}): Promise<NameEngine> {
  if (options.plain === true) return plainEngine();
  // read once: an ablation compares layers, not states of a catalogue that somebody edits meanwhile
  catalogue ??= loadNameCatalogue();
  const knowledge = compileNameKnowledge({ ...catalogue, off: options.off ?? new Set() });
  return {
    name: `dualwatch ${knowledge.recipe}`,
    build(parties) {
      const index = buildScreenIndex(Iterator.from(parties).map(partyOf), knowledge);
      return { search: (query, limit, threshold = 0) => index.search(query, { limit, threshold }) };
    },
    compare: (query, listed) => compareNames(query, listed, knowledge),
  };
}

let catalogue: NameCatalogue | undefined;
