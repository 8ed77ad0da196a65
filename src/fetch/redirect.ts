import type { Header } from './fetch-result.ts';

export type Redirect =
  | { readonly kind: 'none' }
  | { readonly kind: 'to'; readonly url: URL }
  | { readonly kind: 'bad'; readonly message: string };

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * Where a response sends its reader. 300, 304 and a redirect without Location are final; the body is never asked (no meta refresh).
 * A fragment is inherited (RFC 9110 §10.2.2); user and password in a Location are not ours and dropped.
 */
export function redirectOf(status: number, headers: readonly Header[], from: URL): Redirect {
  if (!REDIRECTS.has(status)) return { kind: 'none' };
  const location = headers.find(([name]) => name.toLowerCase() === 'location')?.[1].trim();
  if (location === undefined || location === '') return { kind: 'none' };
  const url = URL.parse(asUrlText(location), from.href);
  if (!url) return { kind: 'bad', message: `${from.host} redirects to "${clip(location)}", which is no address` };
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return { kind: 'bad', message: `${from.host} redirects to a ${url.protocol} address, which is not followed` };
  url.username = '';
  url.password = '';
  if (url.hash === '') url.hash = from.hash;
  return { kind: 'to', url };
}

/** Header bytes come as latin1; servers send paths as raw UTF-8, or in a legacy encoding whose bytes are kept as they are. */
function asUrlText(location: string): string {
  if (!/[\u0080-\u00ff]/.test(location)) return location;
  const bytes = Buffer.from(location, 'latin1');
  const text = bytes.toString('utf8');
  if (!text.includes('\ufffd')) return text;
  return location.replace(/[\u0080-\u00ff]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`);
}

function clip(text: string): string {
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
