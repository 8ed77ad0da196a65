import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** Leads from a case to one of its notices, which then leads back. */
export function NoticeLink({ id, children }: { readonly id: string; readonly children: ReactNode }): ReactNode {
  const { id: from } = useParams({ from: '/cases/$id' });
  return (
    <Link to="/notices/$id" params={{ id }} search={{ case: from }}>
      {children}
    </Link>
  );
}
