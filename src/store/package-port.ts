import type { Digest } from '../model/digest.ts';
import type { NoticeId } from '../model/ids.ts';
import type { CaptureRow, StoredReading } from '../model/notice.ts';

/** What the log holds of one notice, for handing it on. */
export interface NoticeEvidence {
  /** Its own id, then those of notices merged into it. */
  readonly ids: readonly NoticeId[];
  /** Captures that show it or speak of it: of its visits, cited by its observations, or of a source in which it was read. By log index. */
  readonly captures: readonly CaptureRow[];
  /**
   * Log indexes, ascending, of every entry that speaks of it: these captures, its observations, files that its visits dropped, merges, checks of
   * sources whose captures are among these, and events that let its removal stand.
   */
  readonly entries: readonly number[];
}

/** The part of the store that packages of evidence ask. */
export interface PackageStore {
  /** In one consistent view. Throws `not-found`. */
  evidenceOf(id: NoticeId): Promise<NoticeEvidence>;
  /** Readings of a capture for a notice and those merged into it, at most a few. */
  readingsOf(capture: Digest, id: NoticeId): Promise<readonly StoredReading[]>;
}
