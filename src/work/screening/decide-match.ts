import type { Decision, DecisionSubject } from '../../model/decision.ts';
import { DualwatchError } from '../../model/errors.ts';
import type { NoticeId } from '../../model/ids.ts';
import type { Verdict } from '../../model/match.ts';
import type { Store } from '../../store/port.ts';
import type { SetRow } from '../../store/screening-port.ts';
import { isoTime, type Clock } from '../../capture/clock.ts';
import { matchKey } from '../../screen/match-key.ts';
import { decisionKey, readToken } from './match-token.ts';
import { rejudgeNotice } from './screen-notices.ts';

/**
 * Records what a person decided about a match. Its key is the one that "screen", "show" or "rescreen" gave. Throws `not-found` where no match
 * has the key or its listing is gone, `usage` where the key is damaged or the listing is not what it was when the match was found.
 */
export async function decideMatch(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  given: {
    readonly key: string;
    readonly verdict: Verdict;
    readonly why: string;
    readonly by: string;
    /** The notice that the match is of, where that is known: it is found at once then. */
    readonly notice?: NoticeId;
  },
): Promise<Decision> {
  const { verdict, why, by } = given;
  const key = decisionKey(given.key);
  const token = readToken(given.key);
  const match =
    token === null
      ? await (given.notice === undefined ? findMatch(store, key) : matchOfNotice(store, given.notice, key))
      : { listing: token.listing, subject: { query: token.query, notice: null } };
  if (match === undefined)
    throw new DualwatchError(
      'not-found',
      `no match of a notice or a kept set has the key ${given.key.slice(0, 60)}; copy it whole, as "screen --json" or "show --json" gives it`,
    );
  const listing = await store.listingById(match.listing);
  if (listing === undefined)
    throw new DualwatchError('not-found', `there is no listing ${match.listing} in this home; screen again to get keys of today's lists`);
  if (token !== null && !token.isOf(listing.hash))
    throw new DualwatchError(
      'usage',
      `the listing ${listing.id} has changed since this match was found; screen again and decide about what it says now`,
    );
  const decision = await store.recordDecision({
    key,
    verdict,
    why,
    by,
    at: isoTime(clock.now()),
    subject: match.subject,
    listing: listing.id,
    listingHash: listing.hash,
  });
  if (match.subject.notice !== null) await rejudgeNotice(store, match.subject.notice);
  return decision;
}

/** Looks through what is stored: matches of notices first, then sets of customers. */
async function findMatch(store: Store, key: string): Promise<{ readonly listing: string; readonly subject: DecisionSubject } | undefined> {
  // Nearly always a notice that lists a party; else one whose matches were all cleared.
  for (const cleared of [false, true]) {
    for await (const { id, listed } of store.listNotices({})) {
      if ((listed.length === 0) !== cleared) continue;
      const found = await matchOfNotice(store, id, key);
      if (found !== undefined) return found;
    }
  }
  return findCustomer(store, key);
}

async function matchOfNotice(store: Pick<Store, 'matchesOf'>, notice: NoticeId, key: string): ReturnType<typeof findMatch> {
  const found = (await store.matchesOf(notice))?.matches.find((match) => match.key === key);
  return found && { listing: found.listing, subject: { query: { name: foldWhite(found.text) }, notice } };
}

/** Sets may number their customers alike: then the short key does not say who is meant. */
async function findCustomer(store: Store, key: string): ReturnType<typeof findMatch> {
  let only: { readonly listing: string; readonly row: SetRow; readonly set: string } | undefined;
  for (const { name: set } of await store.sets()) {
    for await (const row of store.setRows(set)) {
      const found = row.results.find((match) => match.key === key || matchKey(`customer:${row.key}`, match.listing) === key);
      if (found === undefined) continue;
      if (only !== undefined && only.row.partyHash !== row.partyHash)
        throw new DualwatchError(
          'usage',
          `the key ${key} is of ${only.row.query.name} in the set ${only.set} and of ${row.query.name} in the set ${set}; give the whole key, with what stands behind its dot, as "screen" or "rescreen" shows it`,
        );
      only ??= { listing: found.listing, row, set };
    }
  }
  return only === undefined ? undefined : { listing: only.listing, subject: { query: only.row.query, notice: null } };
}

/** A name that a line break parts is written in one. */
function foldWhite(name: string): string {
  return name.trim().replaceAll(/\s+/gu, ' ');
}
