import { printWords } from '../text/print-words.ts';
import { alike, isSamePage } from './compare-prints.ts';
import type { FollowedElsewhere, PageToJudge, SeenPage } from './page-judgement.ts';

/** Pages of one kind, with one title and one text each, are built so much alike. */
const SAME_TEMPLATE = 0.8;

/**
 * Whether a redirect to a page with another title led to another notice: beside its own address, without its number, on a page that is built as its own was, with a date
 * of its own. Doors and messages are built in another way, and translations keep the number. Linear in the addresses. Pure.
 */
export function isOtherNotice({ url, finalUrl, seen, known }: PageToJudge & { readonly known: SeenPage }): boolean {
  const [from, to] = [new URL(url), new URL(finalUrl)];
  const number = numberIn(from);
  return (
    number !== undefined &&
    !finalUrl.includes(number) &&
    folderOf(from) === folderOf(to) &&
    seen.reading.publishedAt !== null &&
    seen.reading.items === undefined &&
    alike(seen.look.print.shape, known.look.print.shape) >= SAME_TEMPLATE
  );
}

/** Of the words of a title so many are gone where another notice stands; a corrected title keeps more. */
const TITLE_GONE = 0.3;

/**
 * Whether a redirect led to another notice that is followed, however much two notices of one template have in common: the page is what was last seen of that other, less so of this one, and words of this
 * one's title are gone for others of that one's, enough of them or with every long number of its text (its registration, its telephone). A notice that moved to an address that is followed too keeps both.
 * Linear. Pure.
 */
export function isFollowedOther(seen: SeenPage, known: SeenPage, { page: other }: FollowedElsewhere): boolean {
  const [now, was, there] = [seen.look.print, known.look.print, other.look.print];
  if (!isSamePage(there, now) || alike(there.words, now.words) <= alike(was.words, now.words)) return false;
  const has = new Set(now.words);
  const title = printWords(known.reading.title ?? '');
  const gone = title.filter((word) => !has.has(word)).length;
  const told = printWords(other.reading.title ?? '').filter((word) => has.has(word) && !was.words.includes(word)).length;
  if (gone === 0 || told === 0) return false;
  return gone >= TITLE_GONE * title.length || numbersChanged(known.reading.text, seen.reading.text);
}

/** True where a text has long numbers and the other has none of them. */
function numbersChanged(before: string, now: string): boolean {
  const [own, has] = [longNumbers(before), longNumbers(now)];
  return own.size > 0 && own.isDisjointFrom(has);
}

/** Digits that stand together; below five they are quantities and years. */
function longNumbers(text: string): ReadonlySet<string> {
  return new Set(text.match(/\d{5,}/g));
}

/** The last number of an address: of a notice, as a rule. */
export function numberIn({ pathname, search }: URL): string | undefined {
  return (pathname + search).match(/\d{2,}/g)?.at(-1);
}

function folderOf({ pathname }: URL): string {
  return pathname.slice(0, pathname.lastIndexOf('/') + 1);
}
