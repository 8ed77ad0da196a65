import type { NoticeId } from '../../model/ids.ts';
import { maskedMatch } from '../../recognise/parties/masked-notice.ts';
import type { Store } from '../../store/port.ts';
import { judgeNotices, type JudgedTextMatch } from './judge-notice.ts';

/** Matches of each notice, with what was decided about them; masked unless `reveal`. */
export async function matchesOfNotices(
  store: Pick<Store, 'matchesOf' | 'decisionsFor' | 'listingById'>,
  { ids, reveal }: { readonly ids: readonly NoticeId[]; readonly reveal: boolean },
): Promise<readonly (readonly JudgedTextMatch[])[]> {
  const kept = await Promise.all(ids.map(async (id) => (await store.matchesOf(id))?.matches ?? []));
  const judged = await judgeNotices(store, kept);
  return reveal ? judged : judged.map((matches) => matches.map(maskedMatch));
}
