import type { LearnedPage } from '../model/learned-page.ts';
import type { PageLook } from '../model/page-look.ts';
import type { PageReading } from '../model/reading.ts';
import { printWords } from '../text/print-words.ts';
import { goneDespite, notFoundAsSaid } from './as-gone.ts';
import { alike, isSamePage, likenessTo, share } from './compare-prints.ts';
import { freshLines, withoutLinks, withoutRows } from './fresh-lines.ts';
import type { InPlaceWords, SaidInPlace } from './in-place.ts';
import { isFront, type Led } from './led-to.ts';
import { leadsToOthers, listedBeside, othersListed } from './list-of-others.ts';
import { isHeadedAnew, isOtherNotice, numberIn } from './other-notice.ts';
import { textWithoutRows } from './own-words.ts';
import {
  blocked,
  present,
  removed,
  short,
  stoodThere,
  unreachable,
  type PageJudgement,
  type PageToJudge,
  type SeenPage,
} from './page-judgement.ts';
import { notHeldBefore, saidUnseen } from './said-unseen.ts';
import {
  findsTitle,
  inFrame,
  keepsTitle,
  learnedOf,
  notFoundPage,
  NOTHING_LEFT,
  saysElse,
  standsNoLine,
  whileStood,
} from './what-is-left.ts';

/** A list above a notice may name it and give its first words. */
const LITTLE_LEFT = 0.35;
/** A body with fewer words of its own than this share is gone; with more, it was written anew. */
const EMPTIED = 0.3;
/** A page that came in place and says fewer words than this is a message, not a notice. */
const MESSAGE_WORDS = 60;

/** What is left of a notice on the page that stands in its place. */
export interface Gone {
  readonly kept: number;
  readonly led: Led;
  /** Lines that the page of the notice did not have. */
  readonly fresh: readonly string[];
}

