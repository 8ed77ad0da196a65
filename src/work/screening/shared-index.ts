import { openScreenIndex, type ScreenIndex } from '../../screen/index/screen-index.ts';
import { openNameKnowledge } from '../packaged/name-knowledge.ts';
import type { ServedIndex } from './screening-service.ts';

/** An index as one thread has it open. */
export interface OpenIndex {
  readonly stamp: string;
  readonly index: ScreenIndex;
  /** Number of the party by its id. */
  readonly numberOf: (id: string) => number | undefined;
  /** For each party 1 where it has a listing on one of `include` and on none of `exclude`, else 0; `include` null is every list. */
  readonly partiesOn: (include: readonly string[] | null, exclude: readonly string[]) => Uint8Array;
}

let opened: OpenIndex | undefined;

/** Opens the shared bytes in this thread, once for each state of the lists. */
export function openSharedIndex({ stamp, bytes }: Pick<ServedIndex, 'stamp' | 'bytes'>): OpenIndex {
  if (opened?.stamp !== stamp) opened = open(stamp, bytes);
  return opened;
}

/** Sets of lists that are remembered: a byte for each party. */
const MOST_SETS = 50;

function open(stamp: string, bytes: Uint8Array): OpenIndex {
  const index = openScreenIndex(bytes, openNameKnowledge());
  let numbers: ReadonlyMap<string, number> | undefined;
  let lists: readonly (readonly string[])[] | undefined;
  const sets = new Map<string, Uint8Array>();
  return {
    stamp,
    index,
    numberOf: (id) => (numbers ??= index.records.byId()).get(id),
    partiesOn(include, exclude) {
      const key = JSON.stringify([include, exclude]);
      const known = sets.get(key);
      if (known !== undefined) return known;
      if (sets.size >= MOST_SETS) sets.clear();
      lists ??= Array.from({ length: index.parties }, (_, party) => index.records.at(party).listings.map(([list]) => list));
      const on = Uint8Array.from(lists, (own) =>
        (include === null || own.some((list) => include.includes(list))) && !own.some((list) => exclude.includes(list)) ? 1 : 0,
      );
      sets.set(key, on);
      return on;
    },
  };
}
