import { DualwatchError } from './errors.ts';

/** A proxy that visits go through. It is asked for everything; where it fails nothing is asked directly. */
export interface Proxy {
  /** `socks5://host:port`, `socks5h://…` or `http://…`: as it is shown and recorded, without user and password. */
  readonly address: string;
  /** Kept as credentials are: sent to the proxy, written into no record. */
  readonly user?: string;
  readonly password?: string;
}

const DEFAULT_PORTS: Readonly<Record<string, string>> = { 'socks5:': '1080', 'socks5h:': '1080', 'http:': '80' };

/**
 * Reads a proxy as its user writes it, `scheme://[user:password@]host[:port]`. `socks5`: names are looked up here and checked before the
 * proxy is given an address; `socks5h` and `http` (CONNECT): the proxy looks them up. Throws `usage`, never quoting what may be a secret.
 *
 * @example parseProxy('socks5h://me:pw@127.0.0.1:9050') // { address: 'socks5h://127.0.0.1:9050', user: 'me', password: 'pw' }
 */
export function parseProxy(written: string): Proxy {
  const refuse = (why: string): DualwatchError =>
    new DualwatchError('usage', `--proxy: ${why}; write socks5://host:port, socks5h://host:port or http://host:port, or none`);
  // Only for the schemes that the standard knows does a URL take its host apart as one.
  const scheme = /^(socks5h?|http):\/\//i.exec(written.trim())?.[1]?.toLowerCase();
  if (scheme === undefined) throw refuse('this is no proxy that can be used');
  const url = URL.parse(written.trim().replace(/^[^:]+/, 'http'));
  if (!url || url.hostname === '') throw refuse('the address cannot be read');
  if ((url.pathname !== '/' && url.pathname !== '') || url.search !== '' || url.hash !== '') throw refuse('a proxy has no path');
  const port = url.port === '' ? (DEFAULT_PORTS[`${scheme}:`] ?? '80') : url.port;
  const [user, password] = [decoded(url.username), decoded(url.password)];
  if (Buffer.byteLength(user) > 255 || Buffer.byteLength(password) > 255) throw refuse('user and password have at most 255 bytes each');
  return { address: `${scheme}://${url.hostname}:${port}`, ...(user === '' ? {} : { user, password }) };
}

/** As {@link parseProxy}; null for `none`, which takes back a proxy that was named before. */
export function proxyOrNone(written: string): Proxy | null {
  return written.trim().toLowerCase() === 'none' ? null : parseProxy(written);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
