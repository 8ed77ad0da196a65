import { saysToday, withoutToday } from '../text/today.ts';
import type { PageLook } from '../model/page-look.ts';
import type { PageReading } from '../model/reading.ts';

/** Where a sentence ends inside a line. */
const SENTENCE = /(?<=[.!?;](?= )|[。！？；])/u;

/**
 * Lines that the page of the notice did not have, the title first; one that differs by its numbers alone, as a clock or a counter does, or by the weather of the day, it had, and of one that has more
 * sentences than before (a footer with how many notices there are) it had the others.
 */
export function freshLines(look: PageLook, known: PageLook): readonly string[] {
  const before = new Set(known.lines.flatMap((line) => [line, ...line.split('\t'), ...sentencesOf(line)]).map(withoutNumbers));
  const title = look.title.trim();
  // The name of the site beside the title says nothing of the notice.
  const own = title === known.title.trim() ? '' : (title.split(/\s+[-–—|·_]\s+|[|｜_]/)[0] ?? '');
  const isFresh = (said: string): boolean => said !== '' && !before.has(withoutNumbers(said));
  return [own, ...look.lines]
    .map((line) => line.trim())
    .filter(isFresh)
    .map((line) => {
      const sentences = sentencesOf(line);
      const fresh = sentences.filter(isFresh);
      return fresh.length === sentences.length ? line : fresh.join(' ');
    })
    .filter((line) => line !== '');
}

function sentencesOf(line: string): readonly string[] {
  return line.split(SENTENCE).map((sentence) => sentence.trim());
}

/** Lines that are more than links: news beside a message change from day to day, and speak of logins, registers and closed tenders. */
export function withoutLinks(lines: readonly string[], { links }: PageReading, { linked }: PageLook): readonly string[] {
  const all = new Set([...links.map(({ text }) => text.trim()), ...linked]);
  return lines.filter((line) => !all.has(line));
}

/** Lines without the rows of a list: the title of an item, with nothing beside it but its date. */
export function withoutRows(lines: readonly string[], items: PageReading['items']): readonly string[] {
  const rows = (items ?? []).slice(0, MOST_ROWS).filter(({ title }) => title !== '');
  const isRow = (line: string): boolean =>
    rows.some(({ title, date }) => {
      if (line.length > title.length + BESIDE_TITLE || !(line.startsWith(title) || line.endsWith(title))) return false;
      const beside = line.startsWith(title) ? line.slice(title.length) : line.slice(0, -title.length);
      return !/\p{L}/u.test(beside) || (date !== undefined && /\d/.test(beside));
    });
  return lines.filter((line) => !isRow(line));
}

/** More rows are not looked for, and a date beside a title is no longer. UTF-16 units. */
const MOST_ROWS = 1000;
const BESIDE_TITLE = 40;

/** A line by which two are the same that differ by their numbers alone. */
export function withoutNumbers(line: string): string {
  const plain = line.trim();
  return saysToday(plain) ? withoutToday(plain).replace(/\s+/g, ' ').trim() : plain.replace(/\d+/g, '0');
}
