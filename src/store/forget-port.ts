import type { Digest } from '../model/digest.ts';
import type { NoticeId } from '../model/ids.ts';
import type { ForgetRecord } from '../model/log-record.ts';

/** What became of an order to forget a capture. */
export interface Forgotten {
  /** Of the entry that says so. */
  readonly logIndex: number;
  /** The entry was there before: nothing was logged now. */
  readonly already: boolean;
  readonly url: string;
  /** Readings that are gone, and notices that they or the capture were of. */
  readonly readings: number;
  readonly notices: readonly NoticeId[];
}

/**
 * The part of the store that forgets. The log keeps the digest of what was there, and why it is gone; its bytes and all that was derived from them go.
 */
export interface ForgetStore {
  /**
   * In one commit: logs the order, takes the path from the capture, and deletes its readings with their mentions, the words of the notices in the search
   * index where those readings spoke for them, their summaries, matches and copies, the words of claims that were taken from it, what was learned of its site from it,
   * and alerts about them that were not sent. The file
   * is *unerased* from then on. The same order again logs nothing and deletes what may have come since. Throws `not-found` for what is no capture.
   */
  forget(order: Omit<ForgetRecord, 'type'>): Promise<Forgotten>;
  /** Forgotten captures whose file may still be on the disk, in the order of the log. */
  unerased(): Promise<readonly Digest[]>;
  /** The file is off the disk. */
  markErased(capture: Digest): Promise<void>;
  /** Forgotten captures with a log index above `after`, in order. */
  forgottenAfter(after: number, limit: number): Promise<readonly { readonly sha256: Digest; readonly logIndex: number }[]>;
  /**
   * Takes what was deleted out of the files of the store, where it may be read until its place is used again. False where only the newest traces are gone, because
   * the rest would keep others waiting for too long.
   */
  wipeDeleted(): Promise<boolean>;
}
