import { NOTHING } from '../score/qualifiers.ts';
import { combinedScore } from '../score/score-pair.ts';

/** The name by which a party is rather meant than by its others. */
export interface BestName {
  readonly name: number;
  /** Which reading of the query. */
  readonly reading: number;
  readonly logit: number;
  readonly bits: number;
  readonly homonyms: boolean;
}

export type BestOfParty = readonly [party: number, best: BestName];

/** The best name of each party that a query may mean. */
export class BestNames {
  readonly #best = new Map<number, BestName>();

  /** Takes note of a party's name. True where its log odds are the best of the party so far. */
  note(party: number, one: BestName): boolean {
    const known = this.#best.get(party);
    const better = known === undefined || one.logit > known.logit;
    // Of names that say the same, the first.
    if (better || (one.logit === known.logit && one.reading === known.reading && one.name < known.name)) this.#best.set(party, one);
    return better;
  }

  all(): readonly BestOfParty[] {
    return [...this.#best];
  }

  /** The best `limit` parties by score, where nothing but names is known, and log odds, and those that are level with the last. */
  first(limit: number): readonly BestOfParty[] {
    const all = this.all();
    if (all.length <= limit) return all;
    const scored = all
      .map((one) => ({ one, score: combinedScore(one[1].logit, one[1], NOTHING) }))
      .toSorted((a, b) => b.score - a.score || b.one[1].logit - a.one[1].logit);
    const last = scored[limit - 1];
    if (last === undefined) return [];
    return scored
      .filter(({ one, score }, n) => n < limit || (score === last.score && one[1].logit === last.one[1].logit))
      .map(({ one }) => one);
  }
}
