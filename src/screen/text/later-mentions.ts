import type { Span } from '../../model/span.ts';
import { numberIn } from '../index/name-info.ts';
import type { PartyRecord } from '../index/party-record.ts';
import type { NameKnowledge } from '../knowledge.ts';
import { calledLater, type LaterName } from './called-later.ts';
import { DOT, maySpell, onlySpells } from '../name/transcribed.ts';
import { Recent } from '../recent.ts';
import type { GlossaryWords } from './glossary-words.ts';
import { WORD_BEHIND, hanNameOf, wordEnds, type HanName } from './han-name.ts';
import type { Hit } from './hit.ts';
import { introducedBehind } from './introduced-names.ts';
import { findHanName } from './later-han.ts';
import { LaterWords, type EachWord } from './later-words.ts';
import type { ListedNames } from './listed-names.ts';
import { overlap } from './overlapping-hits.ts';
import { ownSlice } from './own-slice.ts';

/** A place where a text calls somebody by less than the name by which it names him in full. */
export interface LaterMention extends Span {
  /** The mention in full. */
  readonly full: Hit;
}

/**
 * Further mentions of parties that a text surely names: persons by surname, with or without initials, organisations by brand. Asked only where there are hits, and linear
 * in the text then.
 */
export class LaterMentions {
  readonly #names: ListedNames;
  readonly #knowledge: NameKnowledge;
  readonly #words: LaterWords;
  /** By how the name is listed, written, and read: texts of one source name the same parties again and again. */
  readonly #called = new Recent<string, readonly LaterName[]>(MOST_REMEMBERED);

  constructor(names: ListedNames, knowledge: NameKnowledge, glossary: GlossaryWords) {
    this.#names = names;
    this.#knowledge = knowledge;
    this.#words = new LaterWords(knowledge, glossary);
  }

