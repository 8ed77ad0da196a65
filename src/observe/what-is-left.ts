import type { LearnedKind, LearnedPage } from '../model/learned-page.ts';
import type { PageLook } from '../model/page-look.ts';
import { printWords } from '../text/print-words.ts';
import { alike, isSamePage, likenessTo, share } from './compare-prints.ts';
import type { SaidInPlace } from './in-place.ts';
import { leadsToOthers } from './list-of-others.ts';
import { removed, stoodThere, type PageJudgement, type SeenPage, type StandingNotice } from './page-judgement.ts';

/** Below this share nothing of it is left. */
export const NOTHING_LEFT = 0.15;
const TITLE_KEPT = 0.7;

/** Pages of one site share so much of how they are built. */
const SAME_FRAME = 0.4;

export function inFrame(seen: SeenPage, known: SeenPage): boolean {
  return alike(seen.look.print.shape, known.look.print.shape) >= SAME_FRAME;
}

/** Its lines are asked, since prints have no word that the address has too: /call-for-quotes. An address in a line is an echo. */
export function keepsTitle({ look }: SeenPage, known: SeenPage): boolean {
  const title = printWords(known.reading.title ?? '');
  return title.length > 0 && share(title, wordsShown(look)) >= TITLE_KEPT;
}

/** Whether a page has the title in more than the words that were searched for. */
export function findsTitle({ look }: SeenPage, known: SeenPage): boolean {
  const title = printWords(known.reading.title ?? '');
  return title.length > 0 && share(title, new Set(look.print.words)) >= TITLE_KEPT;
}

/** Labels of a table are words of the notice too: where their values are gone, none of its lines stands as it did. */
export function standsNoLine({ look }: SeenPage, { reading }: SeenPage): boolean {
  const now = new Set(look.lines.map((line) => line.trim()));
  const lines = reading.text.split('\n').filter((line) => line !== reading.title && line.trim() !== '');
  return lines.length >= FEW_LINES && lines.every((line) => !now.has(line.trim()));
}

/** Fewer lines tell nothing. */
const FEW_LINES = 3;

/** Words of the title and lines of a page, without addresses. */
function wordsShown(look: PageLook): ReadonlySet<number> {
  const had = shown.get(look);
  if (had !== undefined) return had;
  const words = new Set(printWords([look.title, ...look.lines].join('\n').replace(ADDRESS, ' ')));
  shown.set(look, words);
  return words;
}

/** Of a page several questions are asked, and it may be long. */
const shown = new WeakMap<PageLook, ReadonlySet<number>>();
const ADDRESS = /https?:\/\/\S+|(?<![^\s"'«“„(])\/[^\s/]\S*/g;

/** A box in which a site says that nothing is there may say one day that its database fails: that line the learned page did not have. */
export function saysElse(said: SaidInPlace | null, learned: readonly LearnedPage[]): boolean {
  return said !== null && said.state !== 'removed' && isNew(said.line, learned);
}

/** Whether a line is none of the page that was learned to be that of what is not there. */
export function isNew(line: string, learned: readonly LearnedPage[]): boolean {
  const has = new Set(learnedOf(learned, 'absent')?.print?.words);
  return share(printWords(line), has) < MOST_OF_A_LINE;
}

const MOST_OF_A_LINE = 0.7;

export function notFoundPage(
  learned: readonly LearnedPage[],
  look: PageLook,
  known: PageLook,
  standing: StandingNotice | null,
): PageJudgement | null {
  const absent = learnedOf(learned, 'absent');
  const front = learnedOf(learned, 'front');
  // One page for all: a site that is closed shows that too, and then to other notices as well.
  const isDoubtful = absent !== undefined && !absent.sure && standing === null && !leadsToOthers(look, absent.url);
  if (!absent?.print || (isDoubtful && front?.print && isSamePage(absent.print, front.print))) return null;
  const like = likenessTo(absent.print, look.print, known.print);
  if (like === null) return null;
  return removed(
    'status',
    'not found page',
    `like the answer for ${absent.url}, which never existed (capture ${absent.capture}, likeness ${like.toFixed(2)})${whileStood(absent, standing)}`,
  );
}

/** What was learned while nobody knew whether the site was up counts because another notice stood there. */
export function whileStood({ sure }: LearnedPage, standing: StandingNotice | null): string {
  return sure || standing === null ? '' : `, ${stoodThere(standing)}`;
}

export function learnedOf(learned: readonly LearnedPage[], kind: LearnedKind): LearnedPage | undefined {
  return learned.find((one) => one.kind === kind);
}
