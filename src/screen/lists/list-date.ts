const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Ranges of years longer than this say too little to be counted as dates. */
const LONGEST_RANGE_YEARS = 10;

export type DayOrder = 'day-first' | 'month-first';

/**
 * Dates of one cell as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: `10 Dec 1948`, `24.6.1964 or 25.6.1964`, `1951 to 1953`, `circa 1962`.
 * Undefined where any part cannot be read, so that nothing is half understood.
 */
export function readDates(text: string, order: DayOrder = 'day-first'): readonly string[] | undefined {
  // Nearly every cell holds one date.
  const only = readDate(text, order);
  if (only !== undefined) return [only];
  const dates: string[] = [];
  const parted = text.replace(/\((?=or\b|possibly\b)([^()]*)\)/giu, ' $1');
  for (const part of parted.split(/\s*(?:;|\bor\b(?! around)|\/\s(?=\d)|\band\b|,\s(?=\d{1,2}\.\d|\d{4}\b))\s*/iu)) {
    const bare = part
      .replace(
        /^(?:(?:circa|ca?\.|approximately|approx\.?|on or around|about|around|possibly|born(?: on| in)?|year|between|from|in)\s+|c\.\s*)+/iu,
        '',
      )
      .replace(/\s+(?:POB|Gender|Nationality|Passport)\s*:.*$/u, '')
      .replace(/\s*(?:\([^()]*\)|\bcirca\b)$/iu, '')
      .replace(/^["“']+|["”'.,]+$/gu, '')
      .trim();
    if (bare === '') continue;
    const read = readDate(bare, order);
    const found = read === undefined ? readRange(bare, order) : [read];
    if (found === undefined) return undefined;
    dates.push(...found);
  }
  return dates.length === 0 ? undefined : [...new Set(dates)];
}

/** `1951 to 1953` is each of the years, `01 Mar 1965 to 31 Mar 1965` the month, `01 Jan 1973 to 31 Dec 1973` the year. */
function readRange(text: string, order: DayOrder): readonly string[] | undefined {
  const ends = /^(.+?)\s*(?:\bto\b|[–—]|(?<=\d{4})[-/](?=\d{4}$))\s*(.+)$/iu.exec(text);
  const from = ends ? readDate(ends[1] ?? '', order) : undefined;
  const to = ends ? readDate(ends[2] ?? '', order) : undefined;
  if (from === undefined || to === undefined || to < from) return undefined;
  if (from.length > 4 && from.slice(0, 7) === to.slice(0, 7)) return [from.slice(0, 7)];
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  if (last - first > LONGEST_RANGE_YEARS) return undefined;
  return Array.from({ length: last - first + 1 }, (_, years) => String(first + years));
}

/** One date, or undefined. */
export function readDate(text: string, order: DayOrder = 'day-first'): string | undefined {
  // OFSI writes what it does not know as 00 or by its letters.
  const unknown = /^(?:00|dd)\/(00|mm|\d\d)\/(\d{4})$/iu.exec(text);
  if (unknown) return dateOf(unknown[2]!, /^\d+$/u.test(unknown[1]!) ? unknown[1] : '00', '00');
  const iso = /^(\d{4})(?:[-./](\d{1,2})(?:[-./](\d{1,2})(?:[T ]\d\d:\d\d.*)?)?)?$/u.exec(text);
  if (iso) return dateOf(iso[1]!, iso[2], iso[3]);
  const numeric = /^(\d{1,2})\s*[-./]\s*(\d{1,2})(?:\s*[-./]\s*|\s+)(\d{4}|\d{2})$/u.exec(text);
  if (numeric) {
    const [first, second] = [numeric[1]!, numeric[2]!];
    // A number above 12 is a day whatever the file's order.
    const dayFirst = Number(first) > 12 || (order === 'day-first' && Number(second) <= 12);
    return dateOf(fullYear(numeric[3]!), dayFirst ? second : first, dayFirst ? first : second);
  }
  const monthYear = /^(\d{1,2})[-./](\d{4})$/u.exec(text);
  if (monthYear) return dateOf(monthYear[2]!, monthYear[1], undefined);
  const dayName = /^(\d{1,2})(?:st|nd|rd|th)?[\s.-]+([a-z]{3,9})\.?[\s,.-]+(\d{4}|\d{2})$/iu.exec(text);
  if (dayName) return dateOf(fullYear(dayName[3]!), monthOf(dayName[2]!), dayName[1]);
  const nameDay = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/iu.exec(text);
  if (nameDay) return dateOf(nameDay[3]!, monthOf(nameDay[1]!), nameDay[2]);
  const nameYear = /^([a-z]{3,9})\.?,?\s+(\d{4})$/iu.exec(text);
  if (nameYear) return dateOf(nameYear[2]!, monthOf(nameYear[1]!), undefined);
  return undefined;
}

function monthOf(name: string): string {
  const at = MONTHS.indexOf(name.slice(0, 3).toLowerCase());
  return at < 0 ? '0' : String(at + 1);
}

/** Two digits are of the last hundred years before 2030: no list names the unborn. */
function fullYear(year: string): string {
  if (year.length === 4) return year;
  return Number(year) >= 30 ? `19${year}` : `20${year}`;
}

function isYear(year: number): boolean {
  // Years before that are of another calendar: 1402 is of the Hijra.
  return year >= 1700 && year <= 2100;
}

function dateOf(yearText: string, monthText: string | undefined, dayText: string | undefined): string | undefined {
  const year = Number(yearText);
  if (!isYear(year)) return undefined;
  // 00 stands for “unknown” in several lists.
  const month = Number(monthText ?? '0');
  const day = Number(dayText ?? '0');
  if (monthText === undefined || (month === 0 && day === 0 && /^0+$/u.test(monthText) && monthText.length > 1)) return yearText;
  if (month < 1 || month > 12) return undefined;
  const yearMonth = `${yearText}-${String(month).padStart(2, '0')}`;
  if (day === 0) return dayText === undefined || dayText === '00' ? yearMonth : undefined;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day <= days ? `${yearMonth}-${String(day).padStart(2, '0')}` : undefined;
}