/** Another page stands where the notice stood: what is it? */
export function inPlaceOf(
  page: PageToJudge & { readonly known: SeenPage },
  { kept, led, fresh }: Gone,
  words: InPlaceWords,
): PageJudgement {
  const { seen, known, learned, finalUrl } = page;
  const { look } = seen;
  // Some sites write the title behind the number.
  const isAtItsOwn = led === 'nowhere' || (led === 'beside' && hasNumberOf(page));
  const isBeside = isAtItsOwn && listedBeside(seen.reading, known.look, page.url);
  const reading = isBeside ? withoutItems(seen.reading) : seen.reading;
  // Rows of a list, and other links, are titles of other notices: what they say is of those.
  const lines = withoutRows(withoutLinks(fresh, seen.reading, look), seen.reading.items);
  const wall = learned.find(
    (one) => one.kind === 'wall' && one.print !== null && likenessTo(one.print, look.print, known.look.print) !== null,
  );
  if (wall !== undefined) return blocked(wall.reason ?? 'wall', `the page of capture ${wall.capture}, by which the site refused before`);
  if (led === 'captcha' || led === 'login') return blocked(led, `led to ${finalUrl}`);
  const { standing } = page;
  const said = reading.items === undefined ? words.find(lines) : null;
  const found = notFoundPage(learned, look, known.look, standing);
  if (found !== null && !saysElse(said, learned))
    return (reading.items === undefined ? notFoundAsSaid(lines, learned, words) : null) ?? found;
  const front = learnedOf(learned, 'front');
  const despite = said === null || said.state === 'removed' ? null : goneDespite(said, words.findGone(lines), standing);
  if (despite !== null) return despite;
  const isDoor = look.asksPassword && !known.look.asksPassword && kept < NOTHING_LEFT && !keepsTitle(seen, known);
  // Beside a field for a password what is archived is not gone.
  if (isDoor && said?.kind === 'moved' && !said.act) return asksPassword();
  if (said !== null && said.state !== 'removed')
    return { state: said.state, reason: said.reason, basis: `in place of the notice: "${short(said.line)}"` };
  if (led === 'elsewhere') return movedTo(finalUrl, said) ?? unreachable('led elsewhere', `led to ${finalUrl}`);
  // Over a kept title more than a line may tell how the procedure ended, and not that the notice is gone.
  const toldAtLength = keepsTitle(seen, known) && lettersOf(linesOfText(lines, seen.reading)) > ONE_LINE;
  // What is "not found" in a page that has nothing of the site may be a file of the machine before it.
  const ofSite = said?.firmly === true || said?.ofNotice === true || said?.kind !== 'status' || inFrame(seen, known);
  if (said !== null && said.kind !== null && !toldAtLength && ofSite)
    return removed(said.kind, said.reason, `in place of the notice: "${short(said.line)}"`);
  switch (led) {
    case 'front':
      return removed('status', 'front page', `led to ${finalUrl}`);
    case 'absent':
      return removed('status', 'not found page', `led to ${finalUrl}`);
    case 'above':
      return reading.items !== undefined || isFront(new URL(finalUrl)) || kept < LITTLE_LEFT
        ? removed('status', 'list page', `led to ${finalUrl}, a folder above it`)
        : present(reading, null, null);
    case 'search':
      if (kept < NOTHING_LEFT && !findsTitle(seen, known)) return removed('status', 'list page', `led to ${finalUrl}, a search`);
      break;
    case 'error':
      return unreachable('error', `led to ${finalUrl}`);
    default:
  }
  // Titles of other notices share words with this one's, as below a folder above it.
  const isListElsewhere = !isAtItsOwn && reading.items !== undefined && !keepsTitle(seen, known);
  const redirected = !isAtItsOwn;
  const how = { redirected, left: redirected || (standing !== null && !keepsTitle(seen, known)), says: lines.some(isSentence) };
  const others = kept < (isListElsewhere ? LITTLE_LEFT : NOTHING_LEFT) ? othersListed(reading, known.look, page.url, fresh, how) : 0;
  if (others > 0)
    return removed('status', 'list page', `a list of other notices stands in its place (${others} addresses like its own, at ${finalUrl})`);
  const isUp = front !== undefined && (front.sure || standing !== null || leadsToOthers(look, page.url));
  const isSameAsFront =
    front !== undefined && front.print !== null && isSamePage(front.print, look.print) && !saysBeside(front, look, lines);
  const isFrontPage =
    (front?.print && alikeFront(front, look) && !saysMore(front, lines) && !saysBeside(front, look, lines)) ||
    (standing !== null && isSameAsFront);
  if (front !== undefined && isUp && isFrontPage && kept < NOTHING_LEFT)
    return removed('status', 'front page', `like the front page ${front.url} (capture ${front.capture})${whileStood(front, standing)}`);
  if (front !== undefined && isSameAsFront && kept < NOTHING_LEFT)
    return blocked('wall', `the site shows the same page at ${front.url} (capture ${front.capture})`);
  if (led === 'beside' && kept < NOTHING_LEFT && !keepsTitle(seen, known) && isOtherNotice(page))
    return removed('status', 'other notice', `led to ${finalUrl}, which shows another notice`);
  if (isDoor) return asksPassword();
  if (led === 'beside' && kept < NOTHING_LEFT) return ledAside(page) ?? rewritten(page, { kept, lines }, words);
  return rewritten(page, { kept, lines }, words);
}

function asksPassword(): PageJudgement {
  return blocked('login', 'a field for a password stands in place of the notice, and none stood beside it');
}

/** A page whose list stands beside what it says. */
function withoutItems({ items: _, ...reading }: PageReading): PageReading {
  return reading;
}

/** Whether redirects led to an address that has the number of the notice: /tender/9001/masts. */
function hasNumberOf({ url, finalUrl }: PageToJudge): boolean {
  const number = numberIn(new URL(url));
  return number !== undefined && finalUrl.split(/\D+/).includes(number);
}

