import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { sayDone } from '../../acts/done.ts';
import { ask } from '../../api/ask.ts';
import { forget } from '../../api/queries.ts';
import type { WatchedSource } from '../../api/routes.gen.ts';
import { Button } from '../../parts/button.tsx';
import { ProblemLine } from '../../parts/problem-note.tsx';
import { useWords } from '../../words/use-words.ts';
import css from './sources.module.css';

/** Asks before a source is removed, since its memory and its secrets cannot be had back; says what stays. */
export function RemoveSource({
  source,
  onRemoved,
  onLeave,
}: {
  readonly source: WatchedSource;
  readonly onRemoved: () => void;
  readonly onLeave: () => void;
}): ReactNode {
  const say = useWords('sources');
  const remove = useMutation({
    mutationFn: () => ask('DELETE /api/v1/sources/:id', { params: { id: source.id } }),
    onSuccess: () => {
      forget('GET /api/v1/sources');
      sayDone(say('removed', { name: source.name }));
      onRemoved();
    },
  });
  return (
    <div className={css.detail}>
      <p>{say('removeStays', { count: source.health.notices })}</p>
      <p>{say('removeLost')}</p>
      <ul className={css.lost}>
        <li>{say('lostMemory')}</li>
        <li>{say('lostHealth')}</li>
        {source.credentials.length > 0 && <li>{say('lostHeaders', { names: source.credentials.join(', ') })}</li>}
      </ul>
      <p className={css.soft}>{say('removeOrPause')}</p>
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
