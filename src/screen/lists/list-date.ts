const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Ranges of years longer than this say too little to be counted as dates. */
const LONGEST_RANGE_YEARS = 10;

export type DayOrder = 'day-first' | 'month-first';

/**
 * Dates of one cell as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: `10 Dec 1948`, `24.6.1964 or 25.6.1964`, `1951 to 1953`, `circa 1962`.
 * Undefined where any part cannot be read, so that nothing is half understood.
 */
export function readDates(text: string, order: DayOrder = 'day-first'): readonly string[] | undefined {
  const dates: string[] = [];
  for (const part of text.split(/\s*(?:;|\bor\b|\/\s(?=\d)|\band\b|,\s(?=\d{1,2}\.\d))\s*/u)) {
    const bare = part
      .replace(/^(?:circa|ca?\.|approximately|approx\.?|about|around|born(?: on| in)?|year|between|from|in)\s*/iu, '')
      .replace(/\s*(?:\((?:circa|approximately|approx\.?)\)|\bcirca\b)$/iu, '')
      .replace(/^["“']+|["”'.,]+$/gu, '')
      .trim();
    if (bare === '') continue;
    const range = /^(\d{4})\s*(?:to|-|–|\/)\s*(\d{4})$/u.exec(bare);
    if (range) {
      const [from, to] = [Number(range[1]), Number(range[2])];
      if (!isYear(from) || !isYear(to) || to < from || to - from > LONGEST_RANGE_YEARS) return undefined;
      for (let year = from; year <= to; year++) dates.push(String(year));
      continue;
    }
    const date = readDate(bare, order);
    if (date === undefined) return undefined;
    dates.push(date);
  }
  return dates.length === 0 ? undefined : dates;
}

/** One date, or undefined. */
export function readDate(text: string, order: DayOrder = 'day-first'): string | undefined {
  const iso = /^(\d{4})(?:[-./](\d{1,2})(?:[-./](\d{1,2})(?:[T ]\d\d:\d\d.*)?)?)?$/u.exec(text);
  if (iso) return dateOf(iso[1]!, iso[2], iso[3]);
  const numeric = /^(\d{1,2})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{4}|\d{2})$/u.exec(text);
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
  return year >= 1000 && year <= 2100;
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
