import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Judge } from '../../parts/judge.tsx';
import type { Tab } from './address.ts';
import { Evidence } from './evidence.tsx';
import { Reader } from './reader.tsx';
import { useNotice } from './use-notice.ts';
import css from './notice-page.module.css';

/** A notice over the whole page: its text, and the evidence beside it or, where the page is narrow, under it. */
export function NoticePage(): ReactNode {
  const { id } = useParams({ from: '/notices/$id' });
  const { tab } = useSearch({ from: '/notices/$id' });
  const navigate = useNavigate();
  const choose = (next: Tab): void =>
    void navigate({ to: '/notices/$id', params: { id }, search: (now) => ({ ...now, tab: next }), resetScroll: false });
  const { data: notice } = useNotice(id);
  return (
    <div className={css.page}>
      <section className={css.reader}>
        <Reader id={id} heading="h1" onTab={choose} acts={notice === undefined ? undefined : <Judge notice={notice} />} />
      </section>
      <aside className={css.evidence}>
        <Evidence id={id} tab={tab} onTab={choose} />
      </aside>
    </div>
  );
}
