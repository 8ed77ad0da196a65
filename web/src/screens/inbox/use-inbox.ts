import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { leaveBehind, sayRefused } from '../../acts/done.ts';
import { useTriage, type Doing, type Named } from '../../acts/triage.ts';
import { messageOf } from '../../api/ask.ts';
import type { Notice } from '../../api/routes.gen.ts';
import { useColumns } from '../../parts/use-columns.ts';
import { useStable } from '../../parts/use-stable.ts';
import type { InboxAddress } from './address.ts';
import { focusRow } from './notice-list.tsx';
import { shortTitle } from './notice-row.tsx';
import type { Sheet } from './sheet.ts';

/** More than that the server takes in no one act. */
export const MOST_SELECTED = 10_000;
const NOTHING: ReadonlySet<string> = new Set();

export interface Chosen extends Named {
  readonly type: Notice['type'];
}

/** What is open, under the cursor and selected, and what moves all three. */
export interface InboxState {
  /** Id of the notice that is open or under the cursor. */
  readonly chosen: string | null;
  /** Its place; -1 where it is not in the list. */
  readonly at: number;
  readonly selection: ReadonlySet<string>;
  /** What an act would be about: what is selected, else what is chosen. */
  readonly targets: () => readonly Chosen[];
  readonly move: (step: number) => void;
  readonly open: (place: number, byKeys: boolean) => void;
  readonly select: (place: number, upTo: boolean) => void;
  readonly selectAll: () => void;
  readonly selectNone: () => void;
  /** By keys the next notice is shown; who clicks stays, and sees what became of this one. */
  readonly act: (doing: Doing, byKeys: boolean) => void;
  readonly leave: () => void;
  readonly go: (to: InboxAddress, replace?: boolean) => void;
}

/** `pending`: the list of the address is not there yet, and the one before is still shown. */
export function useInbox(address: InboxAddress, sheet: Sheet, pending: boolean): InboxState {
  const columns = useColumns();
  const navigate = useNavigate();
  const triage = useTriage();
  const [cursor, setCursor] = useState<string | null>(null);
  const [picked, setPicked] = useState({ sheet, ids: NOTHING });
  const [anchor, setAnchor] = useState<number | null>(null);
  // Where the open notice stood before it left the list: the keys go on from there.
  const [leftAt, setLeftAt] = useState(-1);
  // A selection is of one list.
  const selection = picked.sheet === sheet ? picked.ids : NOTHING;
  const setSelection = (change: (before: ReadonlySet<string>) => ReadonlySet<string>): void =>
    setPicked((before) => ({ sheet, ids: change(before.sheet === sheet ? before.ids : NOTHING) }));
  const wide = columns > 1;
  const first = sheet.at(0)?.id;
  const stays = cursor !== null && sheet.placeOf(cursor) >= 0;
  const chosen = address.notice ?? (stays ? cursor : null) ?? first ?? null;
  const at = chosen === null ? -1 : sheet.placeOf(chosen);
  // The list keeps its own place: put back by the router after each key, it would never follow the row that is open.
  const go = (to: InboxAddress, replace = false): void => void navigate({ to: '/inbox', search: { ...to }, replace, resetScroll: false });

  // The address says what is shown, also where nobody has chosen yet.
  const shownAs = wide && !pending && address.notice === undefined ? chosen : null;
  const show = useStable((notice: string) => go({ ...address, notice }, true));
  useEffect(() => {
    if (shownAs !== null) show(shownAs);
  }, [shownAs, show]);

  /** Puts the cursor on a row; where the reader stands beside the list, or is open in its place, it shows that notice. */
  const choose = (id: string, place: number, focus: boolean): void => {
    setCursor(id);
    if (wide || address.notice !== undefined) go({ ...address, notice: id }, true);
    if (focus) focusRow(place);
  };

  const targets = (): readonly Chosen[] => {
    const ids = selection.size > 0 ? [...selection] : chosen === null ? [] : [chosen];
    return ids.map((id) => {
      const row = sheet.row(id);
      return { id, title: row === undefined ? null : shortTitle(row), type: row?.type ?? 'notice' };
    });
  };

  const read = async (from: number, to: number): Promise<void> => {
    try {
      const ids = await sheet.idsBetween(from, to);
      setSelection((before) => new Set([...before.union(new Set(ids))].slice(0, MOST_SELECTED)));
    } catch (error) {
      sayRefused(messageOf(error));
    }
  };

  return {
    chosen,
    at,
    selection,
    targets,
    go,
    move(step) {
      const total = sheet.total ?? 0;
      const from = at >= 0 ? at + step : leftAt >= 0 ? leftAt + Math.min(0, step) : 0;
      const place = Math.max(0, Math.min(total - 1, from));
      const next = sheet.at(place);
      if (next === undefined || place === at) return;
      choose(next.id, place, true);
      leaveBehind();
    },
    open: useStable((place, byKeys) => {
      const notice = sheet.at(place);
      if (notice === undefined) return;
      setCursor(notice.id);
      setAnchor(place);
      if (notice.id !== address.notice) {
        go({ ...address, notice: notice.id });
        leaveBehind();
      }
      if (byKeys || !wide) focusReader();
    }),
    select: useStable((place, upTo) => {
      const id = sheet.at(place)?.id;
      if (id === undefined) return;
      if (upTo && anchor !== null) void read(Math.min(anchor, place), Math.max(anchor, place) + 1);
      else setSelection((before) => (before.has(id) ? before.difference(new Set([id])) : before.union(new Set([id]))));
      setAnchor(place);
    }),
    selectAll: () => void read(0, MOST_SELECTED),
    selectNone: () => setSelection(() => NOTHING),
    act(doing, byKeys) {
      const about = targets();
      const [place, id] = [at, chosen];
      triage(about, doing);
      setSelection(() => NOTHING);
      setLeftAt(place);
      if (!byKeys || doing.act === 'assign' || place < 0 || about.every((one) => one.id !== id)) return;
      // What has left the list makes room for the next; what stays is left behind.
      const gone = sheet.at(place)?.id !== id;
      const total = sheet.total ?? 0;
      const next = sheet.at(Math.min(gone ? place : place + 1, total - 1));
      if (next !== undefined && next.id !== id) choose(next.id, Math.min(gone ? place : place + 1, total - 1), true);
      // The last of the list stays open: what was done with it is seen, and can be taken back or gone on with.
      else if (gone && wide && id !== null) go({ ...address, notice: id }, true);
      else if (gone) go({ ...address, notice: undefined }, true);
    },
    leave() {
      if (selection.size > 0) setSelection(() => NOTHING);
      else if (!wide && address.notice !== undefined) go({ ...address, notice: undefined }, true);
      else if (at >= 0) focusRow(at);
    },
  };
}

/** The text of what is open gets the focus, so that its own keys and the arrows work. */
function focusReader(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-pane="reader"]')?.focus({ preventScroll: true }));
}
