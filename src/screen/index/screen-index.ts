import { DualwatchError } from '../../model/errors.ts';
import { HIT_THRESHOLD, type Match } from '../../model/match.ts';
import type { NameQuery } from '../../model/party.ts';
import { explain } from '../explain.ts';
import type { NameKnowledge } from '../knowledge.ts';
import { matchKey, subjectOfQuery } from '../match-key.ts';
import type { AnalysedName } from '../name/name-part.ts';
import { readingsOfQuery } from '../name/readings-for.ts';
import { Alignment } from '../score/alignment.ts';
import { NOTHING, qualifiersOf, weighQualifiers, type QualifierVerdict } from '../score/qualifiers.ts';
import { QueryTable } from '../score/query-table.ts';
import { PairScorer, combinedScore } from '../score/score-pair.ts';
import { BestNames } from './best-names.ts';
import { copyName } from './copy-name.ts';
import { Dictionary } from './dictionary.ts';
import { fitsOf } from './fitting-kinds.ts';
import { leastCoverFor, leastLogitFor } from './least-cover.ts';
import { NameHeads } from './name-heads.ts';
import { isAnyones, numberIn } from './name-info.ts';
import { kindNumber } from './name-sketches.ts';
import { PartyRecords } from './party-records.ts';
import { Retrieval } from './retrieval.ts';
import { RisingFloor } from './rising-floor.ts';
import { openSections, type IndexHead } from './sections.ts';
import { ShownNames } from './shown-names.ts';

export interface SearchOptions {
  /** At most so many parties. */
  readonly limit: number;
  /** Least score, 0 to 1. */
  readonly threshold: number;
  /** What the query belongs to (a row of a kept set, a notice): names the match for `decide`. By default the query itself. */
  readonly subject?: string;
  /** One byte for each party of the index: where it is 0, the party is none of the answers. */
  readonly wanted?: Uint8Array;
}

/** A party that a query matched, before it is put into words. */
interface Found {
  readonly party: number;
  readonly name: number;
  /** Which reading of the query. */
  readonly reading: number;
  /** Log odds with qualifiers: orders what rounds to the same score. */
  readonly order: number;
  readonly score: number;
  readonly facts: QualifierVerdict;
}

/** The index of listed names over the bytes of one file, which worker threads may share. An object serves one query at a time. */
export class ScreenIndex {
  readonly bytes: Uint8Array;
  readonly head: IndexHead;
  readonly records: PartyRecords;
  /** The keys that names are made of. */
  readonly dictionary: Dictionary;
  /** What its names were analysed by. */
  readonly knowledge: NameKnowledge;
  readonly #nameOffsets: Uint32Array;
  readonly #nameData: Uint32Array;
  readonly #nameParty: Uint32Array;
  readonly #nameInfo: Uint32Array;
  readonly #nameSpans: Uint32Array;
  readonly #partSpans: Uint32Array;
  readonly #partySchema: Uint8Array;
  readonly #partyFirstName: Uint32Array;
  readonly #table: QueryTable;
  readonly #scorer: PairScorer;
  readonly #heads: NameHeads;
  readonly #retrieval: Retrieval;
  readonly #shown: ShownNames;

