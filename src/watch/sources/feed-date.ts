import type { PageReading } from '../../model/reading.ts';
import type { AssumedZone } from './source-knowledge.ts';

export type FeedDate = Pick<PageReading, 'publishedAt' | 'publishedUncertaintySeconds' | 'publishedZone'>;

export const NO_DATE: FeedDate = { publishedAt: null, publishedUncertaintySeconds: null, publishedZone: null };

/**
 * Reads a date as feeds write it: RFC 822 and 3339, the looser forms of Chinese and Russian bridges, Unix seconds and milliseconds.
 * UTC with `Z` where a time of day is given, the bare day else; {@link NO_DATE} for what is no date of a real day since 1990.
 * A time without a zone is read in the one assumed, and its uncertainty says so.
 */
export function readFeedDate(raw: string | null, assumed: AssumedZone): FeedDate {
  const text = raw?.trim().slice(0, 100) ?? '';
  if (text === '') return NO_DATE;
  if (/^\d{9,10}(?:\.\d+)?$/.test(text)) return at(Number(text) * 1000, 0, 'stated');
  if (/^\d{12,13}$/.test(text)) return at(Number(text), 0, 'stated');
  const day = yearFirst(text) ?? dayFirst(text) ?? monthFirst(text);
  if (day === null || !isRealDay(day)) return NO_DATE;
  return withTime(day, text.slice(day.end), assumed);
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Where the text goes on after the day. */
  readonly end: number;
}

/** 2024-05-22, 2024/5/22, 2024.05.22, 20240522, 2024年5月22日. */
function yearFirst(text: string): Day | null {
  const found =
    /^\D{0,20}?(\d{4})\s*(?:[-/.]|年)\s*(\d{1,2})\s*(?:[-/.]|月)\s*(\d{1,2})\s*日?(?!\d)/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})(?!\d)/.exec(text);
  return found && { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]), end: found[0].length };
}

/** Wed, 22 May 2024; 22-May-24; 22 мая 2024 г.; 22.05.2024. */
function dayFirst(text: string): Day | null {
  const named = /^(?:[\p{L}.]+\s*,?\s+|[\p{L}.]+,\s*)?(\d{1,2})[\s-]+(\p{L}{3,12})\.?[\s,-]+(\d{4}|\d{2})(?!\d)(?:\s*(?:г|р)\.)?/u.exec(
    text,
  );
  if (named) return { year: fullYear(named[3] ?? ''), month: monthNumber(named[2] ?? ''), day: Number(named[1]), end: named[0].length };
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/.exec(text);
  return dotted && { year: Number(dotted[3]), month: Number(dotted[2]), day: Number(dotted[1]), end: dotted[0].length };
}

/** May 22, 2024; and `Wed May 22 10:00:00 2024`, as C and shell write it. */
function monthFirst(text: string): Day | null {
  const found = /^(?:\p{L}+,?\s+)??(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(?=\d|\d{1,2}:)/u.exec(text);
  const year = found && /(?:^|\s)(\d{4})(?!\d)/.exec(text.slice(found[0].length));
  return found && year && { year: Number(year[1]), month: monthNumber(found[1] ?? ''), day: Number(found[2]), end: found[0].length };
}

const MONTHS = [
  ['jan', 'янв', 'січ'],
  ['feb', 'фев', 'лют'],
  ['mar', 'мар', 'бер'],
  ['apr', 'апр', 'кві'],
  ['may', 'ма', 'тра'],
  ['jun', 'июн', 'чер'],
  ['jul', 'июл', 'лип'],
  ['aug', 'авг', 'сер'],
  ['sep', 'сен', 'вер'],
  ['oct', 'окт', 'жов'],
  ['nov', 'ноя', 'лис'],
  ['dec', 'дек', 'гру'],
] as const;

function monthNumber(name: string): number {
  const lower = name.toLowerCase();
  return MONTHS.findIndex((starts) => starts.some((start) => lower.startsWith(start))) + 1;
}

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year + (year < 70 ? 2000 : 1900);
}

function isRealDay({ year, month, day }: Day): boolean {
  if (year < 1990 || year > 2200 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function withTime({ year, month, day }: Day, rest: string, assumed: AssumedZone): FeedDate {
  const time = /(?:^|[\sTt日,])(\d{1,2})[:时](\d{2})(?:分|(?:[:分](\d{2})秒?(?:[.,]\d+)?))?\s*([AaPp]\.?[Mm]\.?)?/.exec(rest);
  if (!time)
    return {
      publishedAt: new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10),
      publishedUncertaintySeconds: 43_200,
      publishedZone: null,
    };
  const [, hours = '', minutes = '', seconds, half] = time;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (/^p/i.test(half) ? 12 : 0);
  // 24:00 and the leap second are written, and mean the next minute.
  if (hour > 24 || Number(minutes) > 59 || Number(seconds ?? 0) > 60 || (hour === 24 && Number(minutes) > 0)) return NO_DATE;
  const local = Date.UTC(year, month - 1, day, hour, Number(minutes), Number(seconds ?? 0));
  const precision = seconds === undefined ? 30 : 0;
  const stated = zoneHours(rest.slice(time.index + time[0].length), assumed);
  if (stated !== null) return at(local - stated * 3_600_000, precision, 'stated');
  return at(local - assumed.offset * 3_600_000, assumed.spread * 3600 + precision, 'assumed');
}

/** Names of RFC 822 and of the places watched. `CST` is China's where China is assumed: Americans mean six hours west by it. */
const ZONE_NAMES: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
  msk: 3,
  мск: 3,
  eet: 2,
  eest: 3,
  cet: 1,
  cest: 2,
  bst: 1,
  wet: 0,
  hkt: 8,
  sgt: 8,
  jst: 9,
  kst: 9,
};

/** Hours east of UTC, or null where none is stated. `GMT+0800` and `+08:00 (CST)` are offsets first. */
function zoneHours(rest: string, assumed: AssumedZone): number | null {
  const offset = /^\s*(?:UTC|GMT|UT)?\s*([+\u2212-])(\d{2}):?(\d{2})?(?!\d)/i.exec(rest);
  if (offset) {
    const hours = Number(offset[2]) + Number(offset[3] ?? 0) / 60;
    // -00:00 is RFC 5322's "zone unknown", but the time is still UTC.
    return hours > 15 ? null : offset[1] === '+' ? hours : -hours;
  }
  const name = /^\s*\(?(\p{L}{1,5})\b/u.exec(rest)?.[1]?.toLowerCase() ?? /^\s*(мск)/iu.exec(rest)?.[1]?.toLowerCase();
  if (name === undefined) return null;
  return name === 'cst' && assumed.offset === 8 ? 8 : (ZONE_NAMES[name] ?? null);
}

function at(ms: number, uncertainty: number, zone: 'stated' | 'assumed'): FeedDate {
  const date = new Date(ms);
  const year = date.getUTCFullYear();
  if (Number.isNaN(year) || year < 1990 || year > 2200) return NO_DATE;
  return { publishedAt: date.toISOString().replace('.000Z', 'Z'), publishedUncertaintySeconds: uncertainty, publishedZone: zone };
}
