import type { Span } from '../../model/span.ts';
import { hanSurname } from '../../text/readings/surnames.ts';
import { firstFrom } from './hit-search.ts';
import type { PersonPattern } from './persons.ts';
import { OFFICE } from './persons.ts';
import type { TradeHit, TradeHits } from './trade-hits.ts';

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

/**
 * Finds the person who stands right before or right behind a telephone number or mail address, whatever its label, though no label says so. What a text names
 * otherwise (`taken`: goods, organisations), places and words of the trade are no persons, and a name begins behind them.
 */
export function personsBeside(
  text: string,
  hits: TradeHits,
  taken: readonly Span[],
  { honorific }: PersonPattern,
): (contact: Span) => Span | undefined {
  const ways = new Map(hits.of('label').flatMap((hit) => (WAYS.has(hit.word.kind) ? [[hit.to, hit] as const] : [])));
  const ends = [
    ...taken.map(({ end }) => end),
    ...hits.places.map(({ to }) => to),
    ...NO_NAMES.flatMap((is) => hits.of(is)).map(({ to }) => to),
  ]
    .toSorted((a, b) => a - b)
    .map((from) => ({ from }));
  const starts = new Set(taken.map(({ start }) => start));
  return ({ start, end }) => {
    const to = nameEnd(text, start, ways);
    const floor = Math.max(0, start - REACH, ends[firstFrom(ends, to + 1) - 1]?.from ?? 0);
    const before = text.slice(floor, to);
    const spelled = to < start ? (NAME_AT_END.exec(before)?.[0].length ?? 0) : 0;
    const length = spelled > 0 ? spelled : hanNameAtEnd(before, honorific, HAN_MOBILE.test(text.slice(start, start + 8)));
    if (length > 0) return { start: to - length, end: to };
    const behind = text.slice(end, end + REACH);
    const found = NAME_IN_BRACKETS.exec(behind) ?? INITIALS_BEHIND.exec(behind) ?? hanNameBehind(behind, honorific);
    const [whole, name] = found ?? [];
    if (whole === undefined || name === undefined) return undefined;
    const at = end + whole.indexOf(name);
    return starts.has(at) ? undefined : { start: at, end: at + name.length };
  };
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
