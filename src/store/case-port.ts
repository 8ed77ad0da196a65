import type { Case, CaseAct, CaseChange, CaseState, CaseSummary } from '../model/case.ts';
import type { Claim, NewClaim } from '../model/claim.ts';
import type { CaseId, ClaimId, NoticeId } from '../model/ids.ts';

/** Who changes something, and when (ISO 8601). */
export interface Doer {
  readonly by: string;
  readonly at: string;
}

export interface CaseFilter {
  readonly state?: CaseState;
  /** Only those that hold this: id of a notice (or one merged into it), claim, listing or publisher, or digest of a capture. */
  readonly holding?: string;
  readonly limit: number;
  /** The last one of the page before. */
  readonly after?: Pick<CaseSummary, 'updatedAt' | 'id'>;
}

/**
 * Cases: everything in them follows from their logs, which are only ever added to. Working notes of people, not evidence: they stand in no log entry,
 * but what they point to does. The guarantees of {@link Store} hold here too.
 */
export interface CaseStore {
  /** Opens a case, with changes made to it at once. Throws as {@link CaseStore.change}. */
  open(given: Doer & { readonly id: CaseId; readonly title: string; readonly changes?: readonly CaseChange[] }): Promise<Case>;
  /**
   * Changes in one commit, all or none. Throws `outdated` where `ifVersion` is given and is not the version of the case, `not-found` where there is no such case,
   * or what a change is about (an item's notice, a task) is not there, `conflict` where a change has nothing to do.
   */
  change(id: CaseId, changes: readonly CaseChange[], given: Doer & { readonly ifVersion?: number }): Promise<Case>;
  find(id: CaseId): Promise<Case | undefined>;
  /** The latest changed first. */
  list(filter: CaseFilter): Promise<readonly CaseSummary[]>;
  /** Notices of type `report`, the latest first. */
  reports(limit: number): Promise<readonly NoticeId[]>;
  /** The log of a case: acts with `no` above `after`, in order. */
  actsOf(id: CaseId, after: number, limit: number): Promise<readonly CaseAct[]>;
}

/** Claims about notices. They are never changed, only taken back. */
export interface ClaimStore {
  /** Records a claim and adds it to cases, in one commit. Throws `not-found` where a notice, the capture or a case is not there. */
  record(claim: NewClaim, cases: readonly CaseId[]): Promise<Claim>;
  /** It counts no more, and stays; the log of each case that holds it says so. Throws `not-found`, and `conflict` where it was taken back before. */
  withdraw(id: ClaimId, given: Doer & { readonly why: string }): Promise<Claim>;
  find(id: ClaimId): Promise<Claim | undefined>;
  /** Latest recorded first; about one notice (and those merged into it) or all; `before` is the last one of the page before. */
  list(filter: { readonly about?: NoticeId; readonly limit: number; readonly before?: ClaimId }): Promise<readonly Claim[]>;
}
