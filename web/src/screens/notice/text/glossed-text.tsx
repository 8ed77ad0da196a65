import { useMemo, type ReactNode } from 'react';
import type { NoticeInFull } from '../../../api/routes.gen.ts';
import { useLanguage } from '../../../words/use-words.ts';
import type { Span } from '../place.ts';
import { useGlosses } from './glosses.ts';
import { marksOf, type Mark, type MarkedText } from './marks.ts';
import css from './notice-text.module.css';
import { TextChunk } from './text-chunk.tsx';
import { chunksOf } from './tree.ts';

interface Glossed {
  readonly notice: MarkedText & Pick<NoticeInFull, 'lang'>;
  /** A part of the text; without it, all. */
  readonly part?: Span;
  /** The span that it is about. */
  readonly chosen?: Span;
}

/** The text of a notice, or a part of it, with its marks and what they are called in the reader's language: to be read, on screen or on paper, with nothing to press. */
export function GlossedText({ notice, part, chosen }: Glossed): ReactNode {
  const language = useLanguage();
  const glossOf = useGlosses();
  const whole = notice.reading?.text ?? '';
  const { start, end } = part ?? { start: 0, end: whole.length };
  const text = whole.slice(start, end);
  const marks = useMemo(() => marksWithin(marksOf(notice), { start, end }), [notice, start, end]);
  const chunks = useMemo(() => chunksOf(text, marks), [text, marks]);
  const active = useMemo(() => {
    const at = marks.findIndex((mark) => chosen !== undefined && mark.start + start === chosen.start && mark.end + start === chosen.end);
    return new Set(at < 0 ? [] : [at]);
  }, [marks, chosen, start]);
  const isForeign = notice.lang !== language;
  return (
    <div className={css.still} lang={notice.lang === 'und' ? undefined : notice.lang} translate="no" data-glossed={isForeign}>
      {chunks.map((chunk) => (
        <TextChunk key={chunk.start} {...{ chunk, text, marks, active }} glosses={isForeign ? glossOf : undefined} />
      ))}
    </div>
  );
}

/** Marks that lie within a part, counted from where it begins. */
function marksWithin(marks: readonly Mark[], { start, end }: Span): readonly Mark[] {
  return marks
    .filter((mark) => mark.start >= start && mark.end <= end)
    .map((mark) => ({ ...mark, start: mark.start - start, end: mark.end - start }));
}
