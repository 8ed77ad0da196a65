import { DualwatchError } from '../../model/errors.ts';

const MOST_IN_LINE = 300;
const MOST_IN_TEXT = 20_000;

/** One line that a person gave: a name, a title. Throws `usage` where it is empty or too long; `what` names it there. */
export function givenLine(text: string, what: string, most = MOST_IN_LINE): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line === '') throw new DualwatchError('usage', `${what} is empty`);
  if (line.length > most) throw new DualwatchError('usage', `${what} has ${line.length} characters, more than ${most}`);
  return line;
}

/** A text that a person gave, its lines as they are. Throws as {@link givenLine}. */
export function givenText(text: string, what: string, most = MOST_IN_TEXT): string {
  const whole = text.trim();
  if (whole === '') throw new DualwatchError('usage', `${what} is empty`);
  if (whole.length > most) throw new DualwatchError('usage', `${what} has ${whole.length} characters, more than ${most}`);
  return whole;
}

/** A day or a time as ISO 8601, as given. Throws `usage`. */
export function givenTime(text: string, what: string): string {
  const time = text.trim();
  if (/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2}))?$/.test(time) && isInCalendar(time)) return time;
  throw new DualwatchError('usage', `${what} is a day as 2026-03-09 or a time as 2026-03-09T08:00:00Z, not "${text}"`);
}

/** `Date.parse` takes the 31st of February for the 3rd of March. */
function isInCalendar(time: string): boolean {
  if (Number.isNaN(Date.parse(time))) return false;
  const day = time.slice(0, 10);
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}
