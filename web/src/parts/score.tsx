import type { ReactNode } from 'react';
import { useLanguage, useWords } from '../words/use-words.ts';
import { asScore } from './fractions.ts';
import css from './score.module.css';

/** How likely two names are of one party, 0 to 1: the figure, and a bar with a tick where matches begin. */
export function Score({ value, threshold = 0.7 }: { readonly value: number; readonly threshold?: number }): ReactNode {
  const say = useWords('screening');
  const language = useLanguage();
  const text = asScore(value, language);
  return (
    <span className={css.score} role="img" aria-label={say('score', { value: text })}>
      <span aria-hidden="true">{text}</span>
      <svg viewBox="0 0 40 6" aria-hidden="true">
        <rect y="1" width="40" height="4" rx="2" className={css.track} />
        <rect y="1" width={40 * Math.min(1, Math.max(0, value))} height="4" rx="2" className={css.bar} />
        <rect x={40 * threshold} width="1" height="6" className={css.tick} />
      </svg>
    </span>
  );
}
