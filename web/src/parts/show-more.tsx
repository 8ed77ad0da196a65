import type { ReactNode } from 'react';
import { useWords } from '../words/use-words.ts';
import { Button } from './button.tsx';
import { ProblemLine } from './problem-note.tsx';

/** Asks for the next page of a list, where there is one; says why it did not come. */
export function ShowMore({
  query: { hasNextPage, isFetchingNextPage, isFetchNextPageError, error, fetchNextPage },
}: {
  readonly query: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly isFetchNextPageError: boolean;
    readonly error: Error | null;
    readonly fetchNextPage: () => Promise<unknown>;
  };
}): ReactNode {
  const say = useWords('shell');
  if (!hasNextPage) return null;
  return (
    <div>
      {isFetchNextPageError && <ProblemLine error={error} />}
      <Button onClick={() => void fetchNextPage()} disabled={isFetchingNextPage}>
        {say('showMore')}
      </Button>
    </div>
  );
}
