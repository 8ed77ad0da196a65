import { partyHash, type Decision } from '../../model/decision.ts';
import type { Digest } from '../../model/digest.ts';
import type { Match, Verdict } from '../../model/match.ts';
import type { NameQuery } from '../../model/party.ts';
import type { Store } from '../../store/port.ts';
import { decisionAbout, decisionHolds, isSameName } from '../../screen/decisions.ts';
import { decisionKey, matchToken } from './match-token.ts';

/** What a person decided about a match earlier, and whether that still holds. */
export interface MatchDecision {
  readonly verdict: Verdict;
  readonly why: string;
  readonly by: string;
  readonly at: string;
  readonly holds: boolean;
  /** Why it does not hold any more. */
  readonly lapsed?: string;
}

export interface JudgedMatch extends Match {
  readonly decision?: MatchDecision;
}

/** Who decided what, when and why, in one line; and why it holds no more. */
export function decisionText({ verdict, why, by, at, lapsed }: MatchDecision): string {
  return `${verdict} by ${by} on ${at.slice(0, 10)}: ${why}${lapsed === undefined ? '' : ` – this holds no more: ${lapsed}`}`;
}

export interface AskedMatches {
  readonly subject: string;
  readonly query: NameQuery;
  readonly matches: readonly Match[];
}

/** More than are asked for, so that matches that were cleared do not crowd out new ones. */
export const BEYOND_LIMIT = 20;

/**
 * Gives the matches of each query their shown keys and what was decided about them. Cleared ones whose clearance holds come last and take nobody's place:
 * `limit` others are given before them.
 */
export async function judgeMatches(
  store: Pick<Store, 'decisionsFor' | 'listingById'>,
  asked: readonly AskedMatches[],
  limit: number,
): Promise<readonly (readonly JudgedMatch[])[]> {
  const hashes = await listingHashes(store, asked);
  const keyed = asked.map(({ subject, query, matches }) => ({
    query,
    matches: matches.map((match) => ({ ...match, key: matchToken(subject, query, match, hashes.get(match.listing)) })),
  }));
  const keys = keyed.flatMap(({ matches }) => matches.map(({ key }) => decisionKey(key)));
  const decisions = keys.length === 0 ? new Map<string, readonly Decision[]>() : await store.decisionsFor(keys);
  return Promise.all(
    keyed.map(async ({ query, matches }) => {
      const judged: JudgedMatch[] = [];
      for (const match of matches) {
        const decision = decisionAbout(decisions.get(decisionKey(match.key)) ?? [], query);
        judged.push(decision === undefined ? match : { ...match, decision: await shownDecision(store, decision, query) });
      }
      const cleared = judged.filter(isCleared);
      return [...judged.filter((match) => !isCleared(match)).slice(0, limit), ...cleared.slice(0, limit)];
    }),
  );
}

async function listingHashes(store: Pick<Store, 'listingById'>, asked: readonly AskedMatches[]): Promise<ReadonlyMap<string, Digest>> {
  const hashes = new Map<string, Digest>();
  for (const id of new Set(asked.flatMap(({ matches }) => matches.map(({ listing }) => listing)))) {
    const hash = (await store.listingById(id))?.hash;
    if (hash !== undefined) hashes.set(id, hash);
  }
  return hashes;
}

export function isCleared({ decision }: { readonly decision?: MatchDecision }): boolean {
  return decision?.verdict === 'cleared' && decision.holds;
}

/** What was decided, and whether it still holds of this party and of the listing as it is now. */
export async function shownDecision(store: Pick<Store, 'listingById'>, decision: Decision, query: NameQuery): Promise<MatchDecision> {
  const listing = await store.listingById(decision.listing);
  const listingHash = listing === undefined || listing.untilVersion !== null ? null : listing.hash;
  const holding = decisionHolds(decision, { partyHash: partyHash(query), listingHash });
  const { verdict, why, by, at, subject } = decision;
  const named = isSameName(subject.query, query) ? '' : `: it was about "${subject.query.name}"`;
  return { verdict, why, by, at, holds: holding.holds, ...(holding.holds ? {} : { lapsed: `${holding.why}${named}` }) };
}
