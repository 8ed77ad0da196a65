import type { HostAfter } from '../store/port.ts';
import type { FetchResult } from '../fetch/fetch-result.ts';
import { parseRetryAfter } from '../fetch/retry-after.ts';

/** A host that says 429 or 503 without saying for how long is left alone for this time. */
const HOLD_MS = 5 * 60_000;

/**
 * What a visit means for its whole host: only 429, 503 and Retry-After hold it at once;
 * blocked and busy answers count, and the store holds the host after three in a row.
 */
export function hostAfter(
  result: FetchResult | null,
  facts: { readonly blocked: boolean; readonly nowMs: number; readonly extraStarts: number; readonly paceMs: number | null },
): HostAfter {
  const base = { extraStarts: facts.extraStarts, paceMs: facts.paceMs, holdUntil: null, holdReason: null };
  if (result === null || !result.ok) return { ...base, answer: 'silent' };
  const retryAfter = result.headers.find(([name]) => name.toLowerCase() === 'retry-after')?.[1];
  const asked = retryAfter === undefined ? undefined : parseRetryAfter(retryAfter, facts.nowMs);
  const busy = result.status === 429 || result.status === 503;
  const answer = facts.blocked || busy ? 'blocked' : 'fine';
  if (!busy && (asked === undefined || result.status < 400)) return { ...base, answer };
  const reason = asked === undefined ? `http ${result.status}` : `http ${result.status}, Retry-After: ${retryAfter}`;
  return { ...base, answer, holdUntil: facts.nowMs + (asked ?? HOLD_MS), holdReason: reason };
}
