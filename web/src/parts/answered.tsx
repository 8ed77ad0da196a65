import type { ReactNode } from 'react';
import { Pending } from './pending.tsx';
import { ProblemNote } from './problem-note.tsx';

/** What a query has answered, of one page or page by page, or that it is asked, or why it failed. What was answered before stays while it is asked again. */
export function Answered<Data>({
  query,
  lines,
  children,
}: {
  readonly query: { readonly data: Data | undefined; readonly error: Error | null; readonly refetch: () => Promise<unknown> };
  readonly lines?: number;
  readonly children: (data: Data) => ReactNode;
}): ReactNode {
  if (query.data !== undefined) return children(query.data);
  if (query.error !== null) return <ProblemNote error={query.error} again={() => void query.refetch()} />;
  return <Pending {...(lines === undefined ? {} : { lines })} />;
}
