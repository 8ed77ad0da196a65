import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { NoticeNumber } from './numbers.tsx';

/** Leads from a case to one of its notices, which then leads back; before it the number that the notice has in the case. */
export function NoticeLink({
  id,
  bare = false,
  children,
}: {
  readonly id: string;
  readonly bare?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const { id: from } = useParams({ from: '/cases/$id' });
  return (
    <>
      {!bare && <NoticeNumber id={id} />}
      <Link to="/notices/$id" params={{ id }} search={{ case: from }}>
        {children}
      </Link>
    </>
  );
}
