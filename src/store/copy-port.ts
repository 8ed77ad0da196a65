import type { CopyKind } from '../model/copy.ts';
import type { Digest } from '../model/digest.ts';
import type { NoticeId } from '../model/ids.ts';
import type { Mention } from '../model/mention.ts';
import type { PageReading } from '../model/reading.ts';

/** A text of a notice that stands or stood, of any of its versions. */
export interface NoticeText {
  /** Of its reading, rising: a later one has a higher number. */
  readonly num: number;
  readonly noticeId: NoticeId;
  readonly capture: Digest;
  readonly reading: PageReading;
  readonly mentions: readonly Mention[];
}

/** A notice whose text speaks for it, to be compared with all others. */
export interface NoticeToCompare {
  readonly noticeId: NoticeId;
  /** Changes with every change of the text; given back with what was found. */
  readonly stamp: number;
  readonly text: NoticeText;
  /** Found before, whatever made it. */
  readonly copies: readonly FoundCopy[];
}

/** A copy of a notice, as seen from it. */
export interface FoundCopy {
  readonly other: NoticeId;
  readonly kind: CopyKind;
  /** Probability that it is one, 0 to 1. */
  readonly score: number;
  /** Share of what the shorter text says that the longer one says too, 0 to 1. */
  readonly containment: number;
  /** It is of another stage of the same procurement: a correction, a re-tender, a result. */
  readonly otherStage: boolean;
  /** When it was found first. */
  readonly foundAt: string;
  /** Captures whose texts were compared: of the notice, of the other. */
  readonly capture: Digest;
  readonly otherCapture: Digest;
}

/** All copies of a notice that are known now: they take the place of those that were known. */
export interface ComparedNotice {
  readonly noticeId: NoticeId;
  readonly stamp: number;
  readonly recipe: string;
  readonly copies: readonly FoundCopy[];
}

/** A pair that was not known before. */
export interface NewCopy {
  readonly noticeId: NoticeId;
  readonly other: NoticeId;
  readonly kind: CopyKind;
}

/**
 * Copies that were found; all can be found again. A pair is one row, seen alike from both sides. A notice waits to be compared as soon as a text speaks for
 * it that did not before, and when the recipe is another; a report is compared with nothing. The guarantees of {@link Store} hold here too.
 */
export interface CopyStore {
  /** Notices that nobody compared under this recipe as they are now: first those whose text is new. */
  uncompared(recipe: string, limit: number): Promise<readonly NoticeToCompare[]>;
  /** Undefined where no text speaks for the notice. */
  noticeToCompare(id: NoticeId): Promise<NoticeToCompare | undefined>;
  /** Texts of notices with `num` above `after`, in order. */
  textsAfter(after: number, limit: number): Promise<readonly NoticeText[]>;
  /** The texts with these numbers that are still there, in any order; none of reports. */
  texts(nums: readonly number[]): Promise<readonly NoticeText[]>;
  /** The text that was read out of a capture of a notice. */
  textOf(id: NoticeId, capture: Digest): Promise<NoticeText | undefined>;
  /**
   * In one commit. What was found for a text that has changed since is left out: its notice comes again. A new pair is noted as a change of both notices.
   * Resolves to how many notices were kept, and which pairs are new.
   */
  recordCopies(found: readonly ComparedNotice[], at: string): Promise<{ readonly kept: number; readonly found: readonly NewCopy[] }>;
  /** Best first. */
  copiesOf(id: NoticeId): Promise<readonly FoundCopy[]>;
  /** Whether the notice was compared, under any recipe, since its text is what it is. */
  isCompared(id: NoticeId): Promise<boolean>;
}
