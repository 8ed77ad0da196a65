import { freshLines, withoutLinks } from './fresh-lines.ts';
import type { InPlaceWords } from './in-place.ts';
import { removed, short, stoodThere, type PageJudgement, type PageToJudge, type SeenPage } from './page-judgement.ts';
import { inFrame, keepsTitle } from './what-is-left.ts';

/** How likely a message must be one about a removal: what few messages of walls and failures come to (`bench -- train-messages` prints how many). */
const LEAST = 0.95;

/**
 * While another notice of the site stands, a message in the site's own frame in which no rule found a wall or a failure is a removal where it reads as messages about removals do.
 * Not over the title of the notice, nor by the title of the page, which is the same over whatever it says. Null where it does not.
 */
export function readsAsGone(page: PageToJudge, judgement: PageJudgement, words: InPlaceWords): PageJudgement | null {
  const { seen, known, status, standing } = page;
  if (standing === null || known === null || judgement.state !== 'unreachable') return null;
  if (seen.reading.site !== null || judgement.reason !== 'message' || status >= 400 || keepsTitle(seen, known) || !inFrame(seen, known))
    return null;
  const lines = messageLines(seen, known);
  const chance = words.chance(lines);
  if (chance < LEAST) return null;
  const line = lines.reduce((longest, one) => (one.length > longest.length ? one : longest), '');
  return removed(
    'status',
    'soft 404',
    `reads as messages about removals do (${chance.toFixed(2)}): "${short(line)}", ${stoodThere(standing)}`,
  );
}

/** What a page says that the page of the notice did not, without its title and its links. */
export function messageLines({ look, reading }: SeenPage, known: SeenPage): readonly string[] {
  return withoutLinks(freshLines({ ...look, title: '' }, known.look), reading, look);
}
