import type { NoticeId } from '../model/ids.ts';
import type { Notice } from '../model/notice.ts';
import type { ObservationState } from '../model/observation.ts';

/** What became other: the notice is new, is in another state, says something else or weighs otherwise, was triaged, has a copy. */
export const NEWS_KINDS = ['new', 'state', 'content', 'triage', 'copy'] as const;
export type NewsKind = (typeof NEWS_KINDS)[number];

/** One thing that became other of a notice. */
export interface NoticeNews {
  /** Rises by itself; later news have higher ones. */
  readonly seq: number;
  readonly notice: NoticeId;
  readonly at: string;
  /** Null where the notice is new. */
  readonly from: ObservationState | null;
  readonly to: ObservationState;
  readonly kind: NewsKind;
}

/** A notice under its number: numbers rise in the order in which notices became known. */
export interface NumberedNotice {
  readonly num: number;
  readonly notice: Notice;
}

export interface NewsSince {
  readonly seq: number;
  readonly nums: readonly number[];
  readonly notices: readonly NumberedNotice[];
  readonly texts: readonly number[];
}

/** For readers that keep a view of all notices, and for streams. */
export interface NewsStore {
  /** The latest sequence number; 0 where nothing ever changed. */
  latest(): Promise<number>;
  /**
   * Numbers of notices that may be other than at `seq`, with those of them that are still there, and the numbers of those whose words may be others. Undefined where the store no longer knows what changed since: the latest
   * tens of thousands of changes are kept, and whoever comes later reads all anew.
   */
  since(seq: number): Promise<NewsSince | undefined>;
  /** Oldest first. `forgotten`: some that came after `seq` are no longer known. */
  list(seq: number, limit: number): Promise<{ readonly news: readonly NoticeNews[]; readonly seq: number; readonly forgotten: boolean }>;
  /** All notices by number, in pages. */
  numbered(after: number, limit: number): Promise<readonly NumberedNotice[]>;
  byNumber(nums: readonly number[]): Promise<readonly NumberedNotice[]>;
  /** Numbers of notices in whose title or text every word occurs (see {@link NoticeFilter.query}), rising; from `from` on. */
  withWords(words: string, from?: number): Promise<readonly number[]>;
}
