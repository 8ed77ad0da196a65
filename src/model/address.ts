import { DualwatchError } from './errors.ts';

/** Longer addresses are refused: no publisher needs them, and each is kept, indexed and compared. */
const MAX_LENGTH = 16_384;

/**
 * The one spelling under which an http, https or file address is kept and compared.
 *
 * Lower-case scheme and host, IDN as punycode, no default port, no trailing dot of the host, no fragment (but a route of a
 * one-page application, `#/…` or `#!…`, stays: there it alone tells one notice from another), percent-encoding by RFC 3986
 * §6.2.2, path case and order of the query as they are. Parameters that follow the reader and never name a page are dropped.
 * Idempotent. Throws `usage` where the text is no such address.
 *
 * @example normaliseAddress('HTTPS://Example.ORG:443/a%7eb?utm_source=x#top') // 'https://example.org/a~b'
 */
export function normaliseAddress(url: string): string {
  const address = withoutSessionSegment(parseAddress(url));
  const origin = address.protocol === 'file:' ? 'file://' : `${address.protocol}//${hostOf(address)}`;
  const path = normalisePercent(address.pathname === '' ? '/' : address.pathname);
  return origin + path + keptQuery(address.search) + keptFragment(address.hash);
}

/**
 * Other names of the notice that the address itself gives away: `wechat:<biz>:<mid>:<idx>` for the long form of an article on
 * WeChat, and the plain short form for a short link with trimmings. Empty where there is none, and for addresses of other hosts,
 * which may serve anything under the parameters of an article; never throws.
 */
export function addressAliases(url: string): readonly string[] {
  // Most addresses are not WeChat's, and parsing is most of the cost.
  if (!/mp\.weixin\.qq\.com/i.test(url)) return [];
  let address: URL;
  try {
    address = parseAddress(url);
  } catch {
    return [];
  }
  if (hostOf(address) !== 'mp.weixin.qq.com') return [];
  const short = /^\/s\/([\w-]{10,64})$/.exec(address.pathname);
  if (short) {
    const plain = `https://mp.weixin.qq.com/s/${short[1] ?? ''}`;
    return plain === normaliseAddress(url) ? [] : [plain];
  }
  if (!/^\/(?:s|mp\/appmsg\/show)\/?$/.test(address.pathname)) return [];
  const key = wechatKey(parameter(address, '__biz'), parameter(address, 'mid', 'appmsgid'), parameter(address, 'idx', 'itemidx'));
  return key === null ? [] : [key];
}

/**
 * Key of a WeChat article, whichever page or link gave its parts, or null where they are not what WeChat writes:
 * `biz` is Base64 of digits (its padding is often lost on the way and is put back), `mid` and `idx` are whole numbers.
 */
export function wechatKey(biz: string | null | undefined, mid: string | null | undefined, idx: string | null | undefined): string | null {
  const account = /^([A-Za-z0-9+/_-]{4,64})={0,2}$/.exec(biz?.trim() ?? '')?.[1];
  const message = /^0*([1-9]\d{0,19})$/.exec(mid?.trim() ?? '')?.[1];
  const place = /^0*([1-9]\d{0,2})$/.exec(idx?.trim() ?? '')?.[1];
  if (account === undefined || message === undefined || place === undefined) return null;
  return `wechat:${account}${'='.repeat((4 - (account.length % 4)) % 4)}:${message}:${place}`;
}

/** The one spelling of any name of a notice, address or key, under which names are compared; undefined for what names nothing. Never throws. */
export function normaliseAlias(alias: string): string | undefined {
  const key = /^wechat:([^:]*):([^:]*):([^:]*)$/.exec(alias);
  if (key) return wechatKey(key[1], key[2], key[3]) ?? undefined;
  try {
    return normaliseAddress(alias);
  } catch {
    return undefined;
  }
}

