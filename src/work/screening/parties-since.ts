import { loadDigests } from './party-digests.ts';
import type { Screening } from './open-screening.ts';

/** Parties that are not what they were. A party whose listings changed is in both. */
export interface PartiesSince {
  /** Ids of those that went or changed. */
  readonly gone: ReadonlySet<string>;
  /** Ids of those that came or changed. */
  readonly come: ReadonlySet<string>;
}

/** What differs between the parties under an earlier recipe and those of today; undefined where that cannot be told: everything may differ then. */
export async function partiesSince(
  home: string,
  { knowledge, stamp }: Pick<Screening, 'knowledge' | 'stamp'>,
  recipe: string,
): Promise<PartiesSince | undefined> {
  const [engine, earlier] = recipe.split('-');
  // Another engine or catalogue may judge any name otherwise.
  if (engine !== knowledge.recipe || earlier === undefined) return undefined;
  const [before, now] = [await loadDigests(home, earlier), await loadDigests(home, stamp)];
  if (before === undefined || now === undefined) return undefined;
  const differs = (from: ReadonlyMap<string, string>, to: ReadonlyMap<string, string>): ReadonlySet<string> =>
    new Set(Array.from(from).flatMap(([id, digest]) => (to.get(id) === digest ? [] : [id])));
  return { gone: differs(before, now), come: differs(now, before) };
}
