import type { SiteCatalogue } from '../catalogue/sites.ts';
import type { LearnedKind, LearnedPage } from '../model/learned-page.ts';
import type { RemovalKind } from '../model/observation.ts';
import type { PageLook } from '../model/page-look.ts';
import type { PageReading } from '../model/reading.ts';
import { printWords } from '../text/print-words.ts';
import { alike, isSamePage, likenessTo, share } from './compare-prints.ts';
import { createInPlaceWords, type InPlaceWords } from './in-place.ts';
import { isFront, ledTo, type Led, type LedWords } from './led-to.ts';

/** A page as a visit read it, with what it looks like. */
export interface SeenPage {
  readonly reading: PageReading;
  readonly look: PageLook;
}

/** One answer for the address of a notice, and what is known of the notice and its host. */
export interface PageToJudge {
  readonly url: string;
  readonly finalUrl: string;
  readonly status: number;
  /** By the reader, status and all. */
  readonly seen: SeenPage;
  /** The same bytes read as if the status were 200. */
  readonly asPage: PageReading;
  /** The latest page that showed the notice; null before the first. */
  readonly known: SeenPage | null;
  readonly learned: readonly LearnedPage[];
}

/** What an answer shows of the notice, with its evidence in words: a sign, a status, or a learned page and its capture. */
export type PageJudgement =
  | { readonly state: 'present'; readonly reason: string | null; readonly basis: string | null; readonly reading: PageReading }
  | { readonly state: 'removed'; readonly kind: RemovalKind; readonly reason: string; readonly basis: string }
  | { readonly state: 'blocked' | 'unreachable'; readonly reason: string; readonly basis: string };

export interface PageJudge {
  /** Judges one answer. Pure. */
  judge(page: PageToJudge): PageJudgement;
  /** True where it would help to know what the site answers for an address that never existed. */
  asksForProbe(page: PageToJudge, judgement: PageJudgement): boolean;
  /** Why an answer to a probe teaches nothing, or null where it does; `front` is the front page of the same minute. Pure. */
  useless(absent: Answer, front: Answer | null): string | null;
}

/** An answer to a probe. */
export interface Answer {
  readonly status: number;
  readonly reading: PageReading;
  readonly look: PageLook | null;
}

/** What is particular about a present page, and stays so while its reading is the same. */
export function lastingReason(reason: string | null): string | null {
  return reason === 'emptied' || reason === 'replaced' || reason === 'withheld in part' ? reason : null;
}

/** Above this share of the notice's own words the page still shows it. */
const STILL_THERE = 0.5;
/** Below this share nothing of it is left. */
const NOTHING_LEFT = 0.15;
const TITLE_KEPT = 0.7;
/** A body with fewer words of its own than this share is gone; with more, it was written anew. */
const EMPTIED = 0.3;
/** A page that came in place and says fewer words than this is a message, not a notice. */
const MESSAGE_WORDS = 60;

/** The judgement of pages for what the catalogue knows. */
export function createPageJudge({ general }: SiteCatalogue): PageJudge {
  const words = createInPlaceWords(general.inPlace, general.partly);
  const led = general.ledTo;
  return {
    judge: (page) => judgePage(page, words, led),
    asksForProbe: (page, judgement) => asksForProbe(page, judgement, led),
    useless: (absent, front) => useless(absent, front, words),
  };
}

function judgePage(page: PageToJudge, words: InPlaceWords, ledWords: LedWords): PageJudgement {
  const { seen, known, asPage } = page;
  const { reading } = seen;
  if (reading.bodyBySite && reading.state === 'present') return present(reading, null, null);
  const own = known === null ? null : ownWords(known, page.learned);
  const kept = own === null || own.size === 0 ? null : share([...own], new Set(seen.look.print.words));
  if (reading.state !== 'present') {
    // Some servers answer 404, or say so in the title, and show the notice all the same.
    if (reading.state === 'removed' && reading.site === null && asPage.state === 'present' && kept !== null && kept >= STILL_THERE)
      return present(asPage, null, `${reading.basis ?? 'removed'}, but the text of the notice stands there`);
    return asRead(reading, page);
  }
  if (known === null || kept === null) return withoutPast(page, words, ledWords);
  if (!seen.look.closed && known.look.closed && kept < 1) return unreachable('incomplete', 'the document does not end, and did before');
  const led = ledTo(page.url, page.finalUrl, ledWords);
  const fresh = freshLines(seen.look, known.look);
  if (kept >= STILL_THERE) {
    const part = words.partly(fresh);
    return part === null ? present(reading, null, null) : present(reading, 'withheld in part', `the page says "${short(part)}"`);
  }
  return inPlaceOf({ ...page, known }, { kept, led, fresh }, words);
}

