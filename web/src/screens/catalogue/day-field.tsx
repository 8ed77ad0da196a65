import { useId, type ReactNode } from 'react';
import { useWords } from '../../words/use-words.ts';
import css from './catalogue.module.css';

/** The day whose status is shown; a day that is typed half is not asked for. */
export function DayField({ value, onChange }: { readonly value: string; readonly onChange: (day: string) => void }): ReactNode {
  const say = useWords('catalogue');
  const id = useId();
  return (
    <span className={css.day}>
      <label htmlFor={id}>{say('onDay')}</label>
      <input
        id={id}
        type="date"
        min="1990-01-01"
        max="2099-12-31"
        value={value}
        onChange={(event) => event.target.value !== '' && onChange(event.target.value)}
      />
    </span>
  );
}
