import type { NameQuery } from '../../model/party.ts';
import type { Receipt } from '../../model/receipt.ts';
import type { Store } from '../../store/port.ts';
import type { Clock } from '../../capture/clock.ts';
import { SCORE_BANDS } from '../customers/screen-customers.ts';
import { BEYOND_LIMIT, judgeMatches, type JudgedMatch } from './judged-match.ts';
import { makeReceipt } from './make-receipt.ts';
import { subjectOfCustomer } from './match-token.ts';
import { openScreening } from './open-screening.ts';

/** Screens one name and records the receipt. Of the name nothing is kept but a digest in the receipt. Throws `usage` where the home has no list. */
export async function screenName(
  parts: { readonly store: Store; readonly home: string; readonly clock: Clock; readonly note: (message: string) => void },
  query: NameQuery,
  options: { readonly threshold: number; readonly limit: number },
): Promise<{ readonly matches: readonly JudgedMatch[]; readonly receipt: Receipt }> {
  const { store, home, clock } = parts;
  const { threshold, limit } = options;
  const screening = await openScreening(store, home, parts.note);
  const found = screening.index.search(query, { threshold, limit: limit + BEYOND_LIMIT });
  const [matches = []] = await judgeMatches(store, [{ subject: subjectOfCustomer(query), query, matches: found }], limit);
  const best = matches[0]?.score;
  const bands = Array.from({ length: SCORE_BANDS }, (_, n) =>
    best !== undefined && Math.min(SCORE_BANDS - 1, Math.floor(best * SCORE_BANDS)) === n ? 1 : 0,
  );
  const receipt = makeReceipt(screening, {
    nowMs: clock.now(),
    of: { query },
    tally: { rows: 1, unreadable: 0, hits: matches.length > 0 ? 1 : 0, matches: matches.length, bands },
    unreadable: [],
    threshold,
    limit,
  });
  await store.recordReceipt(receipt);
  return { matches, receipt };
}
