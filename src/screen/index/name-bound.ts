import { INITIAL_SIMILARITY, PART_KIND } from '../score/alignment.ts';
import { FAMILIES } from '../score/encoded-name.ts';
import { OPEN_WORDS, isTelling } from '../score/features.ts';
import { glossaryMayTell } from '../score/glossary-shares.ts';
import { leastCostOfLeft } from '../score/left-words.ts';
import { ORGANISATION_WEIGHTS, PERSON_WEIGHTS } from '../score/weights.ts';
import type { QueryTable } from '../score/query-table.ts';
import type { QueryUnits } from './query-units.ts';
import { kindIn, leastLeft, mostShare } from './name-sketches.ts';

/** What a listed name without initials that holds certain parts of a query can score at most, before it is read. */
export class NameBound {
  /** The first for names of persons, and for all where a person is asked for; the other for the rest. */
  readonly #models = [
    { weights: PERSON_WEIGHTS, rest: 0, person: true },
    { weights: ORGANISATION_WEIGHTS, rest: 0, person: false },
  ];
  #isPersonAsked = false;
  /** Parts of the query that are held: as many of the listed name can correspond to anything. */
  #parts = 0;
  #covered = 0;
  /** Weight of the query's words that are not held. */
  #left = 0;
  /** The name may be set against the query by words of the glossary alone. */
  #wordless = false;

  /**
   * Looks from now on at names that hold the set `held` of the query (see `QueryUnits`), of whose parts those in `joint` may stand for several words written together,
   * or together for one; parts in `open` may be what an initial of the name stands for. Gives the best log odds that one of them can have, if all else were as good as can be.
   */
  set(query: QueryTable, units: QueryUnits, held: number, joint: number, open = 0): number {
    const holds = units.partsOf(held) | open;
    const total = Math.max(query.total, 0.05);
    const sure = units.partsOf(held) & query.telling & ~units.glossary;
    let weight = 0;
    let bits = 0;
    let words = 0;
    let all = 0;
    let parts = 0;
    let slips = 0;
    let most = -Infinity;
    this.#left = 0;
    for (let part = 0; part < query.parts; part += 1) {
      const kind = query.kind[part]!;
      const heavy = query.weight[part]!;
      const tells = isTelling(kind, heavy);
      if (tells) all += 1;
      if ((holds & (1 << part)) === 0) {
        if (kind === PART_KIND.word) this.#left += heavy;
        continue;
      }
      const isOpen = (open & (1 << part)) !== 0;
      const byWords = (units.partsOf(held) & (1 << part)) === 0 ? 0 : units.likest(held, part);
      const likest = isOpen ? Math.max(byWords, INITIAL_SIMILARITY) : byWords;
      parts += 1;
      weight += heavy * likest;
      bits += query.bits[part]! * likest * likest;
      // Either it is paired, and costs its slip, or it is not, and covers nothing.
      if (!isOpen) slips += Math.min(LEAST_OF_SLIPS * (1 - likest) * heavy, (LEAST_OF_COVER * likest * heavy) / total);
      if ((joint & (1 << part)) !== 0) words += 2 * likest;
      else if (kind === PART_KIND.initial) words += 0.5;
      else if (tells) words += likest;
    }
    this.#parts = parts;
    this.#covered = Math.min(1, weight / total);
    this.#wordless = sure === 0;
    const information = Math.min(bits / 20, 2.5);
    const lone = all > 1 && sure !== 0 ? Math.min(1, Math.max(0, 2 * (1.5 - words))) : 0;
    this.#isPersonAsked = FAMILIES[query.family] === 'person';
    for (let n = this.#isPersonAsked ? 0 : 1; n >= 0; n -= 1) {
      const model = this.#models[n]!;
      const { weights } = model;
      model.rest = weights[0]! + weights[1]! * this.#covered + weights[7]! * information + weights[16]! * lone - slips;
      const cost = leastCostOfLeft(weights, model.person, 0, this.#left);
      const best = model.rest + weights[2]! + weights[3]! * this.#covered + weights[4]! * this.#covered ** 2 - cost;
      if (best > most) most = best;
    }
    // Names of glossary words alone have a level of their own.
    return this.#wordless && glossaryMayTell(this.#covered, 1, ROUNDING) ? Infinity : most;
  }

  /** The best log odds that a name with all or some of these parts can have. */
  ofSome(query: QueryTable, units: QueryUnits, held: number, joint: number): number {
    const sure = query.telling & ~units.glossary;
    const best = this.set(query, units, units.wholly(held), joint);
    // Without its words a name may have more than with few of them.
    return Math.max(best, this.set(query, units, units.wholly(held & ~sure), joint));
  }

  /** Whether what is held may all be of the glossary, whose words weigh little. */
  get isOfGlossary(): boolean {
    return this.#wordless;
  }

  /** May the name of this sketch reach the floor? None of its words written together is like anything. `most`: the share of its weight that can correspond at most. */
  reaches(sketch: number, floor: number, most = 1): boolean {
    const left = leastLeft(sketch, this.#parts);
    return this.#reachesBy(sketch, floor, Math.min(most, mostShare(sketch, this.#parts)), left);
  }

  /** The same of a name some of whose words written together are like something: a part of the query may stand for several of its parts. */
  reachesJoined(sketch: number, floor: number, most: number): boolean {
    return this.#reachesBy(sketch, floor, Math.min(most, 1), 0);
  }

  #reachesBy(sketch: number, floor: number, share: number, left: number): boolean {
    if (this.#wordless && glossaryMayTell(this.#covered, share, ROUNDING)) return true;
    const least = Math.min(share, this.#covered);
    const { weights, rest, person } = this.#models[this.#isPersonAsked || kindIn(sketch) % FAMILIES.length === PERSON ? 0 : 1]!;
    const contradiction = left > 0 && this.#left > 0 ? Math.max(person ? OPEN_WORDS : 0, Math.min(left, this.#left)) : 0;
    const cost = leastCostOfLeft(weights, person, contradiction, Math.max(left, this.#left));
    return rest + weights[2]! * share + weights[3]! * least + weights[4]! * least * least - cost >= floor;
  }
}

const PERSON = FAMILIES.indexOf('person');

/** Sums taken in another order differ by less. */
const ROUNDING = 1e-9;

/** What slips cost at least in either model, and what the query's share brings at least. */
const LEAST_OF_SLIPS = Math.min(-PERSON_WEIGHTS[8]!, -ORGANISATION_WEIGHTS[8]!);
const LEAST_OF_COVER = Math.min(PERSON_WEIGHTS[1]!, ORGANISATION_WEIGHTS[1]!);
