import type { ReactNode } from 'react';
import { useWords } from '../words/use-words.ts';
import css from './priority.module.css';

/** A notice's priority, 0 to 100: the number and a small bar. */
export function Priority({ value }: { readonly value: number }): ReactNode {
  const say = useWords('terms');
  return (
    <span className={css.priority} role="img" aria-label={say('priority', { value })}>
      <span aria-hidden="true">{value}</span>
      <svg viewBox="0 0 28 4" aria-hidden="true">
        <rect width="28" height="4" rx="2" className={css.track} />
        <rect width={(28 * Math.min(100, Math.max(0, value))) / 100} height="4" rx="2" className={css.bar} />
      </svg>
    </span>
  );
}
