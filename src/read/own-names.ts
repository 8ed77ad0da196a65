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
