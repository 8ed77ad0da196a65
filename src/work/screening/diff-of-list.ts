import { DualwatchError } from '../../model/errors.ts';
import type { KeptList } from '../../model/kept-list.ts';
import type { Store } from '../../store/port.ts';
import type { ListingChange } from '../../store/screening-port.ts';
import { diffHeld } from './diff-held.ts';

export interface Differing {
  readonly from: number;
  readonly to: number;
  readonly changes: AsyncIterable<ListingChange>;
}

/**
 * What changed in a list from one version to another, by default in the current one against the one before; of one that is held back, what it would change.
 * Throws `usage`, `not-found`.
 */
export async function diffOfList(
  session: { readonly store: Pick<Store, 'listVersions' | 'diffList' | 'listingsOf'>; readonly home: string },
  list: KeptList,
  options: { readonly from?: string | undefined; readonly to?: string | undefined },
): Promise<Differing> {
  const { store } = session;
  const { name, current, held } = list;
  if (current === null)
    throw new DualwatchError('not-found', `the list ${name} has no version yet; "dualwatch lists update ${name}" fetches it`);
  const to = options.to === undefined ? current.version : versionOf(options.to);
  if (held !== null && to === held.version) {
    if (options.from !== undefined && versionOf(options.from) !== current.version)
      throw new DualwatchError(
        'usage',
        `what is held back is compared with the current version alone; leave --from out or write ${current.version}`,
      );
    return { from: current.version, to, changes: diffHeld(session, list, held) };
  }
  const versions = await store.listVersions(name);
  const earlier = versions.filter(({ loaded, version }) => loaded && version < to);
  const from = options.from === undefined ? Math.max(0, ...earlier.map(({ version }) => version)) : versionOf(options.from);
  return { from, to, changes: store.diffList(name, from, to) };
}

function versionOf(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new DualwatchError('usage', `"${text}" is no version; "dualwatch lists status" shows the current one`);
  return Number(text);
}
