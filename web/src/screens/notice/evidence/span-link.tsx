import type { ReactNode } from 'react';
import { ShownText } from '../../../parts/shown-text.tsx';
import { useWords } from '../../../words/use-words.ts';
import { showSpans, type Span } from '../place.ts';
import css from './evidence-list.module.css';

const CUT = 300;

/** Words of the text, which a click shows in their place; as mere words where they do not stand in the text. */
export function SpanLink({
  notice,
  spans,
  text,
  beside,
}: {
  readonly notice: string;
  readonly spans: readonly Span[];
  readonly text: string;
  readonly beside?: string | undefined;
}): ReactNode {
  const say = useWords('notice');
  const words = text.length > CUT ? `${text.slice(0, CUT)}…` : text;
  if (spans.every(({ start, end }) => end <= start)) return <ShownText text={words} />;
  return (
    <button type="button" className={css.quote} title={say('showInText')} onClick={() => showSpans(notice, spans, 'evidence')}>
      <ShownText text={words} />
      {beside !== undefined && <span className={css.beside}>{beside}</span>}
    </button>
  );
}
