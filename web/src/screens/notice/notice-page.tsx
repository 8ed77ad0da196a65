import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Judge } from '../../parts/judge.tsx';
import type { Tab } from './address.ts';
import { Evidence } from './evidence.tsx';
import { FromCase } from './from-case.tsx';
import { useMatchKeys } from './match-keys.ts';
import { PrintFoot } from './print-foot.tsx';
import { PrintView } from './print-view.tsx';
import { Reader } from './reader.tsx';
import { useNotice } from './use-notice.ts';
import css from './notice-page.module.css';

/** A notice over the whole page: its text, and the evidence beside it or, where the page is narrow, under it; or all of it to be printed. */
export function NoticePage(): ReactNode {
  const { id } = useParams({ from: '/notices/$id' });
  const { tab, all, case: from } = useSearch({ from: '/notices/$id' });
  const navigate = useNavigate();
  const { data: notice } = useNotice(id);
  const choose = (next: Tab): void =>
    void navigate({ to: '/notices/$id', params: { id }, search: (now) => ({ ...now, tab: next }), resetScroll: false });
  useMatchKeys(tab, choose, all !== true);
  if (all === true) return <PrintView id={id} />;
  return (
    <div className={css.sheet}>
      <div className={css.page}>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keys */}
        <section className={css.reader} tabIndex={0} aria-labelledby={`title-${id}`}>
          {from !== undefined && <FromCase id={from} />}
          <Reader key={id} id={id} heading="h1" onTab={choose} acts={notice === undefined ? undefined : <Judge notice={notice} />} />
        </section>
        <aside className={css.evidence}>
          <Evidence id={id} tab={tab} onTab={choose} />
        </aside>
      </div>
      {notice !== undefined && <PrintFoot key={id} notice={notice} />}
    </div>
  );
}
