import type { NoticeId } from '../model/ids.ts';
import type { Triage, TriageAct, TriageDo } from '../model/triage.ts';

/** What became of one notice of an act. */
export interface Triaged {
  /** The one that answers for the id given. */
  readonly notice: NoticeId;
  readonly triage: Triage;
  /** Null where it was so before and no reason is given, or where there was nothing to take back: nothing is noted then. */
  readonly act: TriageAct | null;
}

/**
 * What people have made of notices. Acts are working notes of people, not evidence: they stand in no log entry, but are only ever added to. Each act is noted in
 * the log of every case that holds its notice, in the same commit. The guarantees of {@link Store} hold here too.
 */
export interface TriageStore {
  /**
   * One act about one notice or many, in one commit. Throws `not-found` where one of them is no notice, `conflict` where
   * what is to be taken back is not the latest act about one of them: nothing is done then.
   */
  act(given: {
    readonly notices: readonly string[];
    readonly act: TriageDo;
    readonly why: string | null;
    readonly by: string;
    readonly at: string;
  }): Promise<readonly Triaged[]>;
  /** Of a notice and of those that were merged into it, oldest first. */
  actsOf(id: NoticeId): Promise<readonly TriageAct[]>;
}
