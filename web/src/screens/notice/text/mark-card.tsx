import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { ShownText } from '../../../parts/shown-text.tsx';
import { useWords } from '../../../words/use-words.ts';
import { MarkStory } from './mark-story.tsx';
import { keyOf, type Mark } from './marks.ts';
import css from './mark-card.module.css';

const SHOWN = 4;
const EDGE = 8;

/** What is known of the marks at one place of the text, beside that place: what it is, why it matched, what may control it and which rule says so. */
export function MarkCard({
  marks,
  at,
  onEnter,
  onLeave,
  onFindings,
}: {
  readonly marks: readonly Mark[];
  readonly at: Element;
  readonly onEnter: () => void;
  readonly onLeave: () => void;
  readonly onFindings: (() => void) | undefined;
}): ReactNode {
  const say = useWords('notice');
  const card = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const node = card.current;
    if (node === null) return undefined;
    const put = (): void => {
      const place = at.getClientRects()[0] ?? at.getBoundingClientRect();
      const { width, height } = node.getBoundingClientRect();
      // Beside the text stand its findings, which are read together with the card.
      const column = at.closest('article')?.getBoundingClientRect();
      const right = column === undefined || column.width < width ? innerWidth : Math.min(innerWidth, column.right);
      const below = place.bottom + 6;
      const top = below + height <= innerHeight - EDGE || place.top - height - 6 < EDGE ? below : place.top - height - 6;
      node.style.left = `${Math.max(EDGE, Math.min(place.left, right - width - EDGE))}px`;
      node.style.top = `${Math.max(EDGE, Math.min(top, innerHeight - Math.min(height, innerHeight - 2 * EDGE) - EDGE))}px`;
    };
    put();
    const watch = new ResizeObserver(put);
    watch.observe(node);
    return () => watch.disconnect();
  }, [at]);
  const members = marks.filter(({ kind }) => kind !== 'finding');
  const distinct = [
    ...new Map(
      members.map((mark) => [`${keyOf(mark)} ${mark.kind} ${'mention' in mark ? (mark.mention.concept ?? mark.mention.id) : ''}`, mark]),
    ).values(),
  ];
  return createPortal(
    <div
      ref={card}
      className={css.card}
      role="group"
      aria-label={say('card')}
      data-card=""
      onPointerEnter={onEnter}
      onPointerLeave={onLeave}
    >
      {distinct.slice(0, SHOWN).map((mark) => (
        <MarkStory key={`${keyOf(mark)} ${mark.kind} ${'mention' in mark ? (mark.mention.id ?? mark.mention.concept) : ''}`} mark={mark} />
      ))}
      {distinct.length === 0 && <p>{say('markFinding')}</p>}
      {distinct.length > SHOWN && <p className={css.more}>{say('moreMarks', { count: distinct.length - SHOWN })}</p>}
      {onFindings !== undefined && (
        <button type="button" className={css.findings} onClick={onFindings} tabIndex={-1}>
          <ShownText text={say('showFindings')} />
        </button>
      )}
    </div>,
    // Within the content, which is a landmark; it is fixed there, and nothing cuts it off.
    document.getElementById('content') ?? document.body,
  );
}
