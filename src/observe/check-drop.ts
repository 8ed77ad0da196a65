import type { Digest } from '../model/digest.ts';
import type { ObservationRow } from '../model/notice.ts';

export interface DropToCheck {
  readonly sha256: Digest;
  readonly keptInstead: Digest;
  /** Of the notice that `keptInstead` was captured of, and of all that were merged with it; oldest first. */
  readonly observations: readonly ObservationRow[];
  /** Two histories were joined: whose version went on is not in the log. */
  readonly merged: boolean;
}

/**
 * Why the policy `keep` would not have dropped a capture, or undefined where it would: it is neither the first nor the newest of its version.
 * A version begins with the first sighting or a `changed` one and ends before the next; digests of readings do not tell, since another release reads in other words. Pure.
 */
export function undueDrop({ sha256, keptInstead, observations, merged }: DropToCheck): string | undefined {
  const madeBy = (digest: Digest): number => observations.findIndex(({ capture }) => capture === digest);
  const [dropped, kept] = [madeBy(sha256), madeBy(keptInstead)];
  if (dropped < 0 || kept < 0) return `capture ${keptInstead}, kept instead, is not of the same notice`;
  if (kept <= dropped) return `capture ${keptInstead}, kept instead, is not newer`;
  if (observations[dropped]?.state !== 'present' || observations[kept]?.state !== 'present')
    return 'it was the first of its version, or what was kept instead shows another';
  if (merged) return observations.slice(0, dropped).some(isFullBytes) ? undefined : 'it was the first of its version';
  const begin = observations.findLastIndex(({ state }, n) => n < dropped && state === 'changed');
  if (!observations.slice(Math.max(0, begin), dropped).some(isFullBytes)) return 'it was the first of its version';
  if (observations.slice(dropped, kept).some(({ state }) => state === 'changed'))
    return `capture ${keptInstead}, kept instead, shows another version`;
  return undefined;
}

function isFullBytes({ state, capture }: ObservationRow): boolean {
  return capture !== null && (state === 'present' || state === 'changed');
}
