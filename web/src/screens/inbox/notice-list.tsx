import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react';
import { useGlossary } from '../../api/glossary.ts';
import { useKept } from '../../look/kept.ts';
import { useWords } from '../../words/use-words.ts';
import { NoticeRow } from './notice-row.tsx';
import type { Sheet } from './sheet.ts';
import css from './notice-list.module.css';

/** Rows beyond the edge that are there before they are seen. */
const OVERSCAN = 8;
/** While somebody drags through thousands of rows, those passed by are not asked for; where they come by steps, those ahead are. */
const SETTLE_MS = 40;
const STEP = 60;
const AHEAD = 30;
/** A row is so much higher than the rows of tables: it has three lines. */
const MORE_THAN_ROW = 18;
/** Where each list was left, by its sheet. */
const offsets = new WeakMap<Sheet, number>();

interface Props {
  readonly sheet: Sheet;
  readonly total: number;
  /** Place of the row that is open or under the cursor; -1: none. */
  readonly at: number;
  readonly selection: ReadonlySet<string>;
  readonly hrefOf: (id: string) => string;
  readonly onOpen: (place: number, byKeys: boolean) => void;
  readonly onSelect: (place: number, upTo: boolean) => void;
}

/** Rows of equal height, of which only those in sight are on the page and read. */
export function NoticeList({ sheet, total, at, selection, hrefOf, onOpen, onSelect }: Props): ReactNode {
  const say = useWords('inbox');
  const glossary = useGlossary();
  const frame = useRef<HTMLDivElement>(null);
  const height = useRowHeight();
  // oxlint-disable-next-line react/incompatible-library -- what it returns goes to no other component; rows are kept by what they are given
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => frame.current,
    estimateSize: () => height,
    overscan: OVERSCAN,
    initialOffset: () => offsets.get(sheet) ?? 0,
  });
  useLayoutEffect(() => rows.measure(), [rows, height]);
  useEffect(() => {
    const shown = frame.current;
    if (shown === null) return undefined;
    const scrolled = (): void => void offsets.set(sheet, shown.scrollTop);
    shown.scrollTop = offsets.get(sheet) ?? 0;
    shown.addEventListener('scroll', scrolled, { passive: true });
    return () => shown.removeEventListener('scroll', scrolled);
  }, [sheet]);
  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(at, { align: 'auto' });
  }, [rows, at]);
  const items = rows.getVirtualItems();
  const keyOf = keysOnce();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  const before = useRef(first);
  useEffect(() => {
    const far = Math.abs(first - before.current) > STEP;
    before.current = first;
    const timer = setTimeout(() => sheet.want(Math.max(0, first - AHEAD), last + AHEAD), far ? SETTLE_MS : 0);
    return () => clearTimeout(timer);
  }, [sheet, first, last, total]);
  return (
    <div className={css.frame} ref={frame} data-list>
      <ul className={css.rows} style={{ height: rows.getTotalSize() }} aria-label={say('list')}>
        {items.map(({ index, start }) => {
          const notice = sheet.at(index);
          return (
            <NoticeRow
              key={keyOf(notice?.id, index)}
              notice={notice}
              place={index}
              total={total}
              href={notice === undefined ? '' : hrefOf(notice.id)}
              glossary={glossary}
              chosen={index === at}
              selected={notice !== undefined && selection.has(notice.id)}
              style={placed(start, height)}
              onOpen={onOpen}
              onSelect={onSelect}
            />
          );
        })}
      </ul>
    </div>
  );
}

/** The row of a place, once it is on the page: what keys move through has the focus. */
export function focusRow(place: number): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`a[data-row="${place}"]`)?.focus({ preventScroll: true }));
}

/** A row keeps its element, and the focus on it, while others leave or come back above it. Between two readings of a list that moved meanwhile a notice may stand twice. */
function keysOnce(): (id: string | undefined, index: number) => string | number {
  const used = new Set<string>();
  return (id, index) => {
    if (id === undefined || used.has(id)) return index;
    used.add(id);
    return id;
  };
}

const styles = new Map<string, { readonly height: number; readonly transform: string }>();

/** The same object for the same place, so that a row that has not changed is not drawn again. */
function placed(start: number, height: number): { readonly height: number; readonly transform: string } {
  const key = `${start} ${height}`;
  const known = styles.get(key);
  if (known !== undefined) return known;
  if (styles.size > 2000) styles.clear();
  const style = { height, transform: `translateY(${start}px)` };
  styles.set(key, style);
  return style;
}

/** From the tokens, so that both densities and the style sheet agree. */
function useRowHeight(): number {
  useKept('density');
  return Number.parseInt(getComputedStyle(document.documentElement).getPropertyValue('--row'), 10) + MORE_THAN_ROW;
}
