import type { SiteCatalogue } from '../catalogue/sites.ts';
import type { PageReading } from '../model/reading.ts';
import { cutOffAsGone, failedAsGone, refusedAsGone, removedAsSaid } from './as-gone.ts';
import { share } from './compare-prints.ts';
import { freshLines } from './fresh-lines.ts';
import { emptyPage, inPlaceOf } from './in-its-place.ts';
import { createInPlaceWords, type InPlaceWords } from './in-place.ts';
import { ledTo, type LedWords } from './led-to.ts';
import {
  blocked,
  present,
  removed,
  short,
  unreachable,
  type PageJudge,
  type PageJudgement,
  type PageToJudge,
  type SeenPage,
} from './page-judgement.ts';
import { isFollowedOther } from './other-notice.ts';
import { leftUnderTitle, ownWords } from './own-words.ts';
import { asksForProbe, useless } from './probe-use.ts';
import { asksForWitness, shownBy, witnessesOf } from './witness.ts';
import { readsAsGone } from './reads-as-gone.ts';
import { notFoundPage, standsNoLine } from './what-is-left.ts';
import { isTemporary } from '../model/address.ts';

/** Above this share of the notice's own words the page still shows it. */
const STILL_THERE = 0.5;

/** The judgement of pages for what the catalogue knows. */
export function createPageJudge({ general, messageWeights }: SiteCatalogue): PageJudge {
  const words = createInPlaceWords(general.inPlace, general.gone, general.partly, messageWeights, general);
  const led = general.ledTo;
  const judge = (page: PageToJudge): PageJudgement => {
    const judgement = judgePage(page, words, led);
    return readsAsGone(page, judgement, words) ?? judgement;
  };
  return {
    judge,
    asksForWitness: (page, judgement) => asksForWitness(page, judgement, judge),
    witnesses: (page, judgement, followed) => witnessesOf(page, judgement, followed, led),
    shownBy: (page, other) => shownBy(page, other, led),
    asksForProbe: (page, judgement) => asksForProbe(page, judgement, led),
    useless: (absent, front) => useless(absent, front, words),
  };
}

function judgePage(page: PageToJudge, words: InPlaceWords, ledWords: LedWords): PageJudgement {
  const { seen, known, asPage } = page;
  const { reading } = seen;
  if (reading.bodyBySite && reading.state === 'present') return present(reading, null, null);
  const own = known === null ? null : ownWords(known, page.learned);
  const left = known === null ? null : leftUnderTitle(seen, known);
  const kept = own === null || own.size === 0 ? null : (left ?? share([...own], new Set(seen.look.print.words)));
  if (reading.state !== 'present') {
    // Some servers answer 404, or say so in the title, and show the notice all the same.
    if (reading.state === 'removed' && reading.site === null && asPage.state === 'present' && kept !== null && kept >= STILL_THERE)
      return present(asPage, null, `${reading.basis ?? 'removed'}, but the text of the notice stands there`);
    const told =
      known === null
        ? null
        : reading.reason === 'empty'
          ? emptyPage({ ...page, known }, words)
          : isRefusal(reading)
            ? refusedAsGone({ ...page, known }, words)
            : isFailure(reading)
              ? failedAsGone({ ...page, known }, words)
              : isBadLink(reading) && !isTemporary(page.url)
                ? notFoundPage(page.learned, seen.look, known.look, page.standing)
                : reading.state === 'removed' && reading.site === null && reading.removalKind === 'status'
                  ? removedAsSaid({ ...page, known }, words)
                  : null;
    return told ?? asRead(reading, page);
  }
  if (known === null || kept === null) return withoutPast(page, words, ledWords);
  if (!seen.look.closed && known.look.closed && kept < 1 && isCutOff(seen, known))
    return cutOffAsGone({ ...page, known }, kept, words) ?? unreachable('incomplete', 'the document does not end, and did before');
  if (page.ledToOther && isFollowedOther(seen, known, page.ledToOther, kept >= STILL_THERE))
    return removed('status', 'other notice', `led to ${page.finalUrl}, and shows the notice that is followed at ${page.ledToOther.url}`);
  const led = ledTo(page.url, page.finalUrl, ledWords);
  const fresh = freshLines(seen.look, known.look);
  if (kept >= STILL_THERE && !(kept < NEARLY_ALL && standsNoLine(seen, known))) {
    const part = words.partly(fresh);
    return part === null ? present(reading, null, null) : present(reading, 'withheld in part', `the page says "${short(part)}"`);
  }
  return inPlaceOf({ ...page, known }, { kept, led, fresh }, words);
}

/** With more of its words the notice stands, whatever became of its lines. */
const NEARLY_ALL = 0.7;
/** A page that breaks off is built as the whole one is, as far as it goes; a page of another kind may never have had an end. */
function isCutOff({ look }: SeenPage, known: SeenPage): boolean {
  return share(look.print.shape, new Set(known.look.print.shape)) >= MOST_OF_ITS_SHAPE || look.print.shape.length === 0;
}

const MOST_OF_ITS_SHAPE = 0.5;

/** A refusal by which a site may also say that a notice was taken away: what its page says then tells. */
export function isRefusal({ site, state, reason }: PageReading): boolean {
  return site === null && state === 'blocked' && (reason === 'http 403' || reason === 'http 451' || reason === 'denied');
}

/** Some programs fail over what is no longer in their database, and show their own page about it. */
export function isFailure({ site, state, reason }: PageReading): boolean {
  return site === null && state === 'unreachable' && reason === 'http 500';
}

/** A site that calls an address bad at which its notice stood may say so of all that it no longer has. */
export function isBadLink({ state, reason }: PageReading): boolean {
  return state === 'unreachable' && reason === 'link';
}

/** Never seen present: only where the visit was led tells, and that is no removal. */
function withoutPast({ seen, url, finalUrl }: PageToJudge, words: InPlaceWords, ledWords: LedWords): PageJudgement {
  const led = ledTo(url, finalUrl, ledWords);
  if (led === 'captcha' || led === 'login') return blocked(led, `led to ${finalUrl}`);
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
