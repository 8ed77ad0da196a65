import type { ReactNode } from 'react';
import { asPercent } from '../../parts/fractions.ts';
import { useLanguage } from '../../words/use-words.ts';
import css from './uploads.module.css';

/** How much of something is done, 0 to 1, with a word. */
export function Share({ value, label }: { readonly value: number; readonly label: string }): ReactNode {
  const language = useLanguage();
  const share = Math.min(1, Math.max(0, value));
  return (
    <span className={css.share}>
      <span>{label}</span>
      <progress max={1} value={share} aria-label={label} />
      <span>{asPercent(share, language)}</span>
    </span>
  );
}
