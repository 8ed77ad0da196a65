import { loadNameFrequencies } from '../../src/catalogue/name-frequencies.ts';
import { plainKey, plainWords, scriptOfName } from './name-words.ts';
import { NOISE_KINDS, addNoise } from './noise.ts';
import type { IsDistinctive, NoiseKind } from './noise.ts';
import { halfOf } from './outcome.ts';
import type { Ask, Half } from './outcome.ts';
import { isPerson } from './party-kind.ts';
import type { PeerParty } from './peers-list.ts';
import { seededRandom } from './random.ts';

export interface NoiseAsk extends Ask {
  readonly kind: NoiseKind;
  readonly isPerson: boolean;
}

/** Names changed at most, for each kind and sort of party. */
const PER_KIND = 250;
/** Words more common than this in names of organisations, per million, are forms and trade words. */
const COMMON = 4_000;

/** Altered Latin names of a half; the same in every run. Names that more than ten parties answer to, before or after, are left out: no system could rank them. */
export function noiseAsks(parties: readonly PeerParty[], half: Half): NoiseAsk[] {
  const chosen = parties.filter((party) => party.schema !== 'Vessel' && party.schema !== 'Airplane' && halfOf(party) === half);
  const { organisation } = loadNameFrequencies();
  const isDistinctive: IsDistinctive = (word) => plainWords(word).some((one) => one.length >= 3 && (organisation.get(one) ?? 0) < COMMON);
  const bearers = wordBearers(parties);
  const persons = new Set(chosen.filter(isPerson));
  return [true, false].flatMap((ofPersons) =>
    NOISE_KINDS.flatMap((kind, n): NoiseAsk[] => {
      const random = seededRandom(20_261_125 + n * 2 + Number(ofPersons));
      const asks: NoiseAsk[] = [];
      for (const party of random.shuffle(chosen.filter((one) => persons.has(one) === ofPersons))) {
        if (asks.length === PER_KIND) break;
        const latin = party.names.filter((name) => scriptOfName(name) === 'Latin' && telling(name, isDistinctive) >= 2);
        if (latin.length === 0 || (ofPersons && kind === 'form')) continue;
        const listed = random.pick(latin);
        const name = addNoise(listed, kind, random, isDistinctive);
        if (name === undefined || telling(name, isDistinctive) < 2 || Math.max(bearers(listed), bearers(name)) > 10) continue;
        asks.push({ kind, isPerson: ofPersons, party, query: { name, schema: party.schema } });
      }
      return asks;
    }),
  );
}

function telling(name: string, isDistinctive: IsDistinctive): number {
  return name.split(/\s+/).filter(isDistinctive).length;
}

/** How many parties have a name with all words of the given one. */
function wordBearers(parties: readonly PeerParty[]): (name: string) => number {
  const postings = new Map<string, Set<number>>();
  for (const [n, { names }] of parties.entries()) {
    for (const word of new Set(names.flatMap(plainWords))) {
      const list = postings.get(word) ?? new Set();
      postings.set(word, list.add(n));
    }
  }
  const none: ReadonlySet<number> = new Set();
  return (name) => {
    const sets = plainKey(name)
      .split(' ')
      .map((word): ReadonlySet<number> => postings.get(word) ?? none)
      .toSorted((a, b) => a.size - b.size);
    return sets.reduce((left, set) => left.intersection(set), sets[0] ?? none).size;
  };
}