/** A line that is said, and no heading. */
function isSentence(line: string): boolean {
  return /[.!?。！？…]["'»”）)]?$/u.test(line.trim());
}

/** A page of another owner that says that this site moved there; what else leads to strangers is a wall or an error. */
function movedTo(finalUrl: string, said: SaidInPlace | null): PageJudgement | null {
  if (said?.state !== 'removed' || said.kind !== 'moved' || !said.firmly) return null;
  return removed('moved', said.reason, `led to ${finalUrl}: "${short(said.line)}"`);
}

/** While other notices stand at their addresses, this one's leads to a page of the site with another title and without its number. */
function ledAside({ url, finalUrl, seen, known, standing }: PageToJudge & { readonly known: SeenPage }): PageJudgement | null {
  const number = numberIn(new URL(url));
  if (standing === null || (number !== undefined && finalUrl.includes(number)) || !inFrame(seen, known)) return null;
  const titles = new Set(printWords(`${seen.look.title}\n${seen.reading.title ?? ''}`));
  if (share(printWords(known.reading.title ?? ''), titles) >= SAME_TITLE) return null;
  return removed('status', 'other page', `led to ${finalUrl}, which has nothing of it, ${stoodThere(standing)}`);
}

const SAME_TITLE = 0.5;

/** A page without text is a removal only where its script is that of the site's not found page, or says so. */
export function emptyPage(page: PageToJudge & { readonly known: SeenPage }, words: InPlaceWords): PageJudgement | null {
  const { seen, known, learned, standing } = page;
  // Challenges are scripts too: the front page must have been seen without.
  const isUp = learned.some(({ kind, print, sure }) => sure || (kind === 'front' && print !== null));
  const found = isUp ? notFoundPage(learned, seen.look, known.look, standing) : null;
  if (found !== null) return found;
  const lines = freshLines(seen.look, known.look);
  const door = words.find(lines);
  if (door?.state === 'blocked') return blocked(door.reason, `in place of the notice: "${short(door.line)}"`);
  // What its script may ever show is no word of this visit where the page of the notice held it too, or where it speaks of failures beside.
  const fresh = notHeldBefore(lines, known) ?? [];
  const said = fresh.some((line) => words.find([line])?.state === 'unreachable') ? null : words.find(fresh);
  if (said === null) return saidUnseen(page, words);
  return said.state !== 'removed' || said.kind === null
    ? null
    : removed(said.kind, said.reason, `in place of the notice: "${short(said.line)}"`);
}

const ONE_LINE = 200;

/** Lines of the text, without what the site shows around it. */
function linesOfText(lines: readonly string[], { text }: PageReading): readonly string[] {
  return lines.filter((line) => text.includes(line.trim()));
}

function lettersOf(lines: readonly string[]): number {
  return lines.join('').replace(/[^\p{L}\p{N}]/gu, '').length;
}

/** No sign and no learned page: the title, and how much is said, must tell. `lines`: without titles of other notices, which change from visit to visit. */
function rewritten(
  page: PageToJudge & { readonly known: SeenPage },
  { kept, lines }: { readonly kept: number; readonly lines: readonly string[] },
  words: InPlaceWords,
): PageJudgement {
  const { seen, known } = page;
  const { reading, look } = seen;
  const was = new Set(known.look.print.words);
  const told = new Set(printWords(linesOfText(lines, reading).join('\n')));
  const new_ = look.print.words.filter((word) => !was.has(word) && told.has(word)).length;
  const before = printWords(textWithoutRows(known)).length;
  if (keepsTitle({ reading, look }, known)) {
    const emptied = new_ + (standsNoLine(seen, known) ? 0 : kept * before) < Math.max(MESSAGE_WORDS / 4, before * EMPTIED);
    return emptied ? present(reading, 'emptied', 'the title stands, the body is gone') : present(reading, null, null);
  }
  const isMessage = !words.isText(lines) && !(isHeadedAnew(seen, known) && words.isStory(lines));
  if (kept < NOTHING_LEFT && new_ < MESSAGE_WORDS && isMessage)
    return (
      saidUnseen(page, words) ??
      unreachable('message', 'neither title nor text of the notice stands there, and what stands there is no notice')
    );
  return present(
    reading,
    kept < NOTHING_LEFT ? 'replaced' : null,
    kept < NOTHING_LEFT ? 'another text stands in place of the notice' : null,
  );
}

/** A message in the frame of a front page: lines, few enough for one, that say what the front page does not. */
function saysMore({ print }: LearnedPage, lines: readonly string[]): boolean {
  const has = new Set(print?.words);
  const said = printWords(lines.join('\n')).filter((word) => !has.has(word)).length;
  return said >= SOMETHING && said < MESSAGE_WORDS && lines.length <= FEW_LINES;
}

/** A message beside all that the front page has; news take the place of others. */
function saysBeside(front: LearnedPage, { print: { words } }: PageLook, lines: readonly string[]): boolean {
  const has = new Set(front.print?.words);
  const more = lines.filter((line) => share(printWords(line), has) < OF_FRONT);
  return share([...has], new Set(words)) >= ALL_OF_FRONT && saysMore(front, more);
}

/** A line with this share of its words on the front page is of it. */
const OF_FRONT = 0.7;
const ALL_OF_FRONT = 0.95;

/** Words of a message at least, and its lines at most. */
const SOMETHING = 5;
const FEW_LINES = 3;

function alikeFront(front: LearnedPage, look: PageLook): boolean {
  const { print } = front;
  // News on a front page change from day to day; how it is built does not.
  return (
    print !== null &&
    print.title === look.print.title &&
    alike(print.shape, look.print.shape) >= 0.8 &&
    alike(print.words, look.print.words) >= 0.5
  );
}
