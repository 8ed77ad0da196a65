import type { LearnedPage } from '../model/learned-page.ts';
import type { RemovalKind } from '../model/observation.ts';
import { freshLines, withoutLinks } from './fresh-lines.ts';
import type { InPlaceWords, SaidInPlace } from './in-place.ts';
import { removed, short, stoodThere, type PageJudgement, type PageToJudge, type SeenPage, type StandingNotice } from './page-judgement.ts';
import { inFrame, isNew, keepsTitle, notFoundPage, NOTHING_LEFT } from './what-is-left.ts';

/** A refusal (403, 451, words of a firewall in the title) in the site's own frame may say that this notice was taken away; one of a wall has no frame of the site. */
export function refusedAsGone(
  { seen, known, standing, status }: PageToJudge & { readonly known: SeenPage },
  words: InPlaceWords,
): PageJudgement | null {
  const framed = inFrame(seen, known);
  // A legal order against one page: whoever closes the whole site closes its other notices too.
  if (!framed && (status !== 451 || standing === null)) return null;
  // That the visitor is refused was said by the status or the title; what counts is whether something more is said.
  const said = words.findGone(freshLines(seen.look, known.look));
  if (said === null || said.kind === null || (said.kind === 'status' && !(framed && said.firmly))) return null;
  // "The purchase is a closed one, its circle was set by the buyer": nobody took anything away.
  if (status !== 451 && !said.act && !said.firmly && !ENDS_OF_ITSELF.has(said.kind)) return null;
  const where = framed ? "in the site's own page" : standing === null ? '' : stoodThere(standing);
  return removed(said.kind, said.reason, `${seen.reading.basis ?? 'refused'}, ${where}: "${short(said.line)}"`);
}

/** A failure in the site's own frame says only that nothing is there, while another notice stands: its program found nothing to show. */
export function failedAsGone(
  { seen, known, standing }: PageToJudge & { readonly known: SeenPage },
  words: InPlaceWords,
): PageJudgement | null {
  if (standing === null || !inFrame(seen, known)) return null;
  const said = words.find(withoutLinks(freshLines(seen.look, known.look), seen.reading, seen.look));
  if (said === null || said.state !== 'removed' || said.kind === null || !said.ofNotice) return null;
  return removed(said.kind, said.reason, `${seen.reading.basis ?? 'failed'}, ${stoodThere(standing)}: "${short(said.line)}"`);
}

/** A status of what is gone (404, 410): by whom and why, where the page says so in words that the notice's page did not have. */
export function removedAsSaid({ seen, known }: PageToJudge & { readonly known: SeenPage }, words: InPlaceWords): PageJudgement | null {
  const said = words.findGone(withoutLinks(freshLines(seen.look, known.look), seen.reading, seen.look));
  return said === null || !saysWhy(said) ? null : removedBy(said, seen.reading.basis ?? 'gone');
}

/** The page for what is not there, with a line of its own that says by whom and why. */
export function notFoundAsSaid(fresh: readonly string[], learned: readonly LearnedPage[], words: InPlaceWords): PageJudgement | null {
  const said = words.findGone(fresh);
  return said === null || !saysWhy(said) || !isNew(said.line, learned) ? null : removedBy(said, 'in place of the notice');
}

function removedBy({ kind, reason, line }: SaidInPlace, basis: string): PageJudgement | null {
  return kind === null ? null : removed(kind, reason, `${basis}: "${short(line)}"`);
}

/** That a notice is gone is certain here: then what ends of itself, a term or an account, needs no more than to be named. */
function saysWhy({ kind, act, firmly, ofNotice, either }: SaidInPlace): boolean {
  if (kind === null || kind === 'status') return false;
  if (act || (firmly && kind !== 'moved')) return true;
  return ofNotice && !either && ENDS_OF_ITSELF.has(kind);
}

const ENDS_OF_ITSELF: ReadonlySet<RemovalKind> = new Set(['expired', 'account']);

/** A program that stops after its message sends no end either. A page of the notice that was cut off has no words that are new. */
export function cutOffAsGone(page: PageToJudge & { readonly known: SeenPage }, kept: number, words: InPlaceWords): PageJudgement | null {
  const { seen, known, learned, standing } = page;
  if (kept >= NOTHING_LEFT || keepsTitle(seen, known)) return null;
  const said = words.find(withoutLinks(freshLines(seen.look, known.look), seen.reading, seen.look));
  if (said !== null && said.state !== 'removed') return null;
  if (said?.firmly === true && said.kind !== null) return removed(said.kind, said.reason, `in place of the notice: "${short(said.line)}"`);
  return notFoundPage(learned, seen.look, known.look, standing);
}

/** A door that another notice does not have is of this one alone: where the message says that this one was taken away, that is what was done. */
export function goneDespite(door: SaidInPlace, gone: SaidInPlace | null, standing: StandingNotice | null): PageJudgement | null {
  if (standing === null || gone === null || !gone.act || gone.kind === null || !OF_ONE.has(door.reason)) return null;
  return removed(gone.kind, gone.reason, `in place of the notice, ${stoodThere(standing)}: "${short(gone.line)}"`);
}

/** Doors that one page of a site may have. */
const OF_ONE: ReadonlySet<string> = new Set(['login', 'withheld', 'denied']);
