import { DualwatchError } from '../../model/errors.ts';
import type { KeptList, ListVersion } from '../../model/kept-list.ts';
import type { Store } from '../../store/port.ts';
import type { ListingChange } from '../../store/screening-port.ts';
import { diffHeld } from './diff-held.ts';

export interface Differing {
  readonly from: number;
  readonly to: number;
  readonly changes: AsyncIterable<ListingChange>;
}

/**
 * What changed in a list from one version to another, by default in the current one against the one before; of one that is held back, what it would change; then
 * what it only keeps.
 * Throws `usage`, `not-found`.
 */
export async function diffOfList(
  session: {
    readonly store: Pick<Store, 'listVersions' | 'diffList' | 'listingsOf' | 'listingHistory' | 'findList'>;
    readonly home: string;
  },
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
    return { from: current.version, to, changes: withStaying(store, diffHeld(session, list, held), held) };
  }
  const versions = await store.listVersions(name);
  const earlier = versions.filter(({ loaded, version }) => loaded && version < to);
  const from = options.from === undefined ? Math.max(0, ...earlier.map(({ version }) => version)) : versionOf(options.from);
  return {
    from,
    to,
    changes: withStaying(
      store,
      store.diffList(name, from, to),
      versions.find(({ version }) => version === to),
    ),
  };
}

/** Behind what differs, what the later version keeps as it was since the rows cannot be read. */
async function* withStaying(
  store: Pick<Store, 'listingHistory'>,
  changes: AsyncIterable<ListingChange>,
  to: ListVersion | undefined,
): AsyncGenerator<ListingChange, void> {
  yield* changes;
  for (const { line, why, kept } of to?.badRows ?? []) {
    if (to === undefined || kept === undefined) continue;
    const forms = await store.listingHistory(kept.id);
    const listing = forms.findLast(
      ({ sinceVersion, untilVersion }) => sinceVersion <= to.version && (untilVersion ?? Infinity) > to.version,
    );
    if (listing !== undefined)
      yield { id: kept.id, change: 'kept', before: listing, after: listing, row: { line, why, version: kept.version } };
  }
}

function versionOf(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new DualwatchError('usage', `"${text}" is no version; "dualwatch lists status" shows the current one`);
  return Number(text);
}
