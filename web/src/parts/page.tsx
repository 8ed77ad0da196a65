import type { ReactNode } from 'react';
import css from './page.module.css';

/** A screen of its own: a title, what can be done, and the content under it. */
export function Page({
  title,
  lead,
  acts,
  wide = false,
  children,
}: {
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly acts?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div className={`${css.page} ${wide ? css.wide : ''}`}>
      <header className={css.head}>
        <div className={css.titles}>
          <h1>{title}</h1>
          {lead !== undefined && <p className={css.lead}>{lead}</p>}
        </div>
        {acts !== undefined && <div className={`${css.acts} no-print`}>{acts}</div>}
      </header>
      {children}
    </div>
  );
}

export function Section({
  title,
  acts,
  children,
}: {
  readonly title: string;
  readonly acts?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <section className={css.section} aria-label={title}>
      <header className={css.sectionHead}>
        <h2>{title}</h2>
        {acts !== undefined && <div className={`${css.acts} no-print`}>{acts}</div>}
      </header>
      {children}
    </section>
  );
}