  /** `hits`: what stands, in the order of the text. In no order. */
  find(text: string, hits: readonly Hit[], eachWord: EachWord, recordOf: (name: number) => PartyRecord): readonly LaterMention[] {
    const isTaken = taken(hits);
    const seen = new Set<string>();
    const owners = new Map<string, { readonly name: LaterName; readonly full: Map<number, Hit> }>();
    const hans = new Map<string, Map<number, Hit>>();
    const foreign = new Map<string, Map<number, Hit>>();
    /** Chinese whose title says that they are named: wherever the same characters stand. */
    const spoken = new Map<string, Map<number, Hit>>();
    const givenHans = new Map<string, { readonly name: HanName; readonly full: Map<number, Hit> }>();
    const addWords = (name: LaterName, party: number, hit: Hit): void => {
      const key = JSON.stringify([name.words, name.person]);
      const known = owners.get(key);
      const owner = known === undefined || (name.rare && !known.name.rare) ? { name, full: known?.full ?? new Map<number, Hit>() } : known;
      if (!owner.full.has(party)) owner.full.set(party, hit);
      owners.set(key, owner);
    };
    for (const hit of hits) {
      const span = ownSlice(text, hit.start, hit.end);
      const party = this.#names.party[hit.name]!;
      const introduced = hit.person ? undefined : introducedBehind(text, hit, this.#knowledge);
      if (introduced !== undefined && 'words' in introduced) addWords(introduced.words, party, hit);
      else if (introduced !== undefined) {
        const { brand } = introduced.han;
        const owner = givenHans.get(brand) ?? { name: introduced.han, full: new Map<number, Hit>() };
        if (!owner.full.has(party)) owner.full.set(party, hit);
        givenHans.set(brand, owner);
      }
      // Wherever texts have these they were found, or are the names of others: ООО «МФТИ».
      if (hit.called === true) continue;
      const known = `${hit.name} ${span}`;
      if (seen.has(known)) continue;
      seen.add(known);
      if (hit.person ? hit.han !== false : hit.han === 'spoken' && !COMPANY.test(span)) {
        // 谢尔盖·拉夫罗夫, called 拉夫罗夫 later.
        const surname = FOREIGN_SURNAME.exec(span)?.[1];
        const again = surname ?? (hit.han === 'spoken' && span.length >= LEAST_AGAIN && spoken.size < MOST_AGAIN ? span : undefined);
        if (again === undefined) continue;
        const persons = surname === undefined ? spoken : foreign;
        const owner = persons.get(again) ?? new Map<number, Hit>();
        if (!owner.has(party)) owner.set(party, hit);
        persons.set(again, owner);
        continue;
      }
      if (HAN.test(span)) {
        const owner = hans.get(span) ?? new Map<number, Hit>();
        if (!owner.has(party)) owner.set(party, hit);
        hans.set(span, owner);
        // Named in Han, called by the brand that it has in other letters.
        for (const [name] of recordOf(hit.name).names.slice(0, MOST_NAMES))
          if (!HAN.test(name)) for (const one of this.#calledLater(name, name, false)) addWords(one, party, hit);
        continue;
      }
      const record = recordOf(hit.name);
      const listed = record.names[numberIn(this.#names.info[hit.name]!)]?.[0] ?? record.caption;
      for (const name of this.#calledLater(listed, span, hit.person)) addWords(name, party, hit);
    }
    const mentions: LaterMention[] = [];
    const add = (place: Span, full: ReadonlyMap<number, Hit>): void => {
      if (mentions.length < MOST_MENTIONS)
        for (const hit of full.values()) mentions.push({ start: place.start, end: place.end, full: hit });
    };
    const ownerOf = new Map([...owners.values()].map((owner) => [owner.name, owner]));
    const byWords = Map.groupBy(ownerOf.values(), ({ name }) => wordsOf(name));
    const shared = new Set(
      [...ownerOf.values()].filter((own) => byWords.get(wordsOf(own.name))!.some((other) => isOther(other.full, own.full))),
    );
    for (const { name, told, ...place } of this.#words.find(text, [...ownerOf.keys()], eachWord, isTaken)) {
      const own = ownerOf.get(name)!;
      // Two whom the text names are called so: a bare name is of neither.
      if (told || !shared.has(own)) add(place, own.full);
    }
    for (const [span, full] of hans) {
      if (mentions.length >= MOST_MENTIONS) break;
      const name = hanNameOf(span, this.#knowledge);
      if (name === undefined || givenHans.has(name.brand)) continue;
      const others = [...hans].some(([other, theirs]) => other !== span && other.includes(name.brand) && isOther(theirs, full));
      if (!others) for (const place of findHanName(text, name, isTaken, this.#knowledge)) add(place, full);
    }
    for (const [surname, full] of foreign)
      for (let at = text.indexOf(surname); at >= 0 && mentions.length < MOST_MENTIONS; at = text.indexOf(surname, at + surname.length)) {
        const place = { start: at, end: at + surname.length };
        const [before, after] = [text.charAt(at - 1), text.charAt(place.end)];
        // 马诺夫 is no part of 乌斯马诺夫.
        if (!isTaken(place) && !maySpell(after) && !onlySpells(before) && !DOT.test(after) && !DOT.test(before)) add(place, full);
      }
    for (const [name, full] of spoken)
      for (let at = text.indexOf(name); at >= 0 && mentions.length < MOST_MENTIONS; at = text.indexOf(name, at + name.length)) {
        const place = { start: at, end: at + name.length };
        // 罗定文 is not named in 罗定文化.
        if (!isTaken(place) && wordEnds(text.slice(at, place.end + WORD_BEHIND)).has(name.length)) add(place, full);
      }
    for (const { name, full } of givenHans.values())
      if (mentions.length < MOST_MENTIONS && full.size === 1)
        for (const place of findHanName(text, name, isTaken, this.#knowledge)) add(place, full);
    return mentions;
  }

  #calledLater(listed: string, span: string, person: boolean): readonly LaterName[] {
    const key = `${Number(person)}${listed}\n${span}`;
    return this.#called.get(key) ?? this.#called.set(key, calledLater(listed, span, person, this.#knowledge));
  }
}

/** The usual keys of its words. */
function wordsOf({ words }: LaterName): string {
  return words.map(([key]) => key).join(' ');
}

/** Has the one no party of the other? */
function isOther(a: ReadonlyMap<number, Hit>, b: ReadonlyMap<number, Hit>): boolean {
  return [...a.keys()].every((party) => !b.has(party));
}

/** Whether a span overlaps with a hit; these are in the order of the text. */
function taken(hits: readonly Hit[]): (span: Span) => boolean {
  const ends = new Map<number, Hit[]>();
  for (const hit of hits) for (let at = hit.start >>> 6; at <= (hit.end - 1) >>> 6; at += 1) ends.set(at, [...(ends.get(at) ?? []), hit]);
  return (span) => {
    for (let at = span.start >>> 6; at <= (span.end - 1) >>> 6; at += 1)
      for (const hit of ends.get(at) ?? []) if (overlap(hit, span)) return true;
    return false;
  };
}

/** The last word of a foreign name in Han, with a dot before it; shorter ones are words of Chinese too. */
const FOREIGN_SURNAME = new RegExp(`${DOT.source}([\\u3400-\\u9fff]{3,})$`);
/** What is found by its sound and ends so is a company; all else is a person, whatever its list leaves open. */
const COMPANY = /公司$/;
/** Chinese names that the text is looked through for again: so many persons are a list, which names each once. */
const MOST_AGAIN = 200;
/** Characters of a Chinese name that is no part of other words. */
const LEAST_AGAIN = 3;
/** Names of one party that are looked at for how it may be called. */
const MOST_NAMES = 12;
const HAN = /[\u3400-\u9fff]/;
const MOST_REMEMBERED = 2_000;
/** Further mentions that are told of one text; there is one in full of each. */
const MOST_MENTIONS = 2_000;
