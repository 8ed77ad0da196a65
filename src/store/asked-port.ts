import type { NoticeId, SourceId } from '../model/ids.ts';
import type { SourceClaim, Worker } from './port.ts';

type Ms = number;

/** The part of the store for visits that somebody asks for, and for an end to those that nobody wants. */
export interface AskedStore {
  /**
   * Claims one source now, whatever is due, paused or not; `waitMs` while its host is taken, paced or held. A paused one is not scheduled by the check that
   * follows. Throws `not-found` for a source that is not watched.
   */
  claimSource(request: {
    readonly worker: Worker;
    readonly now: Ms;
    readonly id: SourceId;
    readonly paceMs: number;
    readonly random: () => number;
    readonly leaseMs: number;
  }): Promise<{ readonly claim: SourceClaim } | { readonly waitMs: number }>;
  /** These notices are due no more until somebody captures them again by their address. A visit that is under way may still make its notice due: hold its claim. */
  stopFollowing(ids: readonly NoticeId[]): Promise<void>;
}
