import { PART_KIND } from '../score/alignment.ts';
import type { QueryTable } from '../score/query-table.ts';
import { CommonUnits } from './common-units.ts';
import { LikelyNames } from './likely-names.ts';
import { INITIALS, MetNames } from './met-names.ts';
import { NameBound } from './name-bound.ts';
import { NameGroups } from './name-groups.ts';
import type { NameHeads } from './name-heads.ts';
import { kindIn, leastTotal } from './name-sketches.ts';
import { rankParts } from './part-ranks.ts';
import { nameOf } from './postings.ts';
import { JOINS, OWN_JOINS, QueryUnits } from './query-units.ts';
import { weightOf } from './weight-of-parts.ts';

/** Share of the query's weight that a name which has initials must be able to cover by its words: initials may cover more, which no posting shows. */
const INITIALS_COVER = 0.2;

/** Postings that may be read for each name met, to learn whether it holds a further part. Where it takes more, the part is taken to be there: to align costs less. */
const WORTH_READING = 24;

/** All bits that `soundBit` gives. */
const ANY_SOUND = -1;

/** Finds the names that are worth an alignment: those that hold one of the query's rarer words, and enough of the others. */
export class Retrieval {
  readonly #offsets: Uint32Array;
  readonly #postings: Uint32Array;
  readonly #heads: NameHeads;
  readonly #bound = new NameBound();
  readonly #units: QueryUnits;
  readonly #met: MetNames;
  readonly #groups: NameGroups;
  /** Parts that names hold anything like, the rarest first. */
  readonly #order: number[] = [];
  readonly #likely: LikelyNames;

  /** `offsets`: where the postings of each unit begin; `sketches`, `uses`: as `sketchNames` gives them; `data`: the encoded names. */
  constructor(index: {
    readonly offsets: Uint32Array;
    readonly postings: Uint32Array;
    readonly sketches: Uint32Array;
    readonly uses: Uint8Array;
    readonly heads: NameHeads;
    readonly data: Uint32Array;
  }) {
    const { offsets, postings, sketches, uses, heads, data } = index;
    this.#offsets = offsets;
    this.#postings = postings;
    this.#heads = heads;
    const signed = new Int32Array(postings.buffer, postings.byteOffset, postings.length);
    const common = new CommonUnits(signed, sketches.length);
    this.#units = new QueryUnits(offsets, uses, common);
    this.#met = new MetNames(signed, sketches, common);
    this.#groups = new NameGroups(this.#bound);
    this.#likely = new LikelyNames(heads, data);
  }

