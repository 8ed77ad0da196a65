import type { ReactNode } from 'react';
import { Button } from '../../parts/button.tsx';
import { Pending } from '../../parts/pending.tsx';
import { ProblemLine } from '../../parts/problem-note.tsx';
import { useWords } from '../../words/use-words.ts';
import type { Gathering } from './gathered.ts';

/** That something is still asked, could not be read, or was left out: what is shown beside it is then not all. */
export function GatheringNote({ gathering: { data, isPending, error, again } }: { readonly gathering: Gathering }): ReactNode {
  const say = useWords('cases');
  const frame = useWords('shell');
  return (
    <>
      {isPending && <Pending lines={3} />}
      {error !== null && (
        <div role="alert">
          <p>{say('incomplete')}</p>
          <ProblemLine error={error} />
          <Button onClick={again}>{frame('tryAgain')}</Button>
        </div>
      )}
      {data.left > 0 && <p>{say('leftOut', { count: data.left })}</p>}
    </>
  );
}