function parseAddress(url: string): URL {
  const text = url.trim();
  if (text === '') throw new DualwatchError('usage', 'The address is empty; write it in full, as in https://example.org/feed.xml');
  if (text.length > MAX_LENGTH)
    throw new DualwatchError('usage', `The address ${shown(text)} has ${text.length} characters; at most ${MAX_LENGTH} are taken`);
  if (!/^[a-z][a-z0-9+-]*:(?!\d)/i.test(text)) {
    const guess = /^(?:\/\/)?([^\s/?#@]+\.[^\s/?#@]+|localhost(?::\d+)?)([/?#]\S*)?$/i.exec(text);
    const advice = guess
      ? `; did you mean https://${shown(text.replace(/^\/\//, ''))}?`
      : '; write it in full, as in https://example.org/feed.xml';
    throw new DualwatchError('usage', `"${shown(text)}" does not begin with http://, https:// or file://${advice}`);
  }
  let address: URL;
  try {
    address = new URL(text);
  } catch (error) {
    throw new DualwatchError('usage', `"${shown(text)}" is no address that can be asked; check host name and port`, { cause: error });
  }
  if (!['http:', 'https:', 'file:'].includes(address.protocol)) {
    throw new DualwatchError(
      'usage',
      `"${shown(text)}" is an address of the kind ${address.protocol} Only http:, https: and file: can be watched`,
    );
  }
  if (address.username !== '' || address.password !== '') {
    // The text is not quoted: it holds a secret, and messages reach logs.
    throw new DualwatchError(
      'usage',
      `The address at ${address.host} carries a user name or password; leave them out of it and give them to the source as credentials`,
    );
  }
  if (address.protocol === 'file:' && address.hostname !== '') {
    throw new DualwatchError(
      'usage',
      `"${shown(text)}" names a file on the host ${address.hostname}; only files of this machine can be read: file:///path`,
    );
  }
  return address;
}

function shown(text: string): string {
  return text.length <= 120 ? text : `${text.slice(0, 119)}…`;
}

function hostOf(address: URL): string {
  const name = address.hostname.replace(/(?<=[^.])\.$/, '');
  return address.port === '' ? name : `${name}:${address.port}`;
}

/** Upper-case hex, unreserved characters plain. A text with a stray `%` has no normal form and is left alone, or two passes would differ. */
function normalisePercent(text: string): string {
  if (!text.includes('%') || /%(?![0-9a-f]{2})/i.test(text)) return text;
  return text.replace(/%[0-9a-f]{2}/gi, (code) => {
    const character = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : code.toUpperCase();
  });
}

/** `;jsessionid=…`: a servlet container without cookies writes the visitor's session into each link. */
function withoutSessionSegment(address: URL): URL {
  const path = address.pathname.replace(/;jsessionid=[^/;]*/gi, '');
  // Assigned, not pasted: `..;jsessionid=1` leaves a dot segment, which the setter resolves.
  if (path !== address.pathname) address.pathname = path;
  return address;
}

function keptFragment(hash: string): string {
  return /^#!?\/./.test(hash) || /^#!./.test(hash) ? hash : '';
}

function keptQuery(search: string): string {
  if (search.length < 2) return '';
  const kept = normalisePercent(search.slice(1))
    .split('&')
    .filter((pair) => {
      const equals = pair.indexOf('=');
      return equals < 0 ? !isTracking(pair, '') : !isTracking(pair.slice(0, equals), pair.slice(equals + 1));
    });
  const query = kept.join('&');
  return query === '' ? '' : `?${query}`;
}

/**
 * Names given by advertising and analytics networks, and session ids of PHP and ASP, which no publisher gives to a page.
 * Anything that could name a notice (`id`, `sid`, `from`, `src`, `ref`, `sn` …) is kept, wherever else it is used for tracking.
 */
const TRACKING = new Set([
  'fbclid',
  'gclid',
  'gclsrc',
  'dclid',
  'gbraid',
  'wbraid',
  'msclkid',
  'yclid',
  'ysclid',
  '_openstat',
  'twclid',
  'ttclid',
  'igshid',
  'igsh',
  'li_fat_id',
  'mc_cid',
  'mc_eid',
  '_ga',
  '_gl',
  '_hsenc',
  '_hsmi',
  'mkt_tok',
  'vero_id',
  'wickedid',
  'oly_anon_id',
  'oly_enc_id',
  'phpsessid',
  'jsessionid',
]);

function isTracking(name: string, value: string): boolean {
  const key = name.toLowerCase().replace(/^amp;/, '');
  if (key.startsWith('utm_') || key.startsWith('aspsessionid') || TRACKING.has(key)) return true;
  // Alibaba's "super position model": four dotted parts of the page the reader came from. Another `spm` may be anything.
  return key === 'spm' && /^[\w-]*(?:\.[\w-]*){2,4}$/.test(value);
}

/** Value of the first parameter under one of the names; links out of a feed escaped twice read `&amp;mid=`. */
function parameter(address: URL, ...names: readonly string[]): string | null {
  for (const pair of address.search.slice(1).split('&')) {
    const equals = pair.indexOf('=');
    if (equals < 0 || !names.includes(pair.slice(0, equals).replace(/^amp;/, ''))) continue;
    const value = pair.slice(equals + 1);
    try {
      if (value !== '') return decodeURIComponent(value);
    } catch {
      return value;
    }
  }
  return null;
}

/** True of a link that carries an expiring signature: it names nothing for long. */
export function isTemporary(address: string): boolean {
  return /[?&]signature=/.test(address) && /[?&]timestamp=/.test(address);
}
