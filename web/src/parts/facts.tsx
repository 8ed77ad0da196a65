import type { ReactNode } from 'react';
import css from './facts.module.css';

/** What is known of one thing, each fact with its name; `ruled` where they are many. */
export function Facts({
  label,
  ruled = false,
  children,
}: {
  readonly label?: string;
  readonly ruled?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <dl className={css.facts} data-ruled={ruled} aria-label={label}>
      {children}
    </dl>
  );
}

export function Fact({ label, children }: { readonly label: ReactNode; readonly children: ReactNode }): ReactNode {
  return (
    <div className={css.fact}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
