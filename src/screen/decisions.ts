import type { Decision } from '../model/decision.ts';
import type { Digest } from '../model/digest.ts';

/** Who is compared now. `listingHash` is null where the listing is on its list no more. */
export interface ComparedNow {
  readonly partyHash: Digest;
  readonly listingHash: Digest | null;
}

export type Holding = { readonly holds: true } | { readonly holds: false; readonly why: string };

/**
 * Whether a decision still speaks for a match. A clearance lapses as soon as anything is known otherwise of either side than when it was made: it
 * hides a match, and must not hide another one. A hit and an open question hide nothing; they stand until somebody decides anew.
 */
export function decisionHolds(decision: Pick<Decision, 'verdict' | 'at' | 'partyHash' | 'listingHash'>, now: ComparedNow): Holding {
  if (decision.verdict !== 'cleared') return { holds: true };
  const since = `since ${decision.at.slice(0, 10)}, when it was cleared`;
  if (now.listingHash === null) return { holds: false, why: `the listing was removed ${since}` };
  const listing = now.listingHash !== decision.listingHash;
  const party = now.partyHash !== decision.partyHash;
  if (listing && party) return { holds: false, why: `the listing and what is known of the party asked about changed ${since}` };
  if (listing) return { holds: false, why: `the listing changed ${since}` };
  if (party) return { holds: false, why: `what is known of the party asked about changed ${since}` };
  return { holds: true };
}
