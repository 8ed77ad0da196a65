import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { dismiss, leaveSoon, stay, useShownDone, type Done } from '../acts/done.ts';
import { ShownText } from '../parts/shown-text.tsx';
import { useWords } from '../words/use-words.ts';
import css from './done-notes.module.css';

/** What was done or refused lately, at the foot of the page. */
export function DoneNotes({ onUndo, onExplain }: { readonly onUndo: () => void; readonly onExplain: (done: Done) => void }): ReactNode {
  const say = useWords('shell');
  const shown = useShownDone();
  return (
    <div className={`${css.notes} no-print`} role="status" aria-live="polite">
      {shown.map((done) => {
        const { no, text, tone, undo, explain } = done;
        return (
          <div
            key={no}
            className={css.note}
            data-tone={tone}
            onMouseEnter={() => stay(no)}
            onMouseLeave={() => leaveSoon(no)}
            onFocus={() => stay(no)}
            onBlur={() => leaveSoon(no)}
          >
            <span className={css.text}>
              <ShownText text={text} />
            </span>
            {explain !== undefined && (
              <button type="button" className={css.undo} onClick={() => onExplain(done)} aria-keyshortcuts="w">
                {say('addReason')} <kbd aria-hidden="true">w</kbd>
              </button>
            )}
            {undo !== undefined && (
              <button type="button" className={css.undo} onClick={onUndo} aria-keyshortcuts="u">
                {say('undo')} <kbd aria-hidden="true">u</kbd>
              </button>
            )}
            <button type="button" className={css.close} onClick={() => dismiss(no)} aria-label={say('close')}>
              <X aria-hidden="true" />
            </button>
          </div>
        );
      })}
    </div>
  );
}
