import type { NoticeId } from '../../model/ids.ts';
import type { TextMatch } from '../../model/match.ts';
import { maskedMatch } from '../../recognise/parties/masked-notice.ts';
import type { Store } from '../../store/port.ts';
import type { NoticeMatches, ReadingToScreen, ScoreSummary } from '../../store/screening-port.ts';
import { summaryScorer } from '../rescore.ts';
import { shownReading } from '../shown/shown-reading.ts';
import { judgeNotices, listedParties, type JudgedTextMatch } from './judge-notice.ts';
import { matchChanges, type MatchChanges } from './match-changes.ts';
import { openNoticeScreening, type NoticeScreening } from './notice-screening.ts';

export interface NoticeParts {
  readonly store: Store;
  readonly home: string;
  readonly note: (message: string) => void;
}

export interface ScreenNoticesOptions {
  /** Every notice, whole; else those that wait, and of these only what can have changed. The answer is the same. */
  readonly all?: boolean;
  /** Also what is found when a notice is screened for the first time, or with other words, is news to tell of. */
  readonly firstIsNews?: boolean;
  readonly signal?: AbortSignal;
  /** Told after each batch how many notices were looked at. */
  readonly onProgress?: (done: number) => void;
}

/** A notice whose matches are not what they were. */
export interface ChangedNotice extends MatchChanges<TextMatch, JudgedTextMatch> {
  readonly notice: NoticeId;
  /** Masked. */
  readonly title: string | null;
}

/** As it is shown unless somebody asks for more. */
export function maskedChange({ notice, title, added, changed, removed, lapsed }: ChangedNotice): ChangedNotice {
  return {
    notice,
    title,
    added: added.map(maskedMatch),
    changed: changed.map(maskedMatch),
    removed: removed.map(maskedMatch),
    lapsed: lapsed.map(maskedMatch),
  };
}

export interface ScreenedNotices {
  readonly notices: number;
  /** Notices that were read again from beginning to end. */
  readonly screened: number;
  readonly changed: number;
}

const BATCH = 50;
const NOTHING: ScreenedNotices = { notices: 0, screened: 0, changed: 0 };

/**
 * Screens stored notices, a batch in each commit: what was not recorded when it is killed waits for the next run. `onChanged` is told of each notice whose
 * matches changed. Nothing happens where the home has never had a list.
 */
export async function screenNotices(
  parts: NoticeParts,
  options: ScreenNoticesOptions = {},
  onChanged: (changed: ChangedNotice) => Promise<void> = async () => undefined,
): Promise<ScreenedNotices> {
  const screening = await openNoticeScreening(parts.store, parts.home, parts.note);
  return screening === undefined ? NOTHING : screenWith(screening, parts.store, options, onChanged);
}

/** The same with what was opened before. */
export async function screenWith(
  screening: NoticeScreening,
  store: Store,
  { all = false, firstIsNews = false, signal, onProgress }: ScreenNoticesOptions,
  onChanged: (changed: ChangedNotice) => Promise<void>,
): Promise<ScreenedNotices> {
  let { notices, screened, changed } = NOTHING;
  const score = summaryScorer();
  for (let after = 0; ;) {
    const batch = all ? await store.readingsForScreening(after, BATCH) : await store.unscreened(screening.recipe, BATCH);
    signal?.throwIfAborted();
    const last = batch.at(-1);
    if (last === undefined) return { notices, screened, changed };
    after = last.num;
    const done = await screenBatch(screening, store, batch, { all, firstIsNews, score });
    for (const difference of done.differences) await onChanged(difference);
    notices += batch.length;
    screened += done.screened;
    changed += done.differences.length;
    onProgress?.(notices);
    // A reading that changed meanwhile comes again; one that cannot be recorded otherwise must not come for ever.
    if (!all && done.kept === 0) return { notices, screened, changed };
  }
}

/** Screens one notice now, whatever else waits. */
export async function screenOne(parts: NoticeParts, notice: NoticeId): Promise<void> {
  const screening = await openNoticeScreening(parts.store, parts.home, parts.note);
  if (screening === undefined) return;
  const one = await parts.store.readingToScreen(notice);
  if (one !== undefined) await screenBatch(screening, parts.store, [one], { all: false, firstIsNews: false, score: summaryScorer() });
}

/** Lists the parties of a notice anew after somebody decided about one, and scores it. */
export async function rejudgeNotice(store: Store, notice: NoticeId): Promise<void> {
  const one = await store.readingToScreen(notice);
  if (one === undefined) return;
  const [judged = []] = await judgeNotices(store, [one.matches]);
  await store.recordNoticeMatches([{ ...one, listed: listedParties(judged) }], summaryScorer());
}

async function screenBatch(
  screening: NoticeScreening,
  store: Store,
  batch: readonly ReadingToScreen[],
  { all, firstIsNews, score }: { readonly all: boolean; readonly firstIsNews: boolean; readonly score: ScoreSummary },
) {
  const made: { readonly one: ReadingToScreen; readonly matches: readonly TextMatch[]; readonly again: boolean }[] = [];
  for (const one of batch) made.push({ one, ...(all ? { matches: screening.screen(one), again: true } : await screening.renew(one)) });
  const judged = await judgeNotices(
    store,
    made.map(({ matches }) => matches),
  );
  const changes = made.map(({ one, again }, n) => (again ? differenceOf(one, one.matches, judged[n] ?? []) : undefined));
  const found = made.map(({ one: { noticeId, stamp, recipe }, matches }, n): NoticeMatches => ({
    noticeId,
    stamp,
    recipe: screening.recipe,
    matches,
    listed: listedParties(judged[n] ?? []),
    untold: changes[n] !== undefined && (firstIsNews || recipe !== ''),
  }));
  const kept = await store.recordNoticeMatches(found, score);
  const differences = changes.filter((one) => one !== undefined);
  return { kept, differences, screened: made.filter(({ again }) => again).length };
}

/** By key: a name that stands in the text several times is one. */
export function differenceOf(
  { noticeId, reading, mentions, lapses }: Pick<ReadingToScreen, 'noticeId' | 'reading' | 'mentions' | 'lapses'>,
  before: readonly TextMatch[],
  now: readonly JudgedTextMatch[],
): ChangedNotice | undefined {
  const changes = matchChanges<TextMatch, JudgedTextMatch>(before, now, ({ key }) => key, lapses);
  return changes === undefined ? undefined : { notice: noticeId, title: shownReading({ reading, mentions }, false).title, ...changes };
}
