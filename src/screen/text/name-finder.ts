import { numberIn } from '../index/name-info.ts';
import { HIT_THRESHOLD, type Explanation } from '../../model/match.ts';
import type { Span } from '../../model/span.ts';
import type { PartyRecord } from '../index/party-record.ts';
import type { ScreenIndex } from '../index/screen-index.ts';
import type { NameKnowledge } from '../knowledge.ts';
import { AnchorUnits } from './anchor-units.ts';
import { hasCode } from './codes-of-names.ts';
import { factsNear } from './context.ts';
import { openFinder } from './finder-file.ts';
import { buildFinderTables, wantedParties } from './finder-tables.ts';
import { GlossaryTouch } from './glossary-touch.ts';
import { GlossaryWords } from './glossary-words.ts';
import { HanCalled } from './han-called.ts';
import { HanEndings } from './han-endings.ts';
import { HanListed } from './han-listed.ts';
import { HanOrganisations } from './han-organisations.ts';
import { HanSpoken } from './han-spoken.ts';
import { KnownInWords } from './known-in-words.ts';
import { LaterMentions, type LaterMention } from './later-mentions.ts';
import type { EachWord } from './later-words.ts';
import { listedNames } from './listed-names.ts';
import { isInitials, type Hit } from './hit.ts';
import { ownSlice } from './own-slice.ts';
import { settle } from './settle.ts';
import { couldSettle } from './standing.ts';
import { SpanLikeness } from './span-likeness.ts';
import { SpanVerifier } from './span-verifier.ts';
import { TextWords } from './text-words.ts';
import { UnsureNames } from './unsure-names.ts';
import { UnitLooks } from './unit-looks.ts';
import { WordCandidates } from './word-candidates.ts';
import { WordEntries } from './word-entries.ts';
import { WordFinder } from './word-finder.ts';
import { KeysOfWords } from './word-keys.ts';

/** A listed party named in a text; offsets are UTF-16 of the text, and `text` is what stands there. */
export interface FoundName extends Span {
  readonly text: string;
  /** Party id. */
  readonly party: string;
  readonly matchedName: string;
  readonly list: string;
  readonly listing: string;
  readonly caption: string;
  /** As `compareNames` would score the span against the matched name. */
  readonly score: number;
  readonly explanation: Explanation;
  /** Of a further mention by surname, initials or brand: where the text names the party in full. The score is that of this mention. */
  readonly full?: Span & { readonly text: string };
}

/** Finds the names of listed parties in texts. One text at a time. */
export interface NameFinder {
  /** Names found, in the order of the text. Linear in its length. */
  find(text: string): readonly FoundName[];
}

export interface NameFinderOptions {
  /** Bytes that `buildFinderTables` gave for this index; made here where absent. */
  readonly tables?: Uint8Array;
  /** Looks for the names of these party ids only. */
  readonly parties?: ReadonlySet<string>;
}

/** UTF-16 units read at once, and how far a name may reach beyond. */
const PIECE = 1 << 18;
const MARGIN = 600;

/**
 * Finds names of an index in texts of any length: exact and normalised forms, person names in either order, inflected Russian and Ukrainian words, Han with
 * blanks and line breaks, and one script for another. Short and common names count only with something near that says so. Pure.
 *
 * @example createNameFinder(index, knowledge).find('Договор с заводом «Вектор» …')
 */
