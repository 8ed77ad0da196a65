import { printWords } from '../text/print-words.ts';
import { alike, isSamePage, share } from './compare-prints.ts';
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

/**
 * Whether a page is headed as a text of its own: built as the notice's was, and ending as it did, with a name in its title that the notice's page had nothing of and that stands over the text too. A
 * message is named after what it is (*Notice*, *Error*) or keeps the name of the notice or its section. Pure.
 */
export function isHeadedAnew({ look }: SeenPage, known: SeenPage): boolean {
  const nameOf = (title: string): string => title.split(/\s+[-–—|·_»:]+\s+|[|｜_]|--/)[0] ?? '';
  const had = new Set(known.look.print.words);
  const words = printWords(nameOf(look.title));
  const name = words.filter((word) => !had.has(word));
  if (name.length < NAME_WORDS || name.length * 2 < words.length || alike(look.print.shape, known.look.print.shape) < SAME_TEMPLATE)
    return false;
  const links = new Set(look.linked);
  return (
    (look.closed || !known.look.closed) &&
    look.lines.some((line) => !links.has(line.trim()) && share(name, new Set(printWords(line))) === 1)
  );
}

/** Of a name that says what a text is about: words, or pairs of Han characters. */
const NAME_WORDS = 2;

/** Of the words of a title so many are gone where another notice stands; a corrected title keeps more. */
const TITLE_GONE = 0.3;

/**
 * Whether a redirect led to another notice that is followed, however much two notices of one template have in common: the page is what was last seen of that other, less so of this one, and words of this
 * one's title are gone for others of that one's. Beside them the text must be another: every long number of it (its registration, its telephone) stands for others, or, where one of the two has none, a
 * good part of the title is gone, and with it the text, or what the other title names stands in the text too. A notice that moved to an address that is followed too, be it under a new title, keeps its
 * text and a number. `stillThere`: the page still shows most of this one's own words. Linear. Pure.
 */
export function isFollowedOther(seen: SeenPage, known: SeenPage, { page: other }: FollowedElsewhere, stillThere: boolean): boolean {
  const [now, was, there] = [seen.look.print, known.look.print, other.look.print];
  if (!isSamePage(there, now) || alike(there.words, now.words) <= alike(was.words, now.words)) return false;
  const [has, had] = [new Set(now.words), new Set(was.words)];
  const title = printWords(known.reading.title ?? '');
  const gone = title.filter((word) => !has.has(word)).length;
  const told = printWords(other.reading.title ?? '').filter((word) => has.has(word) && !had.has(word));
  if (gone === 0 || told.length === 0) return false;
  const [own, others] = [longNumbers(known), longNumbers(seen)];
  if (!own.isDisjointFrom(others)) return false;
  if (own.size > 0 && others.size > 0) return true;
  const body = new Set(printWords(bodyOf(seen)));
  return gone >= TITLE_GONE * title.length && (!stillThere || told.every((word) => body.has(word)));
}

/** The text without its title. */
function bodyOf({ reading: { title, text } }: SeenPage): string {
  return title === null ? text : text.replace(title, ' ');
}

/** Digits that stand together; below five they are quantities and years. */
function longNumbers({ reading: { title, text } }: SeenPage): ReadonlySet<string> {
  return new Set(`${title ?? ''}\n${text}`.match(/\d{5,}/g));
}

/** The last number of an address: of a notice, as a rule. */
export function numberIn({ pathname, search }: URL): string | undefined {
  return (pathname + search).match(/\d{2,}/g)?.at(-1);
}

function folderOf({ pathname }: URL): string {
  return pathname.slice(0, pathname.lastIndexOf('/') + 1);
}
