import { useEffect, useRef, useSyncExternalStore } from 'react';
import { onTriage } from '../../acts/triage.ts';
import { ask, Refused } from '../../api/ask.ts';
import { useLive } from '../../api/live.ts';
import { answers, forget } from '../../api/queries.ts';
import type { Triage } from '../../api/routes.gen.ts';
import { noticeQuery } from '../notice/use-notice.ts';
import { triageAsked } from '../../parts/filter-text.ts';
import { Sheet } from './sheet.ts';
import type { Sort } from './sort.ts';

/** Lists that were shown lately: whoever comes back finds the rows where they were. */
const KEPT = 6;
/** Changes come in bursts: one look for all of them. */
const QUIET_MS = 600;
/** Beyond so many changed rows at once the list is said to be other, and not each row renewed. */
const MOST_RENEWED = 20;
const AGAIN_MS = 5000;
const sheets = new Map<string, Sheet>();

onTriage((told) => {
  for (const sheet of sheets.values()) sheet.hear(told);
});

/** The list under a filter in an order, and it alone changes while it is shown; see `Sheet`. */
export function useSheet(filter: string, sort: Sort): Sheet {
  const sheet = sheetOf(filter, sort);
  useSyncExternalStore(sheet.subscribe, () => sheet.version);
  useEffect(() => {
    sheet.look().catch(() => undefined);
  }, [sheet]);
  useFollowed(sheet);
  useAgain(sheet);
  return sheet;
}

/** What could not be read is asked for again, unless asking again cannot help. */
function useAgain(sheet: Sheet): void {
  const { error } = sheet;
  const hopeless = error === null || (error instanceof Refused && error.problem.retry === 'never');
  useEffect(() => {
    if (hopeless) return undefined;
    const timer = setInterval(() => sheet.again(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [sheet, hopeless]);
}

/** The list under a filter in an order, kept while it is among the latest. */
export function sheetOf(filter: string, sort: Sort): Sheet {
  const key = `${sort} ${filter}`;
  const known = sheets.get(key);
  sheets.delete(key);
  const sheet = known ?? new Sheet(async (offset, limit) => loadRows({ query: filter, sort, offset, limit }), leavingFrom(filter));
  sheets.set(key, sheet);
  const [oldest] = sheets.keys();
  if (sheets.size > KEPT && oldest !== undefined) sheets.delete(oldest);
  return sheet;
}

async function loadRows(query: { readonly query: string; readonly sort: Sort; readonly offset: number; readonly limit: number }) {
  const { items, total } = await ask('GET /api/v1/notices', { query });
  return { items, total: Number(total ?? items.length) };
}

function leavingFrom(filter: string): (before: Triage, after: Triage) => boolean {
  const asked = triageAsked(filter);
  return (before, after) => asked !== null && asked.has(before.state) && !asked.has(after.state);
}

/** What the server tells: rows that are here are renewed in their places, all else waits in the sheet's news. */
function useFollowed(sheet: Sheet): void {
  const changed = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useLive((heard) => {
    if (heard.kind === 'connection' && !heard.open) return;
    if (heard.kind === 'change') changed.current.add(heard.change.notice);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const ids = [...changed.current];
      changed.current.clear();
      void follow(sheet, ids);
    }, QUIET_MS);
  });
}

async function follow(sheet: Sheet, ids: readonly string[]): Promise<void> {
  const here = ids.filter((id) => sheet.row(id) !== undefined).slice(0, MOST_RENEWED);
  if (ids.length > 0) forget('GET /api/v1/search');
  await Promise.allSettled(here.map(async (id) => renewRow(sheet, id)));
  await sheet.look().catch(() => undefined);
  if (sheet.news !== null && !isHeld()) await sheet.renew();
}

/** Asks for it now: what is under way already may be older than the change that was told. */
async function renewRow(sheet: Sheet, id: string): Promise<void> {
  const notice = await ask('GET /api/v1/notices/:id', { params: { id } });
  // In full it is kept only where somebody has it open: a list is renewed for as long as the page stands.
  const { queryKey } = noticeQuery(id);
  if (answers.getQueryState(queryKey) !== undefined) answers.setQueryData(queryKey, notice);
  sheet.update(notice);
}

/** Somebody points at the list, has a row under the keys, or has scrolled into it: what comes in waits, so that nothing moves under their hands. */
function isHeld(): boolean {
  const list = document.querySelector('[data-list]');
  return list !== null && (list.matches(':hover') || list.contains(document.activeElement) || list.scrollTop > 0);
}