interface Gone {
  readonly kept: number;
  readonly led: Led;
  /** Lines that the page of the notice did not have. */
  readonly fresh: readonly string[];
}

/** Another page stands where the notice stood: what is it? */
function inPlaceOf(page: PageToJudge & { readonly known: SeenPage }, { kept, led, fresh }: Gone, words: InPlaceWords): PageJudgement {
  const { seen, known, learned, finalUrl } = page;
  const { reading, look } = seen;
  const wall = learned.find(
    (one) => one.kind === 'wall' && one.print !== null && likenessTo(one.print, look.print, known.look.print) !== null,
  );
  if (wall !== undefined)
    return {
      state: 'blocked',
      reason: wall.reason ?? 'wall',
      basis: `the page of capture ${wall.capture}, by which the site refused before`,
    };
  if (led === 'captcha' || led === 'login') return { state: 'blocked', reason: led, basis: `led to ${finalUrl}` };
  const absent = learnedOf(learned, 'absent');
  const front = learnedOf(learned, 'front');
  if (absent?.print && (absent.sure || front?.print === undefined || front.print === null || !isSamePage(absent.print, front.print))) {
    const like = likenessTo(absent.print, look.print, known.look.print);
    if (like !== null)
      return removed(
        'status',
        'not found page',
        `like the answer for ${absent.url}, which never existed (capture ${absent.capture}, likeness ${like.toFixed(2)})`,
      );
  }
  const said = words.find(fresh);
  if (said !== null && said.entry.state !== 'removed')
    return { state: said.entry.state, reason: said.entry.reason, basis: `in place of the notice: "${short(said.line)}"` };
  if (led === 'elsewhere') return unreachable('led elsewhere', `led to ${finalUrl}`);
  if (said !== null && said.entry.state === 'removed' && said.entry.kind !== undefined)
    return removed(said.entry.kind, said.entry.reason, `in place of the notice: "${short(said.line)}"`);
  switch (led) {
    case 'front':
      return removed('status', 'front page', `led to ${finalUrl}`);
    case 'absent':
      return removed('status', 'not found page', `led to ${finalUrl}`);
    case 'above':
      return reading.items !== undefined || isFront(new URL(finalUrl)) || kept < NOTHING_LEFT
        ? removed('status', 'list page', `led to ${finalUrl}, a folder above it`)
        : present(reading, null, null);
    case 'error':
      return unreachable('error', `led to ${finalUrl}`);
    default:
  }
  if (front?.print && front.sure && alikeFront(front, look) && kept < NOTHING_LEFT)
    return removed('status', 'front page', `like the front page ${front.url} (capture ${front.capture})`);
  if (front?.print && isSamePage(front.print, look.print) && kept < NOTHING_LEFT)
    return { state: 'blocked', reason: 'wall', basis: `the site shows the same page at ${front.url} (capture ${front.capture})` };
  return rewritten(page, kept);
}

/** No sign and no learned page: the title, and how much is said, must tell. */
function rewritten({ seen, known }: PageToJudge & { readonly known: SeenPage }, kept: number): PageJudgement {
  const { reading, look } = seen;
  const title = known.reading.title ?? '';
  const titleWords = printWords(title);
  const keepsTitle = titleWords.length > 0 && share(titleWords, new Set(look.print.words)) >= TITLE_KEPT;
  const was = new Set(known.look.print.words);
  const new_ = look.print.words.filter((word) => !was.has(word)).length;
  const before = printWords(known.reading.text).length;
  if (keepsTitle) {
    const emptied = new_ + kept * before < Math.max(MESSAGE_WORDS / 4, before * EMPTIED);
    return emptied ? present(reading, 'emptied', 'the title stands, the body is gone') : present(reading, null, null);
  }
  if (kept < NOTHING_LEFT && new_ < MESSAGE_WORDS)
    return unreachable('message', 'neither title nor text of the notice stands there, and what stands there is no notice');
  return present(
    reading,
    kept < NOTHING_LEFT ? 'replaced' : null,
    kept < NOTHING_LEFT ? 'another text stands in place of the notice' : null,
  );
}

