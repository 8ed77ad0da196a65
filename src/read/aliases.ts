import type { SiteKnowledge } from '../catalogue/sites-schema.ts';
import { isTemporary } from '../model/address.ts';
import type { PageInput } from './read-page.ts';

/** Query parameters of a site's addresses under the names that the site itself uses (`appmsgid` is `mid`). Later addresses do not replace earlier ones. */
export function queryOf(site: SiteKnowledge, addresses: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const address of addresses) {
    const url = URL.parse(address);
    if (url === null || !isOf(site, url)) continue;
    for (const [name, value] of url.searchParams) {
      const own = site.queryAliases[name] ?? name;
      if (value !== '' && !found.has(own)) found.set(own, value);
    }
  }
  return found;
}

/**
 * The other names of a notice: the site's templates filled with its fields, and where its redirects ended. A template with a missing field is left
 * out, and so are links that carry an expiring signature: they name nothing for long. They are the page's own word, whatever host it came from.
 */
export function aliasesOf(
  site: SiteKnowledge,
  { url, finalUrl = url }: PageInput,
  fields: Readonly<Record<string, string>>,
): readonly string[] {
  const found = new Set<string>();
  for (const template of site.aliases) {
    const filled = fill(template, fields);
    if (filled !== null) found.add(withoutFragment(filled));
  }
  if (finalUrl !== url && site.aliases.length > 0) found.add(withoutFragment(finalUrl));
  return [...found].filter((alias) => alias !== url && !isTemporary(alias));
}

function fill(template: string, fields: Readonly<Record<string, string>>): string | null {
  let complete = true;
  const filled = template.replace(/\{(\w+)\}/g, (_all, name: string) => {
    const value = fields[name] ?? '';
    if (value === '' || (name === 'idx' && value === '0')) complete = false;
    return value;
  });
  return complete ? filled : null;
}

function withoutFragment(address: string): string {
  const at = address.indexOf('#');
  return at === -1 ? address : address.slice(0, at);
}

/** On a page served from elsewhere (an archive, a test) the parameters still count where the path is the site's. */
function isOf(site: SiteKnowledge, url: URL): boolean {
  return (
    site.hosts.length === 0 ||
    site.hosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`)) ||
    Object.keys(site.queryAliases).length > 0
  );
}
