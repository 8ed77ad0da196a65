import type { ReactNode } from 'react';
import { hasUnseen, piecesOf } from './shown-text-pieces.ts';
import css from './shown-text.module.css';

/** A text of others as text and nothing else: what cannot be seen stands as a small mark with its name, and orders nothing around it. */
export function ShownText({ text }: { readonly text: string }): ReactNode {
  if (!hasUnseen(text)) return text;
  return piecesOf(text).map((piece, no) =>
    'text' in piece ? (
      piece.text
    ) : (
      <span key={no} className={css.unseen} title={`U+${piece.code.padStart(4, '0')}`}>
        {piece.times > 1 ? `${piece.name}×${piece.times}` : piece.name}
      </span>
    ),
  );
}
