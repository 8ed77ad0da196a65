import type { NameQuery } from '../../model/party.ts';
import type { Receipt } from '../../model/receipt.ts';
import type { Store } from '../../store/port.ts';
import type { Clock } from '../../capture/clock.ts';
import type { JudgedMatch } from './judged-match.ts';
import { openScreening } from './open-screening.ts';
import { judgedSearch, receiptOfQueries, type ScreenedWith } from './screen-queries.ts';

/** Screens one name and records the receipt. Of the name nothing is kept but a digest in the receipt. Throws `usage` where the home has no list. */
export async function screenName(
  parts: { readonly store: Store; readonly home: string; readonly clock: Clock; readonly note: (message: string) => void },
  query: NameQuery,
  options: ScreenedWith,
): Promise<{ readonly matches: readonly JudgedMatch[]; readonly receipt: Receipt }> {
  const { store, home, clock } = parts;
  const screening = await openScreening(store, home, parts.note);
  const search = async (queries: readonly NameQuery[], asked: ScreenedWith) => queries.map((one) => screening.index.search(one, asked));
  const [matches = []] = await judgedSearch(store, search, [query], options);
  const receipt = receiptOfQueries(screening, [query], [matches], { ...options, nowMs: clock.now() });
  await store.recordReceipt(receipt);
  return { matches, receipt };
}
