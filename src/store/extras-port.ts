import type { Digest } from '../model/digest.ts';
import type { NoticeId } from '../model/ids.ts';
import type { VisitPolicy } from '../model/notice.ts';
import type { Source } from '../model/source.ts';
import type { NewCapture } from './port.ts';

/** What is kept of a notice beside the bytes of its visit: its pictures, or what a browser shows. */
export type ExtraKind = 'images' | 'browser';

/** What a visit asks to be kept beside it, why, and under which rules: those of the visit, whatever is decided later. */
export interface WantedExtra {
  readonly kind: ExtraKind;
  /** In a word or two: `new`, `changed`, `removed`, `always`. */
  readonly reason: string;
  readonly policy: VisitPolicy;
  readonly source: Source | null;
}

/** A wanted extra that this worker alone may make now. */
export interface DueExtra extends WantedExtra {
  readonly num: number;
  /** Of the notice as it is now. */
  readonly noticeId: NoticeId;
  readonly url: string;
  /** Start of the visit that asked for it, and the capture that it made or confirmed. */
  readonly visitAt: string;
  readonly capture: Digest | null;
  /** Failed attempts before this one. */
  readonly attempts: number;
}

/**
 * Extras that visits asked for. They are noted in the commit of their visit and go in the commit that records them: a crash between the two leaves
 * them due. A later visit of the notice that wants the same takes the place of an earlier one that waits. Times are milliseconds since 1970.
 */
export interface ExtrasStore {
  /** Asks for one outside a visit's commit; of a notice and kind only the latest waits. */
  wantExtra(notice: NoticeId, wanted: WantedExtra, visit: { readonly at: string; readonly capture: Digest | null }): Promise<void>;
  /** The one that waits longest, of this notice alone where one is named, held for `leaseMs`; undefined where none is due. */
  claimExtra(kind: ExtraKind, now: number, leaseMs: number, notice?: NoticeId): Promise<DueExtra | undefined>;
  /** How many wait or are under way. */
  countExtras(): Promise<number>;
  /** Records what was made, one commit: captures with their log entries, pictures kept, and that nothing is due any more. */
  recordExtra(extra: DueExtra, made: { readonly capture: NewCapture | null; readonly images: readonly string[] }): Promise<void>;
  /** Gives one back, due again at `until`. Of those that `failed` it is let go after the third time. */
  putOffExtra(extra: DueExtra, until: number, failed: boolean): Promise<void>;
  /** Which of these pictures are kept for the notice. */
  keptImages(id: NoticeId, addresses: readonly string[]): Promise<ReadonlySet<string>>;
}
