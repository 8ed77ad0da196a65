import { DualwatchError } from '../../model/errors.ts';
import type { Source } from '../../model/source.ts';
import type { Store } from '../../store/port.ts';
import type { TriedSource } from '../try-source.ts';

/** By id, address or name. Throws `not-found`, and `usage` for a name that several have. */
export async function findSource(store: Pick<Store, 'findSource'>, wanted: string): Promise<Source> {
  const found = await store.findSource(wanted);
  if (!found)
    throw new DualwatchError('not-found', `No source has the id, address or name "${wanted}"; "dualwatch source list" shows them`);
  return found;
}

/** A source as it is shown: names of its secret headers, never their values; its proxy without the login. */
export function shownSource({ credentials, proxy, ...rest }: Source) {
  return { ...rest, credentials: Object.keys(credentials), ...(proxy && { proxy: proxy.address }) };
}

/** What a source answered when it was tried, with its first items. */
export function triedLine(tried: TriedSource) {
  return {
    ok: tried.error === null,
    error: tried.error?.message ?? null,
    why: tried.why,
    robots: tried.robots,
    robotsTxt: tried.robotsTxt,
    items: tried.items.slice(0, 3).map(({ url, title, publishedAt }) => ({ url, title, publishedAt })),
    itemCount: tried.items.length,
    feeds: tried.feeds,
    baseline: tried.baseline,
    kind: tried.settings?.kind ?? null,
    warnings: tried.warnings,
  };
}
