import type { ReactNode } from 'react';
import { useWords } from '../words/use-words.ts';
import css from './notes.module.css';

/** Lines where text will stand; nothing is seen of it within the first 300 ms. */
export function Pending({ lines = 6 }: { readonly lines?: number }): ReactNode {
  const say = useWords('shell');
  return (
    <div className={css.pending} role="status">
      <span className="visually-hidden">{say('loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className={css.ghost} data-line={line % 4} aria-hidden="true" />
      ))}
    </div>
  );
}
