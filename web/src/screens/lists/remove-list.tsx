import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { sayDone } from '../../acts/done.ts';
import { ask } from '../../api/ask.ts';
import { forget } from '../../api/queries.ts';
import type { List } from '../../api/routes.gen.ts';
import { Button } from '../../parts/button.tsx';
import { ProblemLine } from '../../parts/problem-note.tsx';
import { useWords } from '../../words/use-words.ts';
import css from './lists.module.css';

/** Asks first: until the list is there again nobody is screened against it, and it has to be fetched anew. */
export function RemoveList({
  list,
  onLeave,
  onRemoved,
}: {
  readonly list: List;
  readonly onLeave: () => void;
  readonly onRemoved: () => void;
}): ReactNode {
  const say = useWords('lists');
  const remove = useMutation({
    mutationFn: () => ask('DELETE /api/v1/lists/:name', { params: { name: list.name } }),
    onSuccess: () => {
      forget('GET /api/v1/lists', 'GET /api/v1/matches');
      sayDone(say('isGone', { list: list.name }));
      onRemoved();
    },
  });
  return (
    <div className={css.form}>
      <p>{say('removeText', { count: list.current?.counts.listings ?? 0 })}</p>
      <p className={css.soft}>{say('removeStays')}</p>
      <ProblemLine error={remove.error} />
      <div className={css.acts}>
        <Button kind="grave" onClick={() => remove.mutate()} disabled={remove.isPending}>
          {say('removeReally')}
        </Button>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the harmless act has the focus */}
        <Button onClick={onLeave} autoFocus>
          {say('keepIt')}
        </Button>
      </div>
    </div>
  );
}
