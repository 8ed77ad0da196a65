import type { Anchor, Authority, AuthorityHealth } from '../../model/anchor.ts';
import type { Store } from '../../store/port.ts';
import { verifyAnchor } from './verify-anchor.ts';

/** `pending`: the log has grown and the authority is due or failing; `waiting`: it is not due yet, or nothing is new; `new`: never asked. */
export interface AuthorityStatus extends Authority, AuthorityHealth {
  readonly state: 'new' | 'anchored' | 'pending' | 'failing';
  /** Of the newest anchor; null before the first. */
  readonly newest: {
    readonly size: number;
    readonly at: string;
    readonly authority: string;
    readonly fingerprint: string;
    readonly trusted: boolean;
    readonly revocation: string;
    readonly validUntil: string;
  } | null;
  /** What a person should know: expired or soon to expire, revoked, clocks that differ. */
  readonly warnings: readonly string[];
}

const SOON_MS = 30 * 86_400_000;
const CLOCKS_MS = 5 * 60_000;

/** How it stands with every authority, judged from what is kept; nobody is asked. `size`: entries of the log under its checkpoint. */
export async function authorityStatus(store: Pick<Store, 'anchors'>, size: number, nowMs: number): Promise<readonly AuthorityStatus[]> {
  const latest = new Map((await store.anchors.latestAnchors()).map((anchor) => [anchor.url, anchor]));
  return (await store.anchors.authorities()).map((authority) => {
    const anchor = latest.get(authority.url);
    const judged = anchor && { anchor, ...judge(authority, anchor, nowMs) };
    return { ...authority, state: stateOf(authority, size, nowMs), newest: judged?.newest ?? null, warnings: judged?.warnings ?? [] };
  });
}

function stateOf({ errorStreak, anchoredSize, dueAt }: AuthorityHealth, size: number, nowMs: number): AuthorityStatus['state'] {
  if (errorStreak > 0) return 'failing';
  if (anchoredSize === 0) return 'new';
  return anchoredSize < size && dueAt <= nowMs ? 'pending' : 'anchored';
}

function judge(authority: Authority, anchor: Anchor, nowMs: number): Pick<AuthorityStatus, 'newest' | 'warnings'> {
  const verdict = verifyAnchor(anchor, authority.roots);
  if (verdict.status === 'fail') return { newest: null, warnings: [`its newest answer does not hold any more: ${verdict.why}`] };
  const { at, authority: name, fingerprint, revocation, validUntil } = verdict;
  const untilMs = Date.parse(validUntil);
  const apartMs = Math.abs(Date.parse(anchor.receivedAt) - Date.parse(at));
  return {
    newest: { size: anchor.size, at, authority: name, fingerprint, trusted: verdict.status === 'pass', revocation, validUntil },
    warnings: [
      ...(untilMs < nowMs ? [`its certificate expired on ${validUntil.slice(0, 10)}: what it stamps now will not hold`] : []),
      ...(untilMs >= nowMs && untilMs < nowMs + SOON_MS ? [`its certificate expires on ${validUntil.slice(0, 10)}`] : []),
      ...(apartMs > CLOCKS_MS ? [`its clock and that of this machine are ${Math.round(apartMs / 60_000)} minutes apart`] : []),
    ],
  };
}
