import { freshLines, withoutLinks } from './fresh-lines.ts';
import type { InPlaceWords } from './in-place.ts';
import { removed, short, stoodThere, type PageJudgement, type PageToJudge } from './page-judgement.ts';

/**
 * How likely a message must be one about a removal. Of 330 pages of walls and failures by writers whose pages were not learned from none came to .8; of 15 in words that
 * no rule has one did, and none to .9.
 */
const LEAST = { wall: 0.8, message: 0.9 } as const;

/** Reasons that a message has no part in: what a page looks like, breaks off at, or is refused for by who asks too often. */
const BY_OTHER_MEANS: ReadonlySet<string> = new Set(['wall', 'incomplete', 'empty', 'challenge', 'frequency', 'hosting']);

/**
 * While another notice of the site stands, a page that is called a wall or a failure is a removal where its message reads as messages about removals do: in words that
 * no rule has, or beside words that other pages have of walls. Null where it does not.
 */
export function readsAsGone(page: PageToJudge, judgement: PageJudgement, words: InPlaceWords): PageJudgement | null {
  const { seen, known, status, standing } = page;
  if (standing === null || known === null || (judgement.state !== 'blocked' && judgement.state !== 'unreachable')) return null;
  if (seen.reading.site !== null || BY_OTHER_MEANS.has(judgement.reason) || !isAnswer(status)) return null;
  const lines = withoutLinks(freshLines(seen.look, known.look), seen.reading, seen.look);
  const chance = words.chance(lines);
  if (chance < (judgement.reason === 'message' ? LEAST.message : LEAST.wall)) return null;
  const line = lines.reduce((longest, one) => (one.length > longest.length ? one : longest), '');
  return removed(
    'status',
    'soft 404',
    `reads as messages about removals do (${chance.toFixed(2)}): "${short(line)}", ${stoodThere(standing)}`,
  );
}

/** A status of success, or that of a program which fails over what it no longer has. */
function isAnswer(status: number): boolean {
  return status < 400 || status === 404 || status === 410 || status === 500;
}
