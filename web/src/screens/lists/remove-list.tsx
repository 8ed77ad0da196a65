import type { ReactNode } from 'react';
import { sayDone } from '../../acts/done.ts';
import { ask } from '../../api/ask.ts';
import { forget } from '../../api/queries.ts';
import type { List } from '../../api/routes.gen.ts';
import { ConfirmPanel } from '../../parts/confirm.tsx';
import { useWords } from '../../words/use-words.ts';
import css from './lists.module.css';

/** Asks first: until the list is there again nobody is screened against it, and it has to be fetched anew. */
export function RemoveList({
  list,
  onClose,
  onRemoved,
}: {
  readonly list: List;
  readonly onClose: () => void;
  readonly onRemoved: () => void;
}): ReactNode {
  const say = useWords('lists');
  return (
    <ConfirmPanel
      title={say('removeTitle', { list: list.name })}
      label={say('removeReally')}
      keep={say('keepIt')}
      onClose={onClose}
      act={async () => {
        await ask('DELETE /api/v1/lists/:name', { params: { name: list.name } });
        forget('GET /api/v1/lists', 'GET /api/v1/matches');
        sayDone(say('isGone', { list: list.name }));
        onRemoved();
      }}
    >
      <p>{say('removeText', { count: list.current?.counts.listings ?? 0 })}</p>
      <p className={css.soft}>{say('removeStays')}</p>
    </ConfirmPanel>
  );
}