/** Never seen present: only where the visit was led tells, and that is no removal. */
function withoutPast({ seen, url, finalUrl }: PageToJudge, words: InPlaceWords, ledWords: LedWords): PageJudgement {
  const led = ledTo(url, finalUrl, ledWords);
  if (led === 'captcha' || led === 'login') return { state: 'blocked', reason: led, basis: `led to ${finalUrl}` };
  if (led === 'front' || led === 'absent' || led === 'error')
    return unreachable(led === 'front' ? 'front page' : led, `led to ${finalUrl}`);
  const part = seen.reading.items === undefined ? words.partly(seen.look.lines) : null;
  return part === null ? present(seen.reading, null, null) : present(seen.reading, 'withheld in part', `the page says "${short(part)}"`);
}

function asRead(reading: PageReading, { status }: PageToJudge): PageJudgement {
  const basis = reading.basis ?? `status ${status}`;
  if (reading.state === 'removed') return removed(reading.removalKind ?? 'status', reading.reason ?? 'removed', basis);
  return { state: reading.state === 'blocked' ? 'blocked' : 'unreachable', reason: reading.reason ?? reading.state, basis };
}

function asksForProbe(page: PageToJudge, judgement: PageJudgement, ledWords: LedWords): boolean {
  const { known, seen } = page;
  if (known === null || seen.reading.site !== null) return false;
  if (judgement.state === 'blocked' && judgement.reason !== 'wall') return false;
  if (judgement.state === 'unreachable') return ['message', 'front page', 'led elsewhere', 'error'].includes(judgement.reason);
  if (judgement.state === 'removed') return judgement.kind === 'status' && page.status < 400;
  if (ledTo(page.url, page.finalUrl, ledWords) === 'front') return true;
  return share(known.look.print.words, new Set(seen.look.print.words)) < STILL_THERE || judgement.reason !== null;
}

function useless(absent: Answer, front: Answer | null, words: InPlaceWords): string | null {
  const { status, reading, look } = absent;
  if (status >= 400) return status === 404 || status === 410 ? null : `status ${status}`;
  if (reading.state === 'blocked' || reading.state === 'unreachable') return `${reading.state}: ${reading.reason ?? ''}`;
  if (look === null) return 'no page';
  const around = new Set(front?.look?.lines.map((line) => line.trim()) ?? []);
  const own = look.lines.filter((line) => !around.has(line.trim()));
  const said = words.find(own, ['blocked', 'unreachable']);
  // A page that says both that nothing is there and that one may try again is what many servers send for what is gone.
  if (said !== null && words.find(own, ['removed']) === null) return `it says "${short(said.line)}"`;
  return null;
}

/** The words that are the notice's alone: those of its text which a page of the site without a notice has not. */
function ownWords(known: SeenPage, learned: readonly LearnedPage[]): ReadonlySet<number> {
  const around = new Set(learned.flatMap((one) => (one.kind === 'wall' ? [] : (one.print?.words ?? []))));
  const visible = new Set(known.look.print.words);
  const title = new Set(printWords(known.reading.title ?? ''));
  const text = printWords(known.reading.text).filter((word) => visible.has(word));
  const body = text.filter((word) => !title.has(word) && !around.has(word));
  return new Set(body.length >= 5 ? body : text);
}

function freshLines(look: PageLook, known: PageLook): readonly string[] {
  const before = new Set(known.lines.map((line) => line.trim()));
  return look.lines.filter((line) => !before.has(line.trim()));
}

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

function learnedOf(learned: readonly LearnedPage[], kind: LearnedKind): LearnedPage | undefined {
  return learned.find((one) => one.kind === kind);
}

function present(reading: PageReading, reason: string | null, basis: string | null): PageJudgement {
  return { state: 'present', reason, basis, reading };
}

function removed(kind: RemovalKind, reason: string, basis: string): PageJudgement {
  return { state: 'removed', kind, reason, basis };
}

function unreachable(reason: string, basis: string): PageJudgement {
  return { state: 'unreachable', reason, basis };
}

function short(text: string): string {
  return text.length <= 120 ? text : `${text.slice(0, 119)}…`;
}
