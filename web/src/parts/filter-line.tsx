import { CornerDownLeft, X } from 'lucide-react';
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useWords } from '../words/use-words.ts';
import css from './filter-line.module.css';

/** A filter in the predicate language as it is written; Enter applies it, Escape puts back what is applied. Why it cannot be read stands under it, as `${id}-problem`. */
export function FilterLine({
  id,
  label,
  placeholder,
  filter,
  named = false,
  problem,
  onApply,
}: {
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  readonly filter: string;
  /** Something beside it has a name for what the filter asks: the line stands empty until somebody comes to write in it; then what is asked for stands there selected, to be changed or written over. */
  readonly named?: boolean;
  readonly problem: string | null;
  readonly onApply: (filter: string) => void;
}): ReactNode {
  const say = useWords('shell');
  const [text, setText] = useState(filter);
  const [isWritten, setWritten] = useState(false);
  const [applied, setApplied] = useState(filter);
  // Another filter was chosen elsewhere: the line shows it, and keeps the focus that it has.
  if (applied !== filter) {
    setApplied(filter);
    setText(filter);
  }
  const isApplied = text.trim() === filter;
  const isQuiet = named && isApplied && !isWritten;
  const line = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (isWritten && named) line.current?.select();
  }, [isWritten, named]);
  return (
    <form
      className={css.line}
      onSubmit={(event) => {
        event.preventDefault();
        onApply(text.trim());
      }}
    >
      <input
        ref={line}
        id={id}
        className={css.input}
        value={isQuiet ? '' : text}
        onMouseDown={(event) => {
          if (!isQuiet) return;
          // A click would put the caret into words that were not there to be aimed at.
          event.preventDefault();
          event.currentTarget.focus();
        }}
        onFocus={() => setWritten(true)}
        onBlur={() => setWritten(false)}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
          setText(filter);
          event.currentTarget.blur();
        }}
        placeholder={placeholder}
        aria-label={label}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-problem`}
        spellCheck={false}
        autoComplete="off"
        maxLength={2000}
      />
      {!isApplied && (
        <button type="submit" className={css.inside} title={say('filterApply')} aria-label={say('filterApply')}>
          <CornerDownLeft aria-hidden="true" />
        </button>
      )}
      {isApplied && text !== '' && !isQuiet && (
        <button type="button" className={css.inside} title={say('filterClear')} aria-label={say('filterClear')} onClick={() => onApply('')}>
          <X aria-hidden="true" />
        </button>
      )}
      <p id={`${id}-problem`} className={css.problem} role={problem === null ? undefined : 'alert'}>
        {problem}
      </p>
    </form>
  );
}
