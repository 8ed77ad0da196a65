import type { ReactNode } from 'react';
import css from './uploads.module.css';

/** How much of something is done, 0 to 1, with a word. */
export function Share({ value, label }: { readonly value: number; readonly label: string }): ReactNode {
  const percent = Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <span className={css.share}>
      <span>{label}</span>
      <progress max={100} value={percent} aria-label={label} />
      <span>{`${percent} %`}</span>
    </span>
  );
}
