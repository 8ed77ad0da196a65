import { isHeldOut } from '../../bench/names/held-out.ts';
import { peersList } from '../../bench/names/peers-list.ts';
import { sharedNames, sharedRecords } from '../../bench/names/shared-names.ts';
import { kindJudge } from './kind-judge.ts';
import { wordsOf } from './words-of.ts';

export interface WordCounts {
  readonly names: number;
  readonly words: ReadonlyMap<string, number>;
}

interface Entry {
  readonly kind: 'person' | 'organisation' | undefined;
  readonly names: readonly string[];
}

const NSFREG = [
  'bis_entity_list',
  'bis_dpl',
  'bis_meu',
  'dhs_uflpa',
  'dow_1260h',
  'dow_1286',
  'fcc_covered',
  'ofac_nscmic',
  'state_nonproliferation',
] as const;

/**
 * In how many parties of the American lists a word stands, persons and organisations apart. A party of which any name is a name of a
 * held-out party is left out. Where a list does not say what a party is, the words of the others decide.
 */
export function listedWords(): { readonly person: WordCounts; readonly organisation: WordCounts } {
  const heldOut = new Set(
    peersList()
      .filter(({ names }) => isHeldOut(names[0] ?? ''))
      .flatMap(({ names }) => names.map(keyOf)),
  );
  const entries = [...ofac(), ...csl(), ...NSFREG.flatMap(nsfreg)].filter(
    ({ names }) => !names.some((name) => isHeldOut(name) || heldOut.has(keyOf(name))),
  );
  const judge = kindJudge(entries);
  const unique = new Map(entries.map((entry) => [keyOf(entry.names[0] ?? ''), entry]));
  const counted = [...unique.values()].map((entry) => ({
    words: new Set(entry.names.flatMap(wordsOf)),
    kind: entry.kind ?? judge(entry.names),
  }));
  const of = (kind: string): WordCounts => {
    const words = new Map<string, number>();
    const chosen = counted.filter((entry) => entry.kind === kind);
    for (const entry of chosen) for (const word of entry.words) words.set(word, (words.get(word) ?? 0) + 1);
    return { names: chosen.length, words };
  };
  return { person: of('person'), organisation: of('organisation') };
}

/** Equal for a name in any order, case and punctuation. */
function keyOf(name: string): string {
  return wordsOf(name).toSorted().join(' ');
}

function ofac(): Entry[] {
  return peersList(['ofac'])
    .filter(({ schema }) => schema !== 'Vessel' && schema !== 'Airplane')
    .map(({ schema, names }) => ({ kind: schema === 'Person' ? 'person' : schema === 'Organization' ? 'organisation' : undefined, names }));
}

function csl(): Entry[] {
  return sharedRecords('us_csl_watchman_20231130.csv')
    .filter(({ type }) => type !== 'Vessel' && type !== 'type')
    .map(({ type, name = '', alt_names: others = '' }) => ({
      kind: type === 'Individual' ? 'person' : type === 'Entity' ? 'organisation' : undefined,
      names: [name, ...others.split('; ')].filter((one) => one !== ''),
    }));
}

function nsfreg(list: string): Entry[] {
  const { entities } = JSON.parse(sharedNames(`nsfreg_${list}.json`)) as {
    readonly entities: readonly { readonly name: string; readonly aliases?: readonly string[] | null }[];
  };
  return entities.map(({ name, aliases }) => ({ kind: undefined, names: [name, ...(aliases ?? [])] }));
}
