/** Where redirects led a visit. */
export type Led = 'nowhere' | 'front' | 'above' | 'login' | 'captcha' | 'absent' | 'error' | 'search' | 'leave' | 'elsewhere' | 'beside';

/** Words in addresses that say what stands there; from the catalogue. */
export interface LedWords {
  readonly login: readonly string[];
  readonly captcha: readonly string[];
  readonly absent: readonly string[];
  readonly error: readonly string[];
  readonly search: readonly string[];
  /** Of the way out of an account. */
  readonly leave: readonly string[];
  /** Of acts, of people and of files: pages that nobody asks whether the site is up. */
  readonly unasked: readonly string[];
}

/**
 * Where a visit of `asked` ended: on the same page under another spelling (`nowhere`), the front page of the site, a folder above the page, a page whose address
 * names a login, a captcha, a missing page, an error, a search or the way out, another site, or another page of the same one (`beside`). Pure.
 */
export function ledTo(asked: string, final: string, words: LedWords): Led {
  const [from, to] = [URL.parse(asked), URL.parse(final)];
  if (from === null || to === null) return 'nowhere';
  const sameSite = siteOf(from.hostname) === siteOf(to.hostname);
  if (sameSite && pathOf(from) === pathOf(to) && from.search === to.search) return 'nowhere';
  const named = new Set(addressWords(to));
  const before = new Set(addressWords(from));
  for (const kind of ['captcha', 'login', 'absent', 'error', 'search', 'leave'] as const)
    if ((sameSite || kind !== 'leave') && words[kind].some((word) => named.has(word) && !before.has(word))) return kind;
  if (!sameSite) return 'elsewhere';
  if ([...to.searchParams.keys()].some((name) => RETURNS.test(name) && !from.searchParams.has(name))) return 'login';
  if (isFront(to) && !isFront(from)) return 'front';
  const path = pathOf(to);
  const folder = path.replace(/\/(?:index|default|home|list)\.\w+$|\/$/, '');
  if (folder !== '' && pathOf(from).startsWith(`${folder}/`)) return 'above';
  return 'beside';
}

/** Whether an address names an act, a person or a file: `/notices/5/delete`, `/user/ivan`, `/@ivan`, `/id5`, `/tz.pdf`. */
export function isUnasked({ pathname }: URL, { unasked }: LedWords): boolean {
  const named = pathname
    .replace(/(?<=[a-z])(?=[A-Z])/g, '/')
    .toLowerCase()
    .split(/[/.;_,+-]|%20/);
  return /\/[@~]/.test(pathname) || named.some((word) => unasked.includes(word) || unasked.includes(word.replace(/\d+$/, '')));
}

/** `/`, `/index.html`, `/ru/`, `/en/index.php`. */
export function isFront(url: URL): boolean {
  return /^\/(?:[a-z]{2}(?:[-_][a-z]{2})?\/?)?(?:(?:index|default|home|main)(?:\.\w+)?)?\/?$/i.test(url.pathname) && !/\d/.test(url.search);
}

/** A page that is asked to send the visitor back afterwards is a door. */
const RETURNS = /^(?:return|redirect|next|back|goto|continue|service|retpath|backurl)/i;

function pathOf({ pathname }: URL): string {
  return pathname
    .replace(/\/{2,}/g, '/')
    .replace(/\/$/, '')
    .toLowerCase();
}

function addressWords(url: URL): readonly string[] {
  const names = url.hostname.split('.').slice(0, -2);
  return [...names, ...url.pathname.split(/[/.;_]/), ...url.searchParams.keys()]
    .map((word) => word.toLowerCase())
    .filter((word) => word !== '');
}

/** The part of a host name that one owner has, nearly: `www.gov.example` and `zb.gov.example` are of one site. */
function siteOf(host: string): string {
  if (/^[\d.:[\]]+$/.test(host)) return host;
  const parts = host.split('.');
  const short = (parts.at(-2)?.length ?? 0) <= 3 && parts.length > 2;
  return parts.slice(short ? -3 : -2).join('.');
}
