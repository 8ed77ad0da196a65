import { useEffect, useMemo, useRef, useState, type FocusEvent, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { useKeys } from '../../../acts/keys.ts';
import type { NoticeInFull } from '../../../api/routes.gen.ts';
import { keep, useKept } from '../../../look/kept.ts';
import { Button } from '../../../parts/button.tsx';
import { BLOCKS, useGrowing } from '../../../parts/use-growing.ts';
import { useLanguage, useWords } from '../../../words/use-words.ts';
import { overlaps, showSpans, usePlace, type Place } from '../place.ts';
import { useGlosses } from './glosses.ts';
import { Legend } from './legend.tsx';
import { MarkCard } from './mark-card.tsx';
import { keyOf, marksOf, type Mark, type MarkedText } from './marks.ts';
import { Untold } from './untold.tsx';
import { TextChunk } from './text-chunk.tsx';
import { chunksOf } from './tree.ts';
import css from './notice-text.module.css';

const NONE: ReadonlySet<number> = new Set();
const OPEN_MS = 140;
const CLOSE_MS = 220;

/** The text of a notice as published, with its marks. Keys: `n` and `p` step through them, Enter shows their findings, `g` says what they are called. */
export function NoticeText({
  notice,
  onFindings,
}: {
  readonly notice: MarkedText & Pick<NoticeInFull, 'id' | 'lang' | 'cut' | 'garbled'>;
  readonly onFindings?: (() => void) | undefined;
}): ReactNode {
  const say = useWords('notice');
  const text = notice.reading?.text ?? '';
  const marks = useMemo(() => marksOf(notice), [notice]);
  const chunks = useMemo(() => chunksOf(text, marks), [text, marks]);
  const place = usePlace(notice.id);
  const active = useMemo(() => activeOf(marks, place), [marks, place]);
  const box = useRef<HTMLDivElement>(null);
  const [shown, showAllTo] = useGrowing(chunks.length, BLOCKS);
  const language = useLanguage();
  const chosen = useKept('glosses');
  // Whoever reads the language of the notice needs none, unless they ask.
  const glossed = chosen === null ? notice.lang !== language : chosen === 'yes';
  const turnGlosses = (): void => keep('glosses', glossed ? 'no' : 'yes');
  const glossOf = useGlosses();
  const [card, setCard] = useState<{ readonly marks: readonly Mark[]; readonly at: Element } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const later = (ms: number, act: () => void): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(act, ms);
  };
  const open = (at: Element): void => {
    const from = Number(at.getAttribute('data-mark'));
    const mark = marks[from];
    if (mark !== undefined) setCard({ at, marks: marks.filter((one) => overlaps(one, mark)) });
  };
  const elementOf = (no: number): HTMLElement | null | undefined => box.current?.querySelector<HTMLElement>(`[data-mark="${no}"]`);
  const choose = (at: Element): void => {
    const mark = marks[Number(at.getAttribute('data-mark'))];
    if (mark === undefined) return;
    showSpans(notice.id, [mark], 'text');
    onFindings?.();
  };
  const reach = (no: number): HTMLElement | undefined => {
    const start = marks[no]?.start ?? 0;
    showAllTo(chunks.findIndex(({ end }) => end > start) + 1);
    return elementOf(no) ?? undefined;
  };
  const step = (by: 1 | -1): void => {
    const focused = document.activeElement?.closest('[data-mark]');
    const at =
      focused !== null && focused !== undefined && box.current?.contains(focused) ? Number(focused.getAttribute('data-mark')) : undefined;
    const next = nextMark(marks, at, by);
    if (next === undefined) return;
    const element = reach(next);
    element?.scrollIntoView({ block: 'center' });
    element?.focus({ preventScroll: true });
  };
  useKeys('here', [
    { key: 'n', label: say('keyNext'), repeats: true, run: () => step(1) },
    { key: 'p', label: say('keyPrevious'), repeats: true, run: () => step(-1) },
    { key: 'g', label: say('keyGlosses'), run: turnGlosses },
    ...(card === null ? [] : [{ key: 'Escape', label: say('closeCard'), silent: true, run: () => setCard(null) }]),
  ]);
  // What was chosen beside the text is brought into view here.
  useEffect(() => {
    const first = Math.min(...active);
    if (place?.chosenIn !== 'evidence' || !Number.isFinite(first)) return undefined;
    const start = marks[first]?.start ?? 0;
    const frame = requestAnimationFrame(() => {
      showAllTo(chunks.findIndex(({ end }) => end > start) + 1);
      box.current?.querySelector(`[data-mark="${first}"]`)?.scrollIntoView({ block: 'center' });
    });
    return () => cancelAnimationFrame(frame);
  }, [place, active, marks, chunks, showAllTo]);

  return (
    <>
      <Untold cut={notice.cut} garbled={notice.garbled} />
      {marks.length > 0 && (
        <div className={`${css.tools} no-print`}>
          <Button kind="quiet" hotkey="g" aria-pressed={glossed} onClick={turnGlosses} title={say('glossHint')}>
            {say('glosses')}
          </Button>
        </div>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- marks inside take focus by n and p and answer to Enter */}
      <div
        ref={box}
        className={css.text}
        lang={notice.lang === 'und' ? undefined : notice.lang}
        translate="no"
        data-glossed={glossed}
        onPointerOver={(event: PointerEvent) => {
          const at = markAt(event.target);
          if (at === null || event.pointerType === 'touch') return;
          later(OPEN_MS, () => open(at));
        }}
        onPointerOut={(event: PointerEvent) => {
          if (event.pointerType !== 'touch') later(CLOSE_MS, () => setCard(null));
        }}
        onFocus={(event: FocusEvent) => {
          const at = markAt(event.target);
          clearTimeout(timer.current);
          if (at !== null) open(at);
        }}
        onBlur={(event: FocusEvent) => {
          if (!(event.relatedTarget instanceof Element) || event.relatedTarget.closest('[data-card]') === null)
            later(CLOSE_MS, () => setCard(null));
        }}
        onClick={(event) => {
          const at = markAt(event.target);
          if (at !== null && document.getSelection()?.isCollapsed !== false) choose(at);
        }}
        onKeyDown={(event: KeyboardEvent) => {
          const at = markAt(event.target);
          if (at === null || event.key !== 'Enter') return;
          event.preventDefault();
          choose(at);
        }}
      >
        {chunks.slice(0, shown).map((chunk) => (
          <TextChunk
            key={chunk.start}
            {...{ chunk, text, marks }}
            active={within(active, marks, chunk)}
            glosses={glossed ? glossOf : undefined}
          />
        ))}
      </div>
      <Legend marks={marks} />
      {card !== null && (
        <MarkCard
          marks={card.marks}
          at={card.at}
          onEnter={() => clearTimeout(timer.current)}
          onLeave={() => later(CLOSE_MS, () => setCard(null))}
          onFindings={onFindings === undefined ? undefined : () => choose(card.at)}
        />
      )}
    </>
  );
}

function markAt(target: EventTarget): Element | null {
  return target instanceof Element ? target.closest('[data-mark]') : null;
}

/** The next mark that starts elsewhere; around at the ends. */
function nextMark(marks: readonly Mark[], at: number | undefined, by: 1 | -1): number | undefined {
  const starts = marks.flatMap((mark, no) => (mark.kind !== 'finding' && mark.start !== marks[no - 1]?.start ? [no] : []));
  if (at === undefined) return by === 1 ? starts[0] : starts.at(-1);
  const start = marks[at]?.start ?? 0;
  const next = by === 1 ? starts.find((no) => (marks[no]?.start ?? 0) > start) : starts.findLast((no) => (marks[no]?.start ?? 0) < start);
  return next ?? (by === 1 ? starts[0] : starts.at(-1));
}

/** Marks with just the spans that are shown; where there is none, those that touch them. */
function activeOf(marks: readonly Mark[], place: Place | undefined): ReadonlySet<number> {
  if (place === undefined) return NONE;
  const keys = new Set(place.spans.map(keyOf));
  const exact = marks.flatMap((mark, no) => (keys.has(keyOf(mark)) ? [no] : []));
  return new Set(exact.length > 0 ? exact : marks.flatMap((mark, no) => (place.spans.some((span) => overlaps(span, mark)) ? [no] : [])));
}

function within(
  active: ReadonlySet<number>,
  marks: readonly Mark[],
  { start, end }: { readonly start: number; readonly end: number },
): ReadonlySet<number> {
  for (const no of active) {
    const mark = marks[no];
    if (mark !== undefined && mark.start < end && mark.end > start) return active;
  }
  return NONE;
}
