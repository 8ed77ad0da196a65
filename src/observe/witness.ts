import { isAnother, SAME_TEMPLATE } from './another-notice.ts';
import { alike, isSamePage } from './compare-prints.ts';
import { printWords } from '../text/print-words.ts';
import type { PageLook } from '../model/page-look.ts';
import { ledTo, type LedWords } from './led-to.ts';
import { leadsToOthers, othersLinked, pagesLinked } from './list-of-others.ts';
import { blocked, type OtherAnswer, type PageJudgement, type PageToJudge, type StandingNotice } from './page-judgement.ts';

/** A page of the site that is asked whether the site is up. */
export interface Witness {
  readonly url: string;
  /**
   * `followed`, or `listed` by what stands in place of the notice: a notice that stood lately. `linked`: one that the page of the notice led to, and that may be gone as it is. `page`: what else of its
   * site it led to.
   */
  readonly kind: 'followed' | 'listed' | 'linked' | 'page';
}

/** What a witness shows: another notice, what stands in place of this one, something else of the site, or nothing that tells. */
export type Shown = 'stands' | 'same page' | 'other page' | 'nothing';

/** A witness that was asked. */
export interface Asked {
  readonly witness: Witness;
  readonly shown: Shown;
  readonly cited: StandingNotice;
}

/** So many witnesses are asked at most for one judgement. */
export const MOST_WITNESSES = 2;

/** True where another notice that stands, or one in whose place the same page stands, would decide. `judge`: the same judgement of the same page. */
export function asksForWitness(page: PageToJudge, judgement: PageJudgement, judge: (page: PageToJudge) => PageJudgement): boolean {
  if (page.known === null || page.standing !== null) return false;
  if (judgement.state === 'removed') return isOfSite(page, judgement);
  return judge({ ...page, standing: { url: page.url, at: '' } }).state === 'removed';
}

/** A removal of which nobody says anything: a page of the site with a status of success stands in its place, as one may at every address of a site that is closed or ill. */
function isOfSite({ status, seen }: PageToJudge, judgement: PageJudgement): boolean {
  return judgement.state === 'removed' && judgement.kind === 'status' && status < 400 && seen.reading.site === null;
}

/** Whom to ask, the best first: notices that stood lately, then such as the notice's page led to, of which one may be as old and gone as it is, so that a page of another kind is heard too. */
export function witnessesOf(page: PageToJudge, judgement: PageJudgement, followed: string | null, words: LedWords): readonly Witness[] {
  const { url, seen, known } = page;
  const of = (kind: Witness['kind'], urls: readonly string[]): readonly Witness[] => urls.map((one) => ({ url: one, kind }));
  const linked = known === null ? [] : of('linked', othersLinked(known.look, url));
  // A list may be where the menu of the site leads too.
  const isList = judgement.reason === 'list page' || seen.reading.items !== undefined || leadsToOthers(seen.look, url);
  const pages = judgement.state === 'removed' && !isList && known !== null ? of('page', pagesLinked(known.look, url, words)) : [];
  const all = [
    ...of('followed', followed === null ? [] : [followed]),
    ...of('listed', othersLinked(seen.look, url)),
    ...linked.slice(0, 1),
    ...pages,
    ...linked.slice(1),
  ];
  const byUrl = new Map(all.toReversed().map((one) => [one.url, one]));
  return all.filter((one) => one.url !== page.finalUrl && byUrl.get(one.url) === one).slice(0, MOST_WITNESSES);
}

/** What an answer of a witness shows. */
export function shownBy(page: PageToJudge, other: OtherAnswer, words: LedWords): Shown {
  if (isAnother(page, other, words)) return 'stands';
  const { look, reading, status } = other;
  if (look === null || status >= 400) return 'nothing';
  const ledAlike = other.finalUrl === page.finalUrl && other.finalUrl !== other.url;
  if (ledAlike || isSamePage(look.print, page.seen.look.print) || isSameBesideLinks(look, page.seen.look)) return 'same page';
  return reading.state === 'present' && ledTo(other.url, other.finalUrl, words) === 'nowhere' ? 'other page' : 'nothing';
}

/** One page with other news. */
function isSameBesideLinks(one: PageLook, other: PageLook): boolean {
  if (one.print.title !== other.print.title || alike(one.print.shape, other.print.shape) < SAME_TEMPLATE) return false;
  const [words, others] = [wordsBesideLinks(one), wordsBesideLinks(other)];
  return words.length > 0 && alike(words, others) >= SAME_TEMPLATE;
}

function wordsBesideLinks({ lines, linked }: PageLook): readonly number[] {
  const links = new Set(linked);
  return printWords(lines.filter((line) => !links.has(line)).join('\n'));
}

/** The judgement as it stands before witnesses none of which is another notice: where one shows the same page, the site is closed or ill, and nothing is removed. */
export function heard(judgement: PageJudgement, asked: readonly Asked[]): PageJudgement {
  if (judgement.state !== 'removed') return judgement;
  // Notices of one age may go together, and a link of a menu may be dead: then something else of the site tells that it is up.
  const isUp = asked.some(({ shown }) => shown === 'other page');
  const stoodLately = ({ kind }: Witness): boolean => kind === 'followed' || kind === 'listed';
  const same = asked.find(({ witness, shown }) => shown === 'same page' && (stoodLately(witness) || !isUp));
  return same === undefined ? judgement : shownElsewhere(same.cited);
}

/** What stands in place of the notice stands at an address that has no cause to show it. */
export function shownElsewhere({ url, at, capture }: StandingNotice): PageJudgement {
  return blocked('wall', `the site showed the same page at ${url} at ${at}${capture ? ` (capture ${capture})` : ''}`);
}
