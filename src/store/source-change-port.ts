import type { SourceId } from '../model/ids.ts';
import type { SourceSettings } from '../model/source.ts';

/** What of a source may be decided anew. What it is (address, kind, links, secrets, proxy) may not: that would be another source. */
export type SourceChange = Partial<
  Pick<SourceSettings, 'name' | 'everyMs' | 'followMs' | 'paceMs' | 'keep' | 'robots' | 'robotsReason'> & {
    readonly browser: Exclude<SourceSettings['browser'], undefined>;
  }
>;

/** The part of the store for decisions about a source that are made anew. */
export interface SourceChangeStore {
  /**
   * Holds from the next visit on, of the source as of its notices. With a shorter interval the next check comes forward, with a longer one the check that
   * is due comes first. Throws `not-found` for a source that is not watched.
   */
  changeSource(id: SourceId, change: SourceChange, nowMs: number): Promise<void>;
}
