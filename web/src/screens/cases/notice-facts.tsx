import type { ReactNode } from 'react';
import type { CaseNotice } from '../../api/routes.gen.ts';
import { Moment } from '../../parts/moment.tsx';
import { PublisherName } from '../../parts/publisher-name.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { About } from './about.tsx';
import css from './case.module.css';

/** What tells a notice from others of the same title: state, what it is about, publisher, day. */
export function NoticeFacts({ notice }: { readonly notice: CaseNotice }): ReactNode {
  const { state, publisher, publishedAt, firstSeenAt } = notice;
  return (
    <span className={css.meta}>
      <StateMark state={state} />
      <About notice={notice} />
      {publisher !== null && (
        <span>
          <PublisherName name={publisher} />
        </span>
      )}
      <Moment at={publishedAt ?? firstSeenAt} about />
    </span>
  );
}
