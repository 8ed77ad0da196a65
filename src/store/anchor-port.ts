import type { Anchor, Authority, AuthorityHealth } from '../model/anchor.ts';

/** The part of the store that keeps time-stamping authorities and what they stamped. */
export interface AnchorStore {
  /** Due at `dueAt` (milliseconds). Throws `usage` where its name or address is there already. */
  addAuthority(authority: Authority, dueAt: number): Promise<void>;
  /** In the order in which they were added. */
  authorities(): Promise<readonly (Authority & AuthorityHealth)[]>;
  /** What it stamped stays. False where there is none of that name. */
  removeAuthority(name: string): Promise<boolean>;
  /**
   * Keeps an answer that holds; the authority is due again at `dueAt`. A second answer of one authority to one checkpoint is not kept, so that two
   * processes that ask at once change nothing.
   */
  recordAnchor(anchor: Omit<Anchor, 'num'>, dueAt: number): Promise<void>;
  /** Notes why there is no answer that holds; the next attempt is at `dueAt`. */
  recordAnchorFailure(name: string, why: string, dueAt: number): Promise<void>;
  /** With `num` above `after`, in order. */
  anchorsAfter(after: number, limit: number): Promise<readonly Anchor[]>;
  /** Of each authority, the first checkpoint of at least `size` entries that it stamped: the earliest proof that those entries were there. */
  anchorsCovering(size: number): Promise<readonly Anchor[]>;
  /** The newest of each authority. */
  latestAnchors(): Promise<readonly Anchor[]>;
}
