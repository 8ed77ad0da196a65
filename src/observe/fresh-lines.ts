import type { PageLook } from '../model/page-look.ts';

/** Lines that the page of the notice did not have, the title first. */
export function freshLines(look: PageLook, known: PageLook): readonly string[] {
  const before = new Set(known.lines.map((line) => line.trim()));
  const title = look.title.trim();
  // The name of the site beside the title says nothing of the notice.
  const own = title === known.title.trim() ? '' : (title.split(/\s+[-–—|·_]\s+|[|｜_]/)[0] ?? '');
  return [own, ...look.lines].map((line) => line.trim()).filter((line) => line !== '' && !before.has(line));
}