export function createNameFinder(index: ScreenIndex, knowledge: NameKnowledge, options: NameFinderOptions = {}): NameFinder {
  const names = listedNames(index);
  const tables = openFinder(options.tables ?? buildFinderTables(index, knowledge, options.parties), {
    recipe: index.recipe,
    names: names.count,
    units: names.units,
  });
  const glossary = new GlossaryWords(knowledge);
  const entries = new WordEntries(index.dictionary, knowledge, new AnchorUnits(names, tables), tables, glossary);
  const words = new TextWords();
  const verifier = new SpanVerifier(names, index.dictionary, knowledge, glossary);
  const likeness = new SpanLikeness(names, tables, new UnitLooks(index.dictionary));
  const keysOf = new KeysOfWords(index.dictionary, knowledge, new GlossaryTouch(knowledge, glossary));
  const inWords = new WordFinder(words, entries, tables, names, new WordCandidates(tables, names, entries), verifier, likeness, keysOf);
  const hanListed = new HanListed(words, tables, verifier, knowledge);
  const endings = new HanEndings(knowledge);
  const hanOrganisations = new HanOrganisations(
    words,
    entries,
    tables,
    names,
    verifier,
    likeness,
    index.dictionary,
    endings,
    knowledge,
    keysOf,
  );
  const wanted = wantedParties(index, options.parties);
  const hanSpoken = new HanSpoken(words, names, index, verifier, knowledge, (key) => index.dictionary.find(key) !== undefined, wanted);
  const hanCalled = new HanCalled(words, index, verifier, endings, knowledge, wanted);
  const knownInWords = new KnownInWords(words, index, verifier, glossary, knowledge, wanted);
  const laterMentions = new LaterMentions(names, knowledge, glossary);
  const records = new Map<number, PartyRecord>();
  const recordOf = (name: number): PartyRecord => {
    const party = names.party[name]!;
    let record = records.get(party);
    if (record === undefined) {
      if (records.size > MOST_RECORDS) records.clear();
      records.set(party, (record = index.records.at(party)));
    }
    return record;
  };
  const found = (text: string, { start, end, name, score, called }: Hit): FoundName => {
    const record = recordOf(name);
    const [matchedName, at] = record.names[numberIn(names.info[name]!)] ?? [record.caption, 0];
    const [list, listing] = record.listings[at] ?? ['', record.id];
    const span = ownSlice(text, start, end);
    const facts = factsNear(text, { start, end }, record);
    return {
      start,
      end,
      text: span,
      party: record.id,
      matchedName,
      list,
      listing,
      caption: record.caption,
      score: Math.round(score * 1e4) / 1e4,
      explanation: verifier.explain(span, name, matchedName, facts, called),
    };
  };
  /** With the further mentions of those whom the text names surely. */
  const withLater = (text: string, hits: readonly Hit[]): readonly FoundName[] => {
    if (hits.length === 0) return [];
    const whole = new Map<number, Hit>();
    for (const hit of hits) if (!isInitials(hit) && !whole.has(names.party[hit.name]!)) whole.set(names.party[hit.name]!, hit);
    const fullOf = (hit: Hit): Hit | undefined => (isInitials(hit) ? whole.get(names.party[hit.name]!) : undefined);
    const all = hits.filter((hit) => fullOf(hit) === undefined).map((hit) => found(text, hit));
    const initialled = hits.flatMap((hit) => ({ start: hit.start, end: hit.end, full: fullOf(hit) })).filter(isLater);
    const later = [...initialled, ...laterMentions.find(text, hits, eachWordOf(text), recordOf)].map(({ start, end, full }): FoundName => {
      const said = `named in full in the same text: ${ownSlice(text, full.start, full.end).replaceAll(/\s+/g, ' ')}`;
      const one = found(text, { ...full, start, end });
      const explanation = { ...one.explanation, for: [...one.explanation.for, said] };
      return { ...one, explanation, full: { start: full.start, end: full.end, text: ownSlice(text, full.start, full.end) } };
    });
    return later.length === 0 ? all : [...all, ...later].toSorted((a, b) => a.start - b.start || a.end - b.end || b.score - a.score);
  };
  const look = (text: string, keep: (hit: Hit) => void, unsure: (from: number, word: number, name: number) => void): void => {
    knownInWords.begin();
    for (let from = 0; from < text.length; from += PIECE) {
      read(text, from);
      inWords.find(text, keepFrom(from, keep), (word, name) => unsure(from, word, name));
      hanListed.find(text, keepFrom(from, keep));
      hanOrganisations.find(keepFrom(from, keep));
      hanCalled.find(text, keepFrom(from, keep));
      hanSpoken.find(text, keepFrom(from, keep));
      knownInWords.find(text, keepFrom(from, keep));
    }
  };
  /** Of the text that was read last. */
  const eachWordOf =
    (text: string): EachWord =>
    (codes, visit) => {
      for (let from = 0; from < text.length; from += PIECE) {
        if (text.length > PIECE) read(text, from);
        for (let n = 0; n < words.words && words.start[n]! < from + PIECE; n += 1)
          if (words.start[n]! >= from && hasCode(words, entries, n, codes)) visit(words.start[n]!);
      }
    };
  const read = (text: string, from: number): void => {
    if (entries.refresh()) {
      inWords.forget();
      hanOrganisations.forget();
    }
    words.read(text, Math.max(0, from - MARGIN), Math.min(text.length, from + PIECE + MARGIN), entries);
  };
  return {
    find(text) {
      const sure = new Set<number>();
      const holds = (hit: Hit): boolean => {
        const held = inWords.holds(text, hit);
        if (held) sure.add(names.party[hit.name]!);
        return held;
      };
      const hits: Hit[] = [];
      const keep = keepFew(hits);
      const unsure = new UnsureNames(names);
      look(text, keep, (from, word, name) => unsure.add(from, word, name));
      const settled = (): readonly Hit[] => settle(hits, text, recordOf, names, knowledge, glossary, holds);
      const first = settled();
      // Other names of parties that the text names: looked at now that they are known.
      const parties = new Set(sure);
      if (!unsure.touches(parties)) return withLater(text, first);
      for (const [from, at] of unsure.of(parties)) {
        if (text.length > PIECE) read(text, from);
        inWords.findSure(text, at, keepFrom(from, keep));
      }
      return withLater(text, settled());
    },
  };
}

function isLater(mention: Span & { readonly full: Hit | undefined }): mention is LaterMention {
  return mention.full !== undefined;
}

/** Keeps what may be a hit and begins in the piece of text that begins at `from`. */
function keepFrom(from: number, keep: (hit: Hit) => void): (hit: Hit) => void {
  return (hit) => {
    if (hit.start >= from && hit.start < from + PIECE && hit.score >= HIT_THRESHOLD) keep(hit);
  };
}

/** Adds hits to `hits`: of those that only another name of the party could make something of, the first of each name. */
function keepFew(hits: Hit[]): (hit: Hit) => void {
  const doubtful = new Map<number, number>();
  return (hit) => {
    if (!couldSettle(hit)) {
      const times = doubtful.get(hit.name) ?? 0;
      if (times >= MOST_DOUBTFUL) return;
      doubtful.set(hit.name, times + 1);
    }
    hits.push(hit);
  };
}

const MOST_RECORDS = 20_000;
/** Times that one listed name is kept for a text where only another name of the party could make hits of them. */
const MOST_DOUBTFUL = 200;