  constructor(bytes: Uint8Array, knowledge: NameKnowledge) {
    const { bytes: aligned, head, array, raw } = openSections(bytes);
    this.bytes = aligned;
    this.head = head;
    this.knowledge = knowledge;
    this.dictionary = new Dictionary(array, raw);
    this.#nameOffsets = array('nameOffsets');
    this.#nameData = array('nameData');
    this.#nameParty = array('nameParty');
    this.#nameInfo = array('nameInfo');
    this.#nameSpans = array('nameSpans');
    this.#partSpans = array('partSpans');
    this.#partySchema = raw('partySchema');
    this.#partyFirstName = array('partyFirstName');
    this.records = new PartyRecords(array('partyOffsets'), raw('partyBytes'));
    this.#shown = new ShownNames({
      data: this.#nameData,
      offsets: this.#nameOffsets,
      infos: this.#nameInfo,
      parties: this.#nameParty,
      spans: this.#nameSpans,
      partSpans: this.#partSpans,
      records: this.records,
      keyOf: (unit) => this.dictionary.keyOf(unit),
      knowledge,
    });
    this.#table = new QueryTable(this.dictionary.count);
    this.#scorer = new PairScorer(new Alignment(this.dictionary));
    const sketches = array('nameSketch');
    this.#heads = new NameHeads({
      sketches,
      totals: raw('nameTotal'),
      offsets: this.#nameOffsets,
      infos: this.#nameInfo,
      parties: this.#nameParty,
      data: this.#nameData,
      units: this.dictionary,
    });
    this.#retrieval = new Retrieval({
      offsets: array('postingOffsets'),
      postings: array('postings'),
      sketches,
      uses: raw('unitUses'),
      heads: this.#heads,
      data: this.#nameData,
    });
  }

  get recipe(): string {
    return this.head.recipe;
  }

  get parties(): number {
    return this.head.parties;
  }

  get names(): number {
    return this.head.names;
  }

  /** Parties that the query may name, best first: each once, by its best name. Equal scores are ordered by what the model holds more certain. */
  search(query: NameQuery, options: SearchOptions): readonly Match[] {
    const readings = readingsOfQuery(query, this.knowledge);
    const found = this.#find(query, readings, options);
    if (found.length === 0) return [];
    const subject = options.subject ?? subjectOfQuery(query);
    return found.map(({ name, reading, score, facts }) => {
      const known = this.#shown.at(name);
      const { id, caption, matchedName, list, listing } = known;
      const asked = readings[reading]!;
      if (readings.length > 1) this.#table.load(asked, this.dictionary, this.knowledge);
      this.#scorer.aligned.align(this.#table, this.#nameData, this.#nameOffsets[name]!, true);
      return {
        key: matchKey(subject, listing),
        id,
        caption,
        matchedName,
        ...(query.aliases === undefined ? {} : { queriedName: asked.queried }),
        score: Math.round(score * 1e4) / 1e4,
        list,
        listing,
        explanation: explain(asked, known, this.#table, this.#scorer.aligned, facts),
      };
    });
  }

  /** As {@link search}, but told by numbers: the name of each party that the query may name. */
  searchNames(query: NameQuery, options: SearchOptions): readonly { readonly name: number; readonly score: number }[] {
    return this.#find(query, readingsOfQuery(query, this.knowledge), options);
  }

  /** True where some party scores at least `threshold`: cheaper than `search` where only that is asked. */
  hasHit(query: NameQuery, threshold = HIT_THRESHOLD): boolean {
    const readings = readingsOfQuery(query, this.knowledge);
    return this.#find(query, readings, { limit: 1, threshold }).length > 0;
  }

  #find(query: NameQuery, readings: readonly AnalysedName[], { limit, threshold, wanted }: SearchOptions): readonly Found[] {
    const table = this.#table;
    const heads = this.#heads;
    const mine = qualifiersOf(this.knowledge.off.has('qualifiers') ? { name: '' } : query);
    const factless = mine.birthDates.length + mine.countries.length === 0;
    const nameAlone = factless && mine.identifiers.length === 0;
    const least = leastLogitFor(threshold, factless);
    const leastCover = leastCoverFor(least);
    const best = new BestNames();
    // Where facts say nothing, a name that comes after enough better ones is none of the answer.
    const floors = new RisingFloor(least, nameAlone ? limit : Infinity);
    for (const [reading, asked] of readings.entries()) {
      table.load(asked, this.dictionary, this.knowledge);
      const fits = fitsOf(asked, query.schema);
      const consider = (name: number, floor: number, joins: boolean): void => {
        const party = heads.partyOf(name);
        if (wanted !== undefined && wanted[party] === 0) return;
        const logit = this.#scorer.nameLogit(table, this.#nameData, heads.offsetOf(name), heads.isWeak(name), floor, joins);
        if (logit < floor) return;
        const { homonyms } = this.#scorer;
        if (best.note({ party, name, reading, logit, homonyms })) floors.note(party, logit);
      };
      for (const id of mine.identifiers) {
        const unit = this.dictionary.find(`!${id}`);
        if (unit === undefined) continue;
        this.#retrieval.eachName(unit, (name) => {
          const party = this.#nameParty[name]!;
          for (let each = this.#partyFirstName[party]!; each < this.#partyFirstName[party + 1]!; each += 1) {
            const kind = kindNumber(
              this.#partySchema[party]!,
              this.#nameData[this.#nameOffsets[each]!]! >>> 16,
              isAnyones(this.#nameInfo[each]!),
            );
            if (fits[kind] === 1) consider(each, -Infinity, true);
          }
        });
      }
      this.#retrieval.candidates(table, { leastCover, floor: floors.floor, fits }, (name, joins) => {
        consider(name, floors.floor, joins);
        return floors.floor;
      });
    }
    const found: Found[] = [];
    for (const one of nameAlone ? best.first(limit) : best.all()) {
      const facts = nameAlone ? NOTHING : weighQualifiers(mine, this.records.at(one.party).facts);
      const score = combinedScore(one.logit, one, facts);
      if (score >= threshold)
        found.push({ party: one.party, name: one.name, reading: one.reading, order: one.logit + facts.logit, score, facts });
    }
    const idOf = ({ party }: Found): string => this.records.at(party).id;
    return found.sort((a, b) => b.score - a.score || b.order - a.order || (idOf(a) < idOf(b) ? -1 : 1)).slice(0, limit);
  }

  /** Appends each encoded name of a party to `out`, its units numbered anew, and calls `done` with the name's number in the party and the spans of its parts after each. */
  copyNames(
    party: number,
    unitOf: (key: string) => number,
    out: number[],
    done: (n: number, anyones: boolean, spans: Uint32Array) => void,
  ): void {
    const renumber = (unit: number): number => unitOf(this.dictionary.keyOf(unit));
    for (let name = this.#partyFirstName[party]!; name < this.#partyFirstName[party + 1]!; name += 1) {
      copyName(this.#nameData, this.#nameOffsets[name]!, renumber, out);
      const first = this.#nameSpans[name]!;
      const parts = this.#nameData[this.#nameOffsets[name]!]! & 0xff;
      done(numberIn(this.#nameInfo[name]!), isAnyones(this.#nameInfo[name]!), this.#partSpans.subarray(first, first + parts));
    }
  }
}

/** Opens the bytes of a saved index. Throws `input-malformed` where they are none, or were made by other knowledge. */
export function openScreenIndex(bytes: Uint8Array, knowledge: NameKnowledge): ScreenIndex {
  const index = new ScreenIndex(bytes, knowledge);
  if (index.recipe !== knowledge.recipe)
    throw new DualwatchError(
      'input-malformed',
      'the screening index was made by other knowledge of names; it is built again from the lists',
    );
  return index;
}
