import type { Anchor, Authority, AuthorityHealth } from '../../model/anchor.ts';
import { asDualwatchError } from '../../model/errors.ts';
import type { Store, Worker } from '../../store/port.ts';
import type { Checkpoint } from '../../evidence/checkpoint.ts';
import { askAuthority, type AskParts } from './ask-authority.ts';

export interface AnchorParts extends AskParts {
  readonly store: Pick<Store, 'anchors' | 'lease'>;
  readonly worker: Worker;
  /** The signed head as it is now; undefined before the first. */
  readonly checkpoint: () => Promise<Checkpoint | undefined>;
  /** Time between two anchors of one authority, milliseconds. */
  readonly everyMs: number;
}

/** What came of asking one authority. */
export type AnchorOutcome =
  | { readonly authority: Authority; readonly anchor: Omit<Anchor, 'num'> }
  | { readonly authority: Authority; readonly why: string };

const LEASE = 'anchors';
/** Longer than one round of requests: answer, certificates, revocation. */
const LEASE_MS = 5 * 60_000;
const FIRST_RETRY_MS = 60_000;
const LAST_RETRY_MS = 6 * 3_600_000;

/**
 * Sends the head of the log to every authority that is due and has not stamped it, or with `all` to every one that has not. A checkpoint is thus *pending*
 * with an authority until it answered; a failure is noted and tried again after 1, 2, 4 … minutes, at most 6 hours, and keeps nobody else waiting.
 * Of two processes of a home one asks; the other resolves to nothing.
 */
export async function anchorDue(
  parts: AnchorParts,
  asked: 'due' | 'all' | { readonly name: string } = 'due',
): Promise<readonly AnchorOutcome[]> {
  const { store, worker, clock } = parts;
  if ((await waiting(parts, asked)).length === 0) return [];
  if (!(await store.lease(LEASE, worker, clock.now(), LEASE_MS))) return [];
  try {
    const checkpoint = await parts.checkpoint();
    if (checkpoint === undefined || checkpoint.size === 0) return [];
    // Asked again under the lease: another process may just have done it.
    const due = (await waiting(parts, asked)).filter(({ anchoredSize }) => anchoredSize < checkpoint.size);
    return await Promise.all(due.map((authority) => ask(parts, authority, checkpoint)));
  } finally {
    await store.lease(LEASE, worker, clock.now(), 0);
  }
}

async function waiting(
  { store, clock, everyMs }: AnchorParts,
  asked: Parameters<typeof anchorDue>[1],
): Promise<readonly (Authority & AuthorityHealth)[]> {
  const now = clock.now();
  // A due time further off than any that is ever set was written by a clock that was ahead.
  const isDue = (dueAt: number): boolean => dueAt <= now || dueAt > now + Math.max(everyMs, LAST_RETRY_MS);
  return (await store.anchors.authorities()).filter(({ name, dueAt }) =>
    typeof asked === 'object' ? name === asked.name : asked === 'all' || isDue(dueAt),
  );
}

async function ask(parts: AnchorParts, authority: Authority & AuthorityHealth, checkpoint: Checkpoint): Promise<AnchorOutcome> {
  try {
    const anchor = await askAuthority(parts, authority, checkpoint);
    await parts.store.anchors.recordAnchor(anchor, parts.clock.now() + parts.everyMs);
    return { authority, anchor };
  } catch (error) {
    // A stop is no failure of the authority.
    if (parts.signal?.aborted === true) return { authority, why: 'it was stopped' };
    const why = asDualwatchError(error).message;
    const retryMs = Math.min(FIRST_RETRY_MS * 2 ** Math.min(authority.errorStreak, 20), LAST_RETRY_MS, parts.everyMs);
    await parts.store.anchors.recordAnchorFailure(authority.name, why, parts.clock.now() + retryMs);
    return { authority, why };
  }
}
