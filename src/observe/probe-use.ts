import { isTemporary } from '../model/address.ts';
import { share } from './compare-prints.ts';
import type { InPlaceWords } from './in-place.ts';
import { withoutLinks } from './fresh-lines.ts';
import { ledTo, type LedWords } from './led-to.ts';
import { short, type Answer, type PageJudgement, type PageToJudge } from './page-judgement.ts';

/** Below this share of the words of the notice's page, another page stands there. */
const CHANGED = 0.5;

/** A page without text that is compared by its script has at least so many words. */
const SCRIPT_WORDS = 3;

/** By which a site says that it knows no such address. */
const BAD_LINK = 'link';

/** True where it would help to know what the site answers for an address that never existed. */
export function asksForProbe(page: PageToJudge, judgement: PageJudgement, ledWords: LedWords): boolean {
  const { known, seen } = page;
  if (known === null) return false;
  if (seen.reading.site !== null) return judgement.reason === BAD_LINK && !isTemporary(page.url);
  if (judgement.state === 'blocked') return judgement.reason === 'wall' || judgement.reason === 'withheld';
  if (judgement.reason === 'empty') return seen.look.print.words.length >= SCRIPT_WORDS;
  if (judgement.state === 'unreachable') return ['message', 'front page', 'led elsewhere', 'error'].includes(judgement.reason);
  if (judgement.state === 'removed') return judgement.kind === 'status' && page.status < 400;
  if (ledTo(page.url, page.finalUrl, ledWords) === 'front') return true;
  return share(known.look.print.words, new Set(seen.look.print.words)) < CHANGED || judgement.reason !== null;
}

/** Why an answer to a probe teaches nothing, or null where it does. */
export function useless(absent: Answer, front: Answer | null, words: InPlaceWords): string | null {
  const { status, reading, look } = absent;
  if (status >= 400) return status === 404 || status === 410 ? null : `status ${status}`;
  if (look === null) return 'no page';
  const byScript = reading.reason === 'empty' && look.print.words.length >= SCRIPT_WORDS;
  if ((reading.state === 'blocked' || reading.state === 'unreachable') && !byScript && reading.reason !== BAD_LINK)
    return `${reading.state}: ${reading.reason ?? ''}`;
  const around = new Set(front?.look?.lines.map((line) => line.trim()) ?? []);
  const own = withoutLinks(look.lines, reading, look).filter((line) => !around.has(line.trim()));
  const said = words.find(own);
  // A page that says both that nothing is there and that one may try again is what many servers send for what is gone.
  if (said !== null && said.state !== 'removed' && words.findGone(own) === null) return `it says "${short(said.line)}"`;
  return null;
}