  /** Calls `visit` with each name that holds the unit. */
  eachName(unit: number, visit: (name: number) => void): void {
    for (let at = this.#offsets[unit]!; at < this.#offsets[unit + 1]!; at += 1) visit(nameOf(this.#postings[at]!));
  }

  /**
   * Calls `visit` once with each name of a kind in `fits` (by `kindNumber`) that may cover `leastCover` of the query's weight and reach `floor`; it gives the floor for
   * those that follow. `joins` says whether its own words written together may be like anything. The most promising come first. Parts are taken from the rarest (fewest names hold anything like
   * it) until a name with all of the rest alone could no longer do so: a name without any of the parts taken cannot match. Then the other parts are looked for in the names
   * met. Exact but for names with initials that share none of the rarer words; the cost is that of the postings read.
   */
  candidates(
    query: QueryTable,
    { leastCover, floor, fits }: { readonly leastCover: number; readonly floor: number; readonly fits: Uint8Array },
    visit: (name: number, joins: boolean) => number,
  ): void {
    const units = this.#units;
    const met = this.#met;
    const order = this.#order;
    const bound = this.#bound;
    units.load(query, floor);
    // An initial may stand for any word that begins so: it is taken to be there.
    let held = query.initials | rankParts(query, units.names, order);
    let rest = weightOf(query, held);
    const needed = leastCover * query.total;
    let seeds = 0;
    let initialSeeds = 0;
    let others = 0;
    let always = query.initials;
    let assumed = always;
    let last = 0;
    // What is asked is nothing but forms and the like to these lists: names with initials too must hold more.
    if (rest < Math.min(needed, INITIALS_COVER * query.total)) return;
    // The rarest is looked for in any case: initials may stand for the others.
    for (; last < order.length && (rest >= needed || last === 0); last += 1) {
      const part = 1 << order[last]!;
      if (rest >= needed && bound.ofSome(query, units, held, units.joint) >= floor) seeds |= part;
      else initialSeeds |= part;
      rest -= query.weight[order[last]!]!;
      held &= ~part;
    }
    if (last === 0) return;
    met.clear();
    met.meet(units, seeds);
    // Where none without initials can be enough, as many as hold anything like the rarest.
    const size = seeds === 0 ? units.names[order[0]!]! : met.size;
    if (initialSeeds !== 0) met.meetFurther(units, initialSeeds, seeds, true);
    for (; last < order.length; last += 1) {
      const part = order[last]!;
      const isMuch = units.names[part]! > size * WORTH_READING;
      if (isMuch) assumed |= 1 << part;
      if (isMuch && units.costOf(part, size) > size * WORTH_READING) always |= 1 << part;
      else others |= 1 << part;
    }
    const read = seeds | initialSeeds;
    // Where what was read so far cannot be enough, only names come in that hold a further part: all that hold one of the others, since no unit is like both.
    const further =
      (weightOf(query, read | assumed) < needed || bound.ofSome(query, units, read | always, units.joint) < floor) &&
      !units.holdBoth(read, others);
    if (others !== 0) met.meetFurther(units, others, read, false);
    // Of parts that are not looked for nothing is known.
    const known = units.wholly(always) | ((always & units.joint) !== 0 ? JOINS | OWN_JOINS : 0);
    this.#groups.group(query, units, met, { always: known, assumed, needed, sought: further ? others : 0 });
    const least = this.#visitGroups(query, { floor, fits, always: known }, visit);
    this.#visitWithInitials(query, { floor: least, fits, known, assumed }, visit);
  }

  #visitGroups(
    query: QueryTable,
    { floor, fits, always }: { readonly floor: number; readonly fits: Uint8Array; readonly always: number },
    visit: (name: number, joins: boolean) => number,
  ): number {
    const { promising, best, set, first, next, others } = this.#groups;
    const units = this.#units;
    const bound = this.#bound;
    const likely = this.#likely;
    let least = floor;
    for (const place of promising) {
      const held = set[place]!;
      const joins = (held & OWN_JOINS) !== 0;
      if (best[place]! < least) return least;
      if (place !== others) bound.set(query, units, held, (held & JOINS) === 0 ? 0 : units.joint);
      const weight = { most: units.weightOfListed(held), unread: units.weightOfListed(held & always) };
      for (let n = first[place]!; n !== -1 && best[place]! >= least;) {
        n = likely.take(this.#met, next, n, weight);
        likely.choose(place === others ? undefined : bound, joins, least, fits);
        likely.fetch();
        for (let one = 0; one < likely.size && best[place]! >= least; one += 1) least = visit(likely.names[one]!, joins);
      }
    }
    return least;
  }

  /**
   * Visits the names with initials that hold enough of the query: what their initials may stand for counts as if they did. `known`: a set that is taken to be in every name;
   * `assumed`: parts that count as words of it.
   */
  #visitWithInitials(
    query: QueryTable,
    {
      floor,
      fits,
      known,
      assumed,
    }: { readonly floor: number; readonly fits: Uint8Array; readonly known: number; readonly assumed: number },
    visit: (name: number, joins: boolean) => number,
  ): void {
    const { withInitials, names, held } = this.#met;
    const likely = this.#likely;
    const words = query.wordsBeginning(ANY_SOUND);
    const sounds = query.soundsOfWords();
    let least = floor;
    let before = 0;
    let isEnough = false;
    for (let at = 0; at < withInitials.length;) {
      likely.size = 0;
      for (; at < withInitials.length && !likely.isFull(); at += 1) {
        const holds = (held[withInitials[at]!]! & ~INITIALS) | known;
        // Most names hold the same as the one before. The more their initials may stand for, the more they can score: no name is looked at that could not if they stood for all.
        if (holds !== before) isEnough = this.#mayBeEnough(query, holds, { assumed, words, floor: least });
        before = holds;
        if (!isEnough) continue;
        const name = names[withInitials[at]!]!;
        if (fits[kindIn(this.#heads.sketchOf(name))] === 0) continue;
        const open = this.#heads.mayStandFor(name, sounds) ? this.#openTo(query, name) : 0;
        if (least > -Infinity && !this.#mayReach(query, name, { holds, open }, least)) continue;
        likely.addChosen(name);
      }
      likely.fetch();
      for (let one = 0; one < likely.size; one += 1) least = visit(likely.names[one]!, true);
    }
  }

  /** May a name that holds this by its words be looked at, if its initials stood for all words of the query? */
  #mayBeEnough(
    query: QueryTable,
    held: number,
    { assumed, words, floor }: { readonly assumed: number; readonly words: number; readonly floor: number },
  ): boolean {
    const units = this.#units;
    if (weightOf(query, units.partsOf(held) | assumed) < INITIALS_COVER * query.total) return false;
    return floor === -Infinity || this.#bound.set(query, units, held, (held & JOINS) === 0 ? 0 : units.joint, words) >= floor;
  }

  /** Words of the query that an initial of the name may stand for, as bits. */
  #openTo(query: QueryTable, name: number): number {
    let open = 0;
    for (let part = 0; part < query.parts; part += 1)
      if (query.kind[part] === PART_KIND.word && this.#heads.mayStandFor(name, query.sounds[part]!)) open |= 1 << part;
    return open;
  }

  /** May a name that holds this, and whose initials may stand for the words in `open`, reach the floor? */
  #mayReach(
    query: QueryTable,
    name: number,
    { holds: held, open }: { readonly holds: number; readonly open: number },
    floor: number,
  ): boolean {
    const bound = this.#bound;
    const units = this.#units;
    if (bound.set(query, units, held, (held & JOINS) === 0 ? 0 : units.joint, open) < floor) return false;
    const sketch = this.#heads.sketchOf(name);
    const joins = (held & OWN_JOINS) !== 0;
    const share = open === 0 && (joins || bound.isOfGlossary) ? units.weightOfListed(held) / leastTotal(this.#heads.totalOf(name)) : 1;
    return joins ? bound.reachesJoined(sketch, floor, share) : bound.reaches(sketch, floor, share);
  }
}
