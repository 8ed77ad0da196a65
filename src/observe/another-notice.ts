import type { PageReading } from '../model/reading.ts';
import { printWords } from '../text/print-words.ts';
import { alike, isSamePage, likenessTo } from './compare-prints.ts';
import { ledTo, type LedWords } from './led-to.ts';
import type { OtherAnswer, PageToJudge, SeenPage } from './page-judgement.ts';

/** A notice and another of its site are built so much alike. */
export const SAME_TEMPLATE = 0.8;
/** Words of a notice that neither the notice nor what stands in its place has, at least. */
const OWN_WORDS = 8;

/**
 * Whether an answer shows another notice: built as the notice was, or read by the site's own reader, with a text of its own beside what its pages have in common, and neither what stands in place of the
 * notice nor a page that was learned to be none. News beside a text are none of it.
 */
export function isAnother(page: PageToJudge, other: OtherAnswer, words: LedWords): boolean {
  const { known, seen, learned } = page;
  const { look, reading } = other;
  if (known === null || look === null || other.status !== 200 || reading.state !== 'present') return false;
  if (ledTo(other.url, other.finalUrl, words) !== 'nowhere' || (known.look.closed && !look.closed)) return false;
  if (ownWords(reading, [known, seen]) < OWN_WORDS) return false;
  if (reading.bodyBySite) return true;
  if (alike(look.print.shape, known.look.print.shape) < SAME_TEMPLATE || isSamePage(look.print, seen.look.print)) return false;
  return !learned.some(({ print }) => print !== null && likenessTo(print, look.print, known.look.print) !== null);
}

/** Words of a text that pages do not have. */
function ownWords({ title, text }: PageReading, pages: readonly SeenPage[]): number {
  const had = new Set(pages.flatMap(({ look }) => look.print.words));
  return new Set(printWords(`${title ?? ''}\n${text}`)).difference(had).size;
}
