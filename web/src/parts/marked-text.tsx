import type { ReactNode } from 'react';
import { markedPieces, type Marked } from './marked-pieces.ts';
import css from './marked-text.module.css';
import { ShownText } from './shown-text.tsx';

/** A text of others with some of its words marked; offsets count UTF-16. */
export function MarkedText({ text, marks }: { readonly text: string; readonly marks: readonly Marked[] }): ReactNode {
  return markedPieces(text, marks).map(({ start, text: piece, isMarked }) =>
    isMarked ? (
      <mark key={start} className={css.mark}>
        <ShownText text={piece} />
      </mark>
    ) : (
      <ShownText key={start} text={piece} />
    ),
  );
}
