import { NOTHING } from '../score/qualifiers.ts';
import { combinedScore } from '../score/score-pair.ts';

/** The name by which a party is rather meant than by its others. */
export interface BestName {
  readonly party: number;
  readonly name: number;
  /** Which reading of the query. */
  readonly reading: number;
  readonly logit: number;
  readonly homonyms: boolean;
}

/** The best name of each party that a query may mean. */
export class BestNames {
  readonly #best = new Map<number, BestName>();

  /** Takes note of a party's name. True where its log odds are the best of the party so far. */
  note(one: BestName): boolean {
    const known = this.#best.get(one.party);
    const better = known === undefined || one.logit > known.logit;
    // Of names that say the same, the first.
    if (better || (one.logit === known.logit && one.reading === known.reading && one.name < known.name)) this.#best.set(one.party, one);
    return better;
  }

  all(): readonly BestName[] {
    return [...this.#best.values()];
  }

  /** The best `limit` parties by score, where nothing but names is known, and log odds, and those that are level with the last. */
  first(limit: number): readonly BestName[] {
    const all = this.all();
    if (all.length <= limit) return all;
    const scored = all
      .map((one) => ({ one, score: combinedScore(one.logit, one, NOTHING) }))
      .toSorted((a, b) => b.score - a.score || b.one.logit - a.one.logit);
    const last = scored[limit - 1];
    if (last === undefined) return [];
    return scored.filter(({ one, score }, n) => n < limit || (score === last.score && one.logit === last.one.logit)).map(({ one }) => one);
  }
}
