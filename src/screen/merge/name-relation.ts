import type { NameKnowledge } from '../knowledge.ts';
import { Alignment, PART_KIND } from '../score/alignment.ts';
import { encodeName } from '../score/encoded-name.ts';
import { probabilityOf } from '../score/model.ts';
import { QueryTable } from '../score/query-table.ts';
import { PairScorer } from '../score/score-pair.ts';
import { FewUnits } from '../score/units.ts';
import { nameKey, tellingOf } from './name-key.ts';
import type { Profile } from './profile.ts';

/**
 * How the names of two listings stand to each other, best pair first. `same`: every part corresponds, order and script aside.
 * `alike`: the engine calls it a hit. `part`: one name holds all the words of the other. `related`: a distinctive word in common.
 */
export interface NameRelation {
  readonly level: NameLevel;
  /** Information and distinctive words of the shorter name. */
  readonly bits: number;
  readonly words: number;
  readonly a: string;
  readonly b: string;
}
export type NameLevel = 'same' | 'alike' | 'part' | 'related' | 'none';

const NONE: NameRelation = { level: 'none', bits: 0, words: 0, a: '', b: '' };

/** The most telling pair of names with one key; costs next to nothing. */
export function sameName(a: Profile, b: Profile): NameRelation {
  let best = NONE;
  for (const mine of a.names) {
    const key = nameKey(mine);
    if (key === undefined) continue;
    for (const theirs of b.names) {
      if (nameKey(theirs) !== key) continue;
      const { bits, words } = tellingOf(mine);
      if (bits > best.bits) best = { level: 'same', bits, words, a: mine.name, b: theirs.name };
    }
  }
  return best;
}

/** Aligns every name of `a` with every name of `b`, as the engine does in a search. One comparer serves a whole merging. */
export class NameComparer {
  readonly #knowledge: NameKnowledge;
  readonly #table = new QueryTable(MOST_UNITS);

  constructor(knowledge: NameKnowledge) {
    this.#knowledge = knowledge;
  }

  relate(a: Profile, b: Profile): NameRelation {
    const units = new FewUnits();
    const encoded = b.names.slice(0, MOST_COMPARED).map((name) => {
      const out: number[] = [];
      encodeName(name, (key) => units.unitOf(key), out, true);
      return { name, out };
    });
    if (units.count > MOST_UNITS) return NONE;
    const scorer = new PairScorer(new Alignment(units));
    let best = NONE;
    for (const mine of a.names.slice(0, MOST_COMPARED)) {
      this.#table.load(mine, units, this.#knowledge);
      for (const { name, out } of encoded) {
        if (name.family !== mine.family) continue;
        const level = this.#level(scorer, out);
        if (RANK[level] < RANK[best.level]) continue;
        const [mineTells, theirsTell] = [tellingOf(mine), tellingOf(name)];
        const bits = Math.min(mineTells.bits, theirsTell.bits);
        if (level === best.level && bits <= best.bits) continue;
        best = { level, bits, words: Math.min(mineTells.words, theirsTell.words), a: mine.name, b: name.name };
      }
    }
    return best;
  }

  #level(scorer: PairScorer, listed: readonly number[]): NameLevel {
    const probability = probabilityOf(scorer.nameLogit(this.#table, listed, 0, false));
    const { features, aligned } = scorer;
    const [mine, theirs, slips, complete] = [features[1] ?? 0, features[2] ?? 0, features[8] ?? 0, features[17] === 1];
    let [likest, words] = [0, 0];
    for (let n = 0; n < aligned.pairs; n += 1) {
      if (this.#table.kind[aligned.pairQuery[n] ?? 0] !== PART_KIND.word) continue;
      words += 1;
      likest = Math.max(likest, aligned.pairSimilarity[n] ?? 0);
    }
    if (words === 0) return 'none';
    if (complete && Math.min(mine, theirs) > 0.985 && slips < 0.02) return 'same';
    if (probability >= 0.7 && complete) return 'alike';
    if (Math.max(mine, theirs) > 0.94) return 'part';
    return likest > 0.8 ? 'related' : 'none';
  }
}

const RANK: Readonly<Record<NameLevel, number>> = { same: 4, alike: 3, part: 2, related: 1, none: 0 };

const MOST_COMPARED = 12;
const MOST_UNITS = 4096;
