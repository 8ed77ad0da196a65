import type { SavedSearch } from '../model/saved-search.ts';

/** Searches that are kept under a name. */
export interface SearchStore {
  /** Throws `conflict` where the name is taken. */
  add(search: SavedSearch): Promise<void>;
  /** By name; of one owner or of all. */
  list(owner?: string): Promise<readonly SavedSearch[]>;
  /** By id or name; undefined where there is none. */
  find(idOrName: string): Promise<SavedSearch | undefined>;
  /** Throws `not-found`. */
  remove(id: SavedSearch['id']): Promise<void>;
}
