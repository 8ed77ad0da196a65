import type { PageLook } from '../model/page-look.ts';
import type { PageReading } from '../model/reading.ts';

/** Lines that the page of the notice did not have, the title first. */
export function freshLines(look: PageLook, known: PageLook): readonly string[] {
  const before = new Set(known.lines.map((line) => line.trim()));
  const title = look.title.trim();
  // The name of the site beside the title says nothing of the notice.
  const own = title === known.title.trim() ? '' : (title.split(/\s+[-–—|·_]\s+|[|｜_]/)[0] ?? '');
  return [own, ...look.lines].map((line) => line.trim()).filter((line) => line !== '' && !before.has(line));
}

/** Lines that are more than a link: news beside a message change from day to day, and speak of logins, registers and closed tenders. */
export function withoutLinks(lines: readonly string[], { links }: PageReading): readonly string[] {
  const linked = new Set(links.map(({ text }) => text.trim()));
  return lines.filter((line) => !linked.has(line));
}
