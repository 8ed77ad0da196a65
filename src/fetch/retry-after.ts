const CAP_MS = 24 * 3_600_000;

/**
 * Milliseconds to wait by a Retry-After header: seconds or an HTTP date in any of its three forms (RFC 9110 §10.2.3, §5.6.7), at most 24 h.
 * A date that has passed gives 0; anything else gives undefined.
 */
export function parseRetryAfter(value: string | undefined, nowMs: number): number | undefined {
  const text = value?.trim() ?? '';
  if (/^\d+$/.test(text)) return Math.min(CAP_MS, Number(text) * 1000);
  const at = parseHttpDate(text, nowMs);
  return at === undefined ? undefined : Math.min(CAP_MS, Math.max(0, at - nowMs));
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const TIME = '(\\d{2}):(\\d{2}):(\\d{2})';
const IMF = new RegExp(`^[a-z]{3}, (\\d{2}) ([a-z]{3}) (\\d{4}) ${TIME} gmt$`);
const RFC850 = new RegExp(`^[a-z]{6,9}, (\\d{2})-([a-z]{3})-(\\d{2}) ${TIME} gmt$`);
const ASCTIME = new RegExp(`^[a-z]{3} ([a-z]{3}) ([ \\d]\\d) ${TIME} (\\d{4})$`);

/** Milliseconds since 1970 of an HTTP date, or undefined. `nowMs` places two-digit years (not more than 50 years ahead). */
export function parseHttpDate(text: string, nowMs: number): number | undefined {
  const lower = text.toLowerCase();
  const imf = IMF.exec(lower) ?? RFC850.exec(lower);
  if (imf) {
    const [, day = '', month = '', year = '', hour = '', minute = '', second = ''] = imf;
    return utc(
      year.length === 2 ? fullYear(Number(year), nowMs) : Number(year),
      month,
      Number(day),
      Number(hour),
      Number(minute),
      Number(second),
    );
  }
  const asctime = ASCTIME.exec(lower);
  if (!asctime) return undefined;
  const [, month = '', day = '', hour = '', minute = '', second = '', year = ''] = asctime;
  return utc(Number(year), month, Number(day), Number(hour), Number(minute), Number(second));
}

function fullYear(twoDigits: number, nowMs: number): number {
  const now = new Date(nowMs).getUTCFullYear();
  const year = now - (now % 100) + twoDigits;
  return year > now + 50 ? year - 100 : year;
}

function utc(year: number, monthName: string, day: number, hour: number, minute: number, second: number): number | undefined {
  const month = MONTHS.indexOf(monthName);
  // 60 is a leap second.
  if (month === -1 || hour > 23 || minute > 59 || second > 60) return undefined;
  const midnight = new Date(0);
  midnight.setUTCFullYear(year, month, day);
  if (midnight.getUTCMonth() !== month || midnight.getUTCDate() !== day) return undefined;
  return midnight.getTime() + ((hour * 60 + minute) * 60 + second) * 1000;
}
