import type { PageLook } from '../model/page-look.ts';
import type { PageReading } from '../model/reading.ts';

/** Lines that the page of the notice did not have, the title first; one that differs by its numbers alone, as a clock or a counter does, it had. */
export function freshLines(look: PageLook, known: PageLook): readonly string[] {
  const before = new Set(known.lines.map(withoutNumbers));
  const title = look.title.trim();
  // The name of the site beside the title says nothing of the notice.
  const own = title === known.title.trim() ? '' : (title.split(/\s+[-–—|·_]\s+|[|｜_]/)[0] ?? '');
  return [own, ...look.lines].map((line) => line.trim()).filter((line) => line !== '' && !before.has(withoutNumbers(line)));
}

/** Lines that are more than links: news beside a message change from day to day, and speak of logins, registers and closed tenders. */
export function withoutLinks(lines: readonly string[], { links }: PageReading, { linked }: PageLook): readonly string[] {
  const all = new Set([...links.map(({ text }) => text.trim()), ...linked]);
  return lines.filter((line) => !all.has(line));
}

function withoutNumbers(line: string): string {
  return line.trim().replace(/\d+/g, '0');
}
