import type { PageState } from '../model/reading.ts';
import type { RemovalKind } from '../model/observation.ts';
import type { KnownSign, KnownSite } from './known-sites.ts';
import { foldMessage, says } from '../text/message.ts';
import { attributeOf, textOf, type Page } from './page.ts';
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
  /** What was seen that says so: the sign with its site and its words, or the status. */
  readonly basis: string;
}

/** What a visit knows of an answer beside its page. */
export interface Answered {
  /** Addresses passed on the way. */
  readonly addresses: readonly string[];
  readonly headers: readonly (readonly [name: string, value: string])[];
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
export function verdictOf(page: Page, site: KnownSite, answered: Answered, visible: string, scope: SignScope): Verdict | null {
  const whole = visible.length > MAX_MESSAGE_PAGE * 3 ? '' : foldedOf(page, visible);
  const short = visible.length <= MAX_MESSAGE_PAGE * 3 && whole.length <= MAX_MESSAGE_PAGE;
  for (const known of site.signs) {
    const found = matchSign(page, known, answered, whole, short, scope);
    if (found === null) continue;
    const { state, reason, kind } = known.sign;
    return { state, reason, kind: kind ?? null, sign: known, message: found.message, basis: `sign of ${site.knowledge.site}: ${found.by}` };
  }
  return null;
}

/** What a page says as a whole, folded once for the signs of all sites. */
const folded = new WeakMap<Page, Map<string, string>>();

function foldedOf(page: Page, text: string): string {
  let texts = folded.get(page);
  if (texts === undefined) folded.set(page, (texts = new Map<string, string>()));
  let had = texts.get(text);
  if (had === undefined) texts.set(text, (had = foldMessage(text)));
  return had;
}

/** True where the page is built as a message of the site, whatever it says. */
export function isMessagePage(page: Page, site: KnownSite): boolean {
  return site.messages.some((selector) => selectAll(page, selector).some((element) => textOf(page, element).trim() !== ''));
}

/** Statuses of 4xx that speak of the request or the address, and refuse nobody. */
const ERRORS = new Set([400, 404, 408, 409, 410, 411, 413, 414, 415, 416, 417, 421, 422, 423, 424, 425, 426, 428, 431]);
/** 566 and 567: what Tencent EdgeOne answers for what its rules stopped (its reference of abnormal status codes). */
const REFUSALS = new Set([566, 567]);

/** Whether sites or the firewalls before them refuse a visitor by it: a status that no standard knows (468, 493, 999) is a firewall's, too. */
function isRefusal(status: number): boolean {
  return (status >= 400 && status < 500 && !ERRORS.has(status)) || status >= 600 || REFUSALS.has(status);
}

/** What the status of an answer alone says; null for 2xx. */
export function verdictOfStatus(status: number): Verdict | null {
  const verdict = (state: PageState, kind: RemovalKind | null = null): Verdict => ({
    state,
    reason: `http ${status}`,
    kind,
    sign: null,
    message: null,
    basis: `status ${status}`,
  });
  if (status === 404 || status === 410) return verdict('removed', 'status');
  if (isRefusal(status)) return verdict('blocked');
  if (status >= 200 && status < 300) return null;
  return verdict('unreachable');
}

/** What showed the sign, in words for people, and what the page says by it. */
interface Found {
  readonly by: string;
  readonly message: string | null;
}

function matchSign(page: Page, known: KnownSign, answered: Answered, whole: string, short: boolean, scope: SignScope): Found | null {
  const { sign } = known;
  const led = sign.url.find((part) => answered.addresses.some((address) => address.includes(part)));
  if (led !== undefined) return { by: `led to an address with ${led}`, message: null };
  const header = sign.header.find((wanted) => hasHeader(answered, wanted));
  if (header !== undefined) return { by: `header ${header}`, message: null };
  if (!short || whole.length > (sign.most ?? whole.length)) return null;
  const at = known.present.findIndex((selector) => selectFirst(page, selector) !== undefined);
  if (at >= 0) return { by: `element ${sign.present[at] ?? ''}`, message: null };
  const script = sign.script.find((part) =>
    page.elements.some((element) => element.tag === 'script' && (attributeOf(element, 'src') ?? '').includes(part)),
  );
  if (script !== undefined) return { by: `script ${script}`, message: null };
  const inline = sign.inline.find((parts) => page.scripts.some((one) => holdsAll(page.scriptText(one), parts)));
  if (inline !== undefined) return { by: `script with ${inline.join(' and ')}`, message: null };
  if (scope !== 'markup' && known.title.some((title) => foldedOf(page, page.title) === title || titleNames(page.title, title)))
    return { by: `title "${page.title}"`, message: page.title };
  for (const [n, selector] of known.at.entries()) {
    for (const element of selectAll(page, selector)) {
      const text = textOf(page, element);
      if (says(foldMessage(text), known.text, SLACK_IN_ELEMENT)) return { by: `${sign.at[n] ?? ''} "${text}"`, message: text };
    }
  }
  if (scope === 'markup') return null;
  const slack = scope === 'site' ? SLACK_ON_KNOWN_SITE : SLACK_ANYWHERE;
  if (whole === '' || !says(whole, known.text, slack)) return null;
  const line = lineThatSays(page, known.text);
  return { by: `the page says little but "${line}"`, message: line };
}

function hasHeader({ headers }: Answered, wanted: string): boolean {
  const [name = '', part = ''] = wanted.toLowerCase().split(/:\s*/, 2);
  return headers.some(([one, value]) => one.toLowerCase() === name && value.toLowerCase().includes(part));
}

function holdsAll(text: string, parts: readonly string[]): boolean {
  return parts.every((part) => text.includes(part));
}

/** `404 Not Found - example.org`: the message, then a separator and a site's name. */
function titleNames(title: string, folded: string): boolean {
  const first = title.split(/\s+[-–—|·]\s+|[_|｜]/)[0] ?? '';
  return first !== title && folded.length >= 3 && foldMessage(first) === folded;
}

/** The line that says it; the first where it is said over several. */
function lineThatSays(page: Page, messages: readonly string[]): string {
  const lines = page.text.trim().split('\n');
  const said = lines.find((line) => {
    const folded = foldMessage(line);
    return messages.some((message) => folded.includes(message));
  });
  return (said ?? lines[0] ?? '').trim();
}
