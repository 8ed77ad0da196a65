import { isIP } from 'node:net';
import { DualwatchError } from '../model/errors.ts';

/** What the server is called, and so which requests are meant for it. */
export interface KnownHosts {
  /** Throws `wrong-host` for a name that is not ours: a page elsewhere may have had its own name lead here (DNS rebinding). */
  check(host: string | undefined): void;
  /** Whether a page of this origin is one of ours. */
  isOwnOrigin(origin: string, host: string | undefined): boolean;
}

const LOOPBACK = /^(localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i;

/**
 * `loopback`: bound to this machine alone. An address of digits cannot be rebound, so any is good where the server is open to others; names are
 * `localhost` and that of `publicUrl`. Ports do not count: tunnels and proxies change them.
 */
export function knownHosts(options: { readonly loopback: boolean; readonly publicUrl: URL | undefined }): KnownHosts {
  const { loopback, publicUrl } = options;
  const known = (host: string): boolean => {
    const name = nameOf(host);
    if (LOOPBACK.test(name) || name === publicUrl?.hostname) return true;
    return !loopback && isIP(name.replace(/^\[|\]$/g, '')) !== 0;
  };
  return {
    check(host) {
      if (host !== undefined && known(host)) return;
      throw new DualwatchError(
        'wrong-host',
        `this server is not known as "${(host ?? '').slice(0, 100)}"; set DUALWATCH_PUBLIC_URL to the address that people use`,
      );
    },
    isOwnOrigin(origin, host) {
      if (publicUrl !== undefined && origin === publicUrl.origin) return true;
      return host !== undefined && known(host) && (origin === `http://${host}` || origin === `https://${host}`);
    },
  };
}

function nameOf(host: string): string {
  return host.replace(/:\d*$/, '').toLowerCase();
}
