import type { ReactNode } from 'react';
import css from './notes.module.css';

/** A screen with nothing on it: says why, and has the button for the next step. */
export function Empty({
  title,
  children,
  acts,
}: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly acts?: ReactNode;
}): ReactNode {
  return (
    <div className={css.note}>
      <h2>{title}</h2>
      {children !== undefined && <p>{children}</p>}
      {acts !== undefined && <div className={css.acts}>{acts}</div>}
    </div>
  );
}
