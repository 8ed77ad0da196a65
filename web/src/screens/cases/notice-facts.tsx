import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Moment } from '../../parts/moment.tsx';
import { ShownText } from '../../parts/shown-text.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { noticeQuery } from '../notice/use-notice.ts';
import css from './case.module.css';

/** What tells a notice from others of the same title: state, publisher, day. Empty until it is read. */
export function NoticeFacts({ id }: { readonly id: string }): ReactNode {
  const { data } = useQuery(noticeQuery(id));
  if (data === undefined) return null;
  return (
    <span className={css.meta}>
      <StateMark state={data.state} />
      {data.publisher !== null && (
        <span>
          <ShownText text={data.publisher} />
        </span>
      )}
      <Moment at={data.publishedAt ?? data.firstSeenAt} about />
    </span>
  );
}
