import { normaliseAlias } from '../model/address.ts';
import { hostOf } from '../model/host-of.ts';

/** Where a visit went. */
export interface Passed {
  /** The address that was asked for. */
  readonly url: string;
  /** Where the redirects ended; `url` where there were none. */
  readonly finalUrl?: string;
  /** Addresses passed on the way. */
  readonly redirects?: readonly string[];
}

/**
 * Of the other names that a page gives to its notice, normalised, those that its own host may give: addresses of the very host that was asked and answered, and, where all hosts on the way are
 * the site's, its keys and addresses at any of its hosts. What a page says of other hosts is its word alone: a mirror and a forger name the genuine page too, and are other notices. Pure.
 */
export function ownNames(
  names: readonly string[],
  { url, finalUrl = url, redirects = [] }: Passed,
  siteHosts: readonly string[],
): readonly string[] {
  const passed = [url, finalUrl, ...redirects].map(hostOf);
  const isOfSite = (host: string): boolean => siteHosts.some((name) => host === name || host.endsWith(`.${name}`));
  const bySite = passed.every(isOfSite);
  const mayGive = (name: string): boolean => {
    if (!/^(?:https?|file):/.test(name)) return bySite;
    const host = hostOf(name);
    return passed.every((one) => one === host) || (bySite && isOfSite(host));
  };
  return names.flatMap((name) => normaliseAlias(name) ?? []).filter(mayGive);
}

/**
 * The address to which a site leads all that it has, when it moved to https, to its name with or without `www.`, or closes paths with a slash: the same page under the
 * same path, query and route. Any other redirect may lead many notices to one page, and names none. Empty where there is no such redirect. Pure.
 */
export function addressOfSamePage({ url, finalUrl = url, redirects = [] }: Passed): readonly string[] {
  const name = normaliseAlias(finalUrl);
  if (name === undefined || name === normaliseAlias(url)) return [];
  const page = pageOf(url);
  return page !== undefined && [...redirects, finalUrl].every((one) => pageOf(one) === page) && !(isSecure(url) && !isSecure(finalUrl))
    ? [name]
    : [];
}

/** What stays the same of an address; undefined for what is no address at the usual port of the web, and for a front page. */
function pageOf(address: string): string | undefined {
  const name = normaliseAlias(address);
  const { protocol, hostname, port, pathname, search, hash } = new URL(name ?? 'none:');
  if (!/^https?:$/.test(protocol) || port !== '' || (pathname === '/' && search === '')) return undefined;
  return `${hostname.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}${search}${hash}`;
}

function isSecure(address: string): boolean {
  return address.startsWith('https:');
}
