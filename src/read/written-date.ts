/** A date as a page writes it. */
export interface WrittenDate {
  /** ISO 8601: UTC with `Z` where a time of day is known, else the bare date. */
  readonly iso: string;
  readonly uncertaintySeconds: number;
  readonly zone: 'stated' | 'site' | 'assumed';
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
}

/** What a date without a zone is taken for: the zone of the site where it is known, else one assumed, with how far that may be off. */
export interface ZoneRule {
  readonly offset: string;
  readonly from: 'site' | 'assumed';
  readonly slackSeconds: number;
}

export const HALF_DAY_SECONDS = 43_200;
const HALF_MINUTE_SECONDS = 30;

const TIME = String.raw`(?:[\sT,，|]{0,3}(?:в\s|о\s|at\s)?(\d{1,2})[:：时](\d{2})(?:[:：分](\d{2})(?:[.,]\d{1,9})?秒?|分)?(?:\s?([ap])\.?m\b\.?)?\s?\(?(Z\b|UTC|GMT|МСК|MSK|[+-]\d{2}:?\d{2}(?!\d))?)?`;
const MONTH_WORD = String.raw`([a-zа-яіїєґ]{3,12})\.?`;
const FORMS: readonly { readonly pattern: RegExp; readonly order: readonly ['y' | 'm' | 'd', 'y' | 'm' | 'd', 'y' | 'm' | 'd'] }[] = [
  {
    pattern: new RegExp(String.raw`(?<![\d.])((?:19|20)\d{2})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)日?号?${TIME}`, 'gi'),
    order: ['y', 'm', 'd'],
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\d.])(\d{1,2})[./-](\d{1,2})[./-]((?:19|20)\d{2})(?!-?\d)(?:\s?(?:г|р)\.?(?!\p{L}))?${TIME}`,
      'giu',
    ),
    order: ['d', 'm', 'y'],
  },
  {
    pattern: new RegExp(
      String.raw`(?<!\d)(\d{1,2})(?:st|nd|rd|th)?[\s\u00a0-]${MONTH_WORD},?[\s\u00a0-]((?:19|20)\d{2})(?!\d)(?:\s?(?:года|року|г|р)\.?(?!\p{L}))?${TIME}`,
      'giu',
    ),
    order: ['d', 'm', 'y'],
  },
  {
    pattern: new RegExp(String.raw`(?<!\p{L})${MONTH_WORD}\s(\d{1,2})(?:st|nd|rd|th)?,?\s((?:19|20)\d{2})(?!\d)${TIME}`, 'giu'),
    order: ['m', 'd', 'y'],
  },
];
/** No form is longer. */
const MAX_TEXT = 4000;

/** The first date written in a text (of at most 4,000 characters), or null. */
export function findDate(text: string, zone: ZoneRule): WrittenDate | null {
  const part = text.length > MAX_TEXT ? text.slice(0, MAX_TEXT) : text;
  if (!/(?:19|20)\d{2}/.test(part)) return null;
  let first: WrittenDate | null = null;
  for (const { pattern, order } of FORMS) {
    pattern.lastIndex = 0;
    for (let found = pattern.exec(part); found !== null; found = pattern.exec(part)) {
      const date = readForm(found, order, zone);
      if (date === null) {
        pattern.lastIndex = found.index + 1;
        continue;
      }
      if (first === null || date.start < first.start) first = date;
      break;
    }
  }
  return first;
}

/** A text (of at most 4,000 characters) without the dates that are written in it; a longer one as it is. */
export function withoutDates(text: string): string {
  if (text.length > MAX_TEXT) return text;
  let rest = text;
  for (let date = findDate(rest, ANY_ZONE); date !== null; date = findDate(rest, ANY_ZONE))
    rest = `${rest.slice(0, date.start)} ${rest.slice(date.end)}`;
  return rest;
}

/** A text without days that are written without their year: *11 May*, *Jul 02*, *3 июля*. */
export function withoutDays(text: string): string {
  return text.replace(DAY_OF_MONTH, ' ');
}

const MONTH_NAME = String.raw`(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|янв|фев|мар|апр|июн|июл|авг|сент?|окт|ноя|дек|січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня|січ|лют|бер|квіт?|трав?|черв?|лип|серп?|вер|жовт?|лист|груд?)(?!\p{L})\.?`;
const DAY_OF_MONTH = new RegExp(
  String.raw`(?<!\d)\d{1,2}(?:st|nd|rd|th)?[\s.-]?${MONTH_NAME}|(?<!\p{L})${MONTH_NAME}\s?\d{1,2}(?!\d)|(?<!\d)\d{1,2}月\d{1,2}日`,
  'giu',
);

const ANY_ZONE: ZoneRule = { offset: '+00:00', from: 'assumed', slackSeconds: 0 };

/** A point in time from seconds since 1970; null outside 1990 to 2100. */
export function dateOfUnix(seconds: number): WrittenDate | null {
  if (!Number.isInteger(seconds) || seconds < 631_152_000 || seconds > 4_102_444_800) return null;
  return { iso: isoSeconds(seconds * 1000), uncertaintySeconds: 0, zone: 'stated', start: 0, end: 0 };
}

/** The zone assumed for a language: China has one; elsewhere the slack says how wide the guess is. */
export function assumedZone(lang: string | null): ZoneRule {
  const tag = (lang ?? '').slice(0, 2).toLowerCase();
  if (tag === 'zh') return { offset: '+08:00', from: 'assumed', slackSeconds: 0 };
  if (tag === 'ru') return { offset: '+03:00', from: 'assumed', slackSeconds: 9 * 3600 };
  if (tag === 'uk') return { offset: '+02:00', from: 'assumed', slackSeconds: 3600 };
  return { offset: '+00:00', from: 'assumed', slackSeconds: 14 * 3600 };
}

function readForm(found: RegExpExecArray, order: readonly ('y' | 'm' | 'd')[], zone: ZoneRule): WrittenDate | null {
  const parts = { y: 0, m: 0, d: 0 };
  for (let at = 0; at < 3; at++) {
    const key = order[at] ?? 'y';
    const value = found[at + 1] ?? '';
    parts[key] = /^\d/.test(value) ? Number(value) : monthNumber(value);
  }
  // 05/28/2025 can only be the American order
  if (order[0] === 'd' && parts.m > 12 && parts.d <= 12) [parts.m, parts.d] = [parts.d, parts.m];
  const day = Date.UTC(parts.y, parts.m - 1, parts.d);
  if (parts.m < 1 || parts.m > 12 || parts.d < 1 || new Date(day).getUTCMonth() !== parts.m - 1) return null;
  const start = found.index;
  const end = start + found[0].length;
  const [hour, minute, second, half, stated] = [found[4], found[5], found[6], found[7], found[8]];
  if (hour === undefined || minute === undefined) {
    return { iso: new Date(day).toISOString().slice(0, 10), uncertaintySeconds: HALF_DAY_SECONDS, zone: zone.from, start, end };
  }
  const hours = (Number(hour) % (half === undefined ? 24 : 12)) + (half?.toLowerCase() === 'p' ? 12 : 0);
  if (Number(hour) > 24 || Number(minute) > 59) return null;
  const local = day + ((hours * 60 + Number(minute)) * 60 + Number(second ?? 0)) * 1000;
  const offset = offsetSeconds(stated ?? zone.offset);
  const reading = second === undefined ? HALF_MINUTE_SECONDS : 0;
  return {
    iso: isoSeconds(local - offset * 1000),
    uncertaintySeconds: reading + (stated === undefined ? zone.slackSeconds : 0),
    zone: stated === undefined ? zone.from : 'stated',
    start,
    end,
  };
}

function offsetSeconds(zone: string): number {
  if (/^(?:МСК|MSK)$/i.test(zone)) return 3 * 3600;
  const found = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  return found === null ? 0 : (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 3600 + Number(found[3]) * 60);
}

function isoSeconds(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

/** First letters of the months in English, Russian and Ukrainian. */
const MONTHS: readonly RegExp[] = [
  /^(?:jan|янв|січ)/,
  /^(?:feb|фев|лют)/,
  /^(?:mar|мар|бер)/,
  /^(?:apr|апр|кві)/,
  /^(?:may|мая|май|тра)/,
  /^(?:jun|июн|чер)/,
  /^(?:jul|июл|лип)/,
  /^(?:aug|авг|сер)/,
  /^(?:sep|сен|вер)/,
  /^(?:oct|окт|жов)/,
  /^(?:nov|ноя|лис)/,
  /^(?:dec|дек|гру)/,
];

function monthNumber(word: string): number {
  const lower = word.toLowerCase();
  return MONTHS.findIndex((month) => month.test(lower)) + 1;
}
