import type { PageState } from '../model/reading.ts';
import type { RemovalKind } from '../model/observation.ts';
import type { KnownSign, KnownSite } from './known-sites.ts';
import { foldMessage, says } from './message.ts';
import { attributeOf, textOf, type Page, type PageElement } from './page.ts';
import { selectAll, selectFirst } from './selector.ts';

/** What a page or an answer says instead of a notice. */
export interface Verdict {
  readonly state: PageState;
  readonly reason: string;
  readonly kind: RemovalKind | null;
  /** The sign that decided, where one did. */
  readonly sign: KnownSign | null;
  /** What the page says, in its own words. */
  readonly message: string | null;
}

/** A message element holds little beside its message. */
const SLACK_IN_ELEMENT = 60;
/** A page of a known site that says a message and no more than this beside it is that message. */
const SLACK_ON_KNOWN_SITE = 120;
const SLACK_ANYWHERE = 30;
/** A page with more to read than this is no message page. */
const MAX_MESSAGE_PAGE = 600;

/** How well the site of a page is known: the page is the site's; it may be, if its markup says so; the signs are those of any page. */
export type SignScope = 'site' | 'markup' | 'any';

/** What the address, markup and words of a page say of its state by the signs of one site. `visible` is what a person sees of it. */
export function verdictOf(page: Page, site: KnownSite, addresses: readonly string[], visible: string, scope: SignScope): Verdict | null {
  const whole = visible.length > MAX_MESSAGE_PAGE * 3 ? '' : foldMessage(visible);
  const short = visible.length <= MAX_MESSAGE_PAGE * 3 && whole.length <= MAX_MESSAGE_PAGE;
  for (const known of site.signs) {
    const message = matchSign(page, known, addresses, whole, short, scope);
    if (message === null) continue;
    const { state, reason, kind } = known.sign;
    return { state, reason, kind: kind ?? null, sign: known, message: message === '' ? null : message };
  }
  return null;
}

/** True where the page is built as a message of the site, whatever it says. */
export function isMessagePage(page: Page, site: KnownSite): boolean {
  return site.messages.some((selector) => selectFirst(page, selector) !== undefined);
}

/** What the status of an answer alone says; null for 2xx. */
export function verdictOfStatus(status: number): Verdict | null {
  const verdict = (state: PageState, kind: RemovalKind | null = null): Verdict => ({
    state,
    reason: `http ${status}`,
    kind,
    sign: null,
    message: null,
  });
  if (status === 404 || status === 410) return verdict('removed', 'status');
  if (status === 429 || status === 503 || status === 401 || status === 403) return verdict('blocked');
  if (status >= 200 && status < 300) return null;
  return verdict('unreachable');
}

function matchSign(
  page: Page,
  known: KnownSign,
  addresses: readonly string[],
  whole: string,
  short: boolean,
  scope: SignScope,
): string | null {
  const { sign } = known;
  if (sign.url.some((part) => addresses.some((address) => address.includes(part)))) return '';
  if (!short) return null;
  if (known.present.some((selector) => selectFirst(page, selector) !== undefined)) return '';
  if (sign.script.length > 0 && page.elements.some((element) => element.tag === 'script' && isScriptOf(element, sign.script))) return '';
  if (scope !== 'markup' && known.title.some((title) => foldMessage(page.title) === title || titleNames(page.title, title)))
    return page.title;
  for (const selector of known.at) {
    for (const element of selectAll(page, selector)) {
      const text = textOf(page, element);
      if (says(foldMessage(text), known.text, SLACK_IN_ELEMENT)) return text;
    }
  }
  if (scope === 'markup') return null;
  const slack = scope === 'site' ? SLACK_ON_KNOWN_SITE : SLACK_ANYWHERE;
  return says(whole, known.text, slack) && whole !== '' ? firstLine(page) : null;
}

/** `404 Not Found - example.org`: the message, then a separator and a site's name. */
function titleNames(title: string, folded: string): boolean {
  const first = title.split(/\s+[-–—|·]\s+|[_|｜]/)[0] ?? '';
  return first !== title && folded.length >= 3 && foldMessage(first) === folded;
}

function isScriptOf(element: PageElement, parts: readonly string[]): boolean {
  const source = attributeOf(element, 'src') ?? '';
  return parts.some((part) => source.includes(part));
}

function firstLine(page: Page): string {
  return page.text.trim().split('\n')[0]?.trim() ?? '';
}
