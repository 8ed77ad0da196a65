import type { ReactNode } from 'react';
import { useWords } from '../words/use-words.ts';
import { Button } from './button.tsx';

/** Asks for the next page of a list, where there is one. */
export function ShowMore({
  query: { hasNextPage, isFetchingNextPage, fetchNextPage },
}: {
  readonly query: { readonly hasNextPage: boolean; readonly isFetchingNextPage: boolean; readonly fetchNextPage: () => Promise<unknown> };
}): ReactNode {
  const say = useWords('shell');
  if (!hasNextPage) return null;
  return (
    <p>
      <Button onClick={() => void fetchNextPage()} disabled={isFetchingNextPage}>
        {say('showMore')}
      </Button>
    </p>
  );
}
