import type { ReactNode } from 'react';
import css from './chip.module.css';

/** A short word in a frame: goods, codes, a count. `strong` for what makes a notice matter. */
export function Chip({
  strong = false,
  title,
  children,
}: {
  readonly strong?: boolean;
  readonly title?: string | undefined;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <span className={`${css.chip} ${strong ? css.strong : ''}`} title={title}>
      {children}
    </span>
  );
}
