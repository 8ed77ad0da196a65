import type { Span } from '../../model/span.ts';
import { hanSurname } from '../../text/readings/surnames.ts';
import { firstFrom } from './hit-search.ts';
import type { PersonPattern } from './persons.ts';
import { OFFICE } from './persons.ts';
import type { PlaceHit, TradeHit, TradeHits } from './trade-hits.ts';

/** UTF-16 units before a number or address in which the name of its holder ends and begins. */
const REACH = 64;
/** Words of {@link TradeHits} that are no part of a person's name: a name begins behind them. */
const NO_NAMES = ['deal', 'cue', 'label', 'name', 'section', 'noun', 'form', 'body', 'ending', 'we'] as const;
/** Labels that may stand between a person and what they are reached by. */
const WAYS = new Set(['phone', 'mail', 'messenger']);
const SHORT_LABEL = /(?<![\p{L}\d])(?:т|м|моб|тел|раб|сот|tel|mob|ph)\.?$/iu;
const GAP = /[\s,，、:：(（[–—-]{1,4}$/u;
const WORD = String.raw`\p{Lu}[\p{L}’'-]{1,30}`;
/** Two or three capitalised words, initials between them, a surname with initials on either side of it. */
const NAME = String.raw`(?:${WORD}\s{1,2}(?:\p{Lu}\.\s?){1,2}${WORD}|${WORD}\s{1,2}\p{Lu}\.(?:\s?\p{Lu}\.?)?|\p{Lu}\.\s?(?:\p{Lu}\.\s?)?${WORD}|(?:${WORD}\s{1,2}){1,2}${WORD})`;
const NAME_AT_END = new RegExp(String.raw`(?<![\p{L}\d.])${NAME}$`, 'u');
const NAME_IN_BRACKETS = new RegExp(String.raw`^\s?[(（](${NAME})[)）]`, 'u');
const INITIALS_BEHIND = new RegExp(
  String.raw`^[\s,–—-]{1,4}(${WORD}\s{1,2}\p{Lu}\.\s?(?:\p{Lu}\.)?|\p{Lu}\.\s?(?:\p{Lu}\.\s?)?${WORD})(?![\p{L}\d])`,
  'u',
);
/** Landlines stand behind places and offices as well: a name with nothing that tells it is looked for beside a mobile alone. */
const HAN_MOBILE = /^(?:\+?86[ -]?)?1[3-9]\d/;
const HAN_AT_END = /\p{Script=Han}{1,10}$/u;
const HAN_BEHIND = /^[\s,，、(（]{0,3}(\p{Script=Han}{2,5})(?!\p{Script=Han})/u;
/** 陈, 李小龙, 司马相如: characters of a person's name. */
const LONGEST_HAN = 4;
/** г. before a city at the beginning of a line. */
const OF_CITY = /^Г\.\s?/u;
/** What a place in Han may end in: 江苏省. */
const HAN_AREA = /^[省市县區区州镇鎮]$/u;
/** Words that stand beside the names of areas, and are no names of persons. */
const AREA = /(?<!\p{L})(?:Республик[аиу]|Област[ьи]|Район|Округ|Республіка|Republic|Region|Province|Oblast|District|City)(?!\p{L})/giu;

/**
 * Finds who stands right before or right behind a telephone number or mail address, whatever its label, though no label says so: where a place stands at an end of the
 * name, also the name without it. What a text names otherwise (`taken`: goods, organisations) and words of the trade are no persons, and a name begins behind them.
 * Persons are named as places are (Владимир, Московский, Israel, 海南): only a name that is a place as a whole is none.
 */
export function personsBeside(
  text: string,
  hits: TradeHits,
  taken: readonly Span[],
  { honorific }: PersonPattern,
): (contact: Span) => readonly Span[] {
  const ways = new Map(hits.of('label').flatMap((hit) => (WAYS.has(hit.word.kind) ? [[hit.to, hit] as const] : [])));
  const ends = [...taken.map(({ end }) => end), ...NO_NAMES.flatMap((is) => hits.of(is)).map(({ to }) => to)]
    .toSorted((a, b) => a - b)
    .map((from) => ({ from }));
  const starts = new Set(taken.map(({ start }) => start));
  return ({ start, end }) => {
    const to = nameEnd(text, start, ways);
    const floor = Math.max(0, start - REACH, ends[firstFrom(ends, to + 1) - 1]?.from ?? 0);
    const places = placesWithin(hits.places, floor, to);
    const nameTo = (from: number, till: number): Span | undefined => {
      const before = text.slice(from, till);
      const spelled = to < start ? (NAME_AT_END.exec(before)?.[0].length ?? 0) : 0;
      const length = spelled > 0 ? spelled : hanNameAtEnd(before, honorific, HAN_MOBILE.test(text.slice(start, start + 8)));
      const name = { start: till - length, end: till };
      return length === 0 || isPlace(text, name, places) ? undefined : name;
    };
    const name = nameTo(floor, to) ?? nameTo(Math.max(floor, places.at(-1)?.to ?? 0), to);
    if (name !== undefined) {
      const less = places.flatMap(({ strength, from, to: till }) => {
        if (strength === 'soft') return [];
        if (from <= name.start && till > name.start) return [nameTo(till, to)];
        return till >= to && from > name.start ? [nameTo(floor, floor + text.slice(floor, from).trimEnd().length)] : [];
      });
      return [name, ...less.filter((one) => one !== undefined)];
    }
    const behind = text.slice(end, end + REACH);
    const found = NAME_IN_BRACKETS.exec(behind) ?? INITIALS_BEHIND.exec(behind) ?? hanNameBehind(behind, honorific);
    const [whole, given] = found ?? [];
    if (whole === undefined || given === undefined) return [];
    const at = end + whole.indexOf(given);
    return starts.has(at) ? [] : [{ start: at, end: at + given.length }];
  };
}

/** Places that touch a span, in their order. */
function placesWithin(places: readonly PlaceHit[], from: number, to: number): readonly PlaceHit[] {
  return places.slice(Math.max(0, firstFrom(places, from) - 1), firstFrom(places, to)).filter((place) => place.to > from);
}

/** Whether one place, or several with nothing but words such as "Республика" beside them, make up the whole of a name. */
function isPlace(text: string, { start, end }: Span, places: readonly PlaceHit[]): boolean {
  if (places.some(({ from, to }) => from <= start && to >= end)) return true;
  const within = places.filter(({ from, to }) => from < end && to > start);
  const hard = within.filter(({ strength }) => strength === 'hard');
  const besideHard = outside(text, { start, end }, hard);
  if (hard.length > 0 && (HAN_AREA.test(besideHard) || !hasLetter(besideHard.replace(OF_CITY, '').replaceAll(AREA, '')))) return true;
  const beside = outside(text, { start, end }, within);
  return within.length > 0 && hasLetter(beside) && !hasLetter(beside.replaceAll(AREA, ''));
}

/** What of a span is in none of these places. */
function outside(text: string, { start, end }: Span, places: readonly PlaceHit[]): string {
  let rest = '';
  let at = start;
  for (const { from, to } of places) {
    rest += text.slice(at, Math.max(at, from));
    at = Math.max(at, to);
  }
  return rest + text.slice(at, Math.max(at, end));
}

function hasLetter(text: string): boolean {
  return /\p{L}/u.test(text);
}

/** Where a name before a contact can end: before labels and the signs around them. */
function nameEnd(text: string, start: number, ways: ReadonlyMap<number, TradeHit>): number {
  let to = start;
  for (let round = 0; round < 3; round += 1) {
    to -= GAP.exec(text.slice(Math.max(0, to - 4), to))?.[0].length ?? 0;
    const label = ways.get(to) ?? (text.charAt(to - 1) === '.' ? ways.get(to - 1) : undefined);
    const short = SHORT_LABEL.exec(text.slice(Math.max(0, to - 5), to))?.[0].length ?? 0;
    if (label === undefined && short === 0) break;
    to = label?.from ?? to - short;
  }
  return to;
}

/** Length of a Chinese name that ends a text: with a word such as 先生 behind it, or by its surname where it stands apart. */
function hanNameAtEnd(before: string, honorific: RegExp, isMobile: boolean): number {
  const run = HAN_AT_END.exec(before)?.[0] ?? '';
  for (let length = Math.min(LONGEST_HAN + 4, run.length); length > 1; length -= 1) {
    const name = run.slice(-length);
    if (hasHonorific(name, honorific)) return length;
  }
  return isMobile ? bareHanName(run) : 0;
}

function hanNameBehind(behind: string, honorific: RegExp): RegExpExecArray | null {
  const found = HAN_BEHIND.exec(behind);
  return found !== null && hasHonorific(found[1] ?? '', honorific) ? found : null;
}

/** 王经理, 张小明先生: a surname, up to two characters more, and the honorific at the end. */
export function hasHonorific(name: string, honorific: RegExp): boolean {
  for (let own = 1; own <= Math.min(3, name.length - 1); own += 1)
    if (hanSurname(`${name.slice(0, own)}某`) !== undefined && honorific.exec(name.slice(own))?.[0].length === name.length - own)
      return true;
  return false;
}

function bareHanName(name: string): number {
  const surname = hanSurname(name);
  if (surname === undefined || OFFICE.test(name)) return 0;
  const given = name.length - surname.length;
  return given >= 1 && given <= 2 ? name.length : 0;
}
