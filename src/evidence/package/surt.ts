/**
 * The key by which indexes sort an address: host turned round, lower case, parameters in order (SURT as the Internet Archive's canonicaliser writes it, so that replay tools find pages by it).
 * Two addresses may have one key: the index line's `url` tells them apart. Never fails; holds no white space.
 */
export function surt(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) return escapeOnce(Buffer.from(address).toString('latin1').toLowerCase());
  const host = url.hostname.replace(/^www[0-9]*\./, '');
  const turned = host.startsWith('[') ? host.slice(1, -1) : host.split('.').toReversed().join(',');
  const path = canonical(url.pathname)
    .replaceAll(/\/{2,}/g, '/')
    .replace(/(?<=.)\/$/, '');
  const query = canonical(url.search.slice(1)).replaceAll(SESSION, '').split('&').toSorted().join('&');
  return `${turned}${url.port === '' ? '' : `:${url.port}`})${path}${query === '' ? '' : `?${query}`}`;
}

/** Parameters that name a visit, not a page. */
const SESSION = /(?<=^|&)(?:jsessionid|phpsessid|sid)=[0-9a-z]{32}(?:&|$)/g;
/** An address that is escaped more often than this is hostile. */
const MAX_UNESCAPE = 8;

/** Escaped in one way: every escape undone, then what must be escaped escaped, in lower case. */
function canonical(part: string): string {
  let text = part;
  for (let round = 0; round < MAX_UNESCAPE && /%[0-9a-f]{2}/i.test(text); round += 1)
    text = text.replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return escapeOnce(text).toLowerCase();
}

/** Takes bytes as Latin-1. */
function escapeOnce(bytes: string): string {
  return bytes.replaceAll(/[\u0000-\u0020#%\u007f-\u00ff]/g, (byte) => `%${byte.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
