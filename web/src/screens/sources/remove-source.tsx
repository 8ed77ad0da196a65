import type { ReactNode } from 'react';
import { sayDone } from '../../acts/done.ts';
import { ask } from '../../api/ask.ts';
import { forget } from '../../api/queries.ts';
import type { WatchedSource } from '../../api/routes.gen.ts';
import { Confirm } from '../../parts/confirm.tsx';
import { useWords } from '../../words/use-words.ts';
import css from './sources.module.css';

/** Asks before a source is removed, since its memory and its secrets cannot be had back; says what stays. */
export function RemoveSource({
  source,
  onRemoved,
  onClose,
}: {
  readonly source: WatchedSource;
  readonly onRemoved: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const say = useWords('sources');
  return (
    <Confirm
      label={say('removeReally')}
      keep={say('keepIt')}
      onClose={onClose}
      act={async () => {
        await ask('DELETE /api/v1/sources/:id', { params: { id: source.id } });
        forget('GET /api/v1/sources');
        sayDone(say('removed', { name: source.name }));
        onRemoved();
      }}
    >
      <p>{say('removeStays', { count: source.health.notices })}</p>
      <p>{say('removeLost')}</p>
      <ul className={css.lost}>
        <li>{say('lostMemory')}</li>
        <li>{say('lostHealth')}</li>
        {source.credentials.length > 0 && <li>{say('lostHeaders', { names: source.credentials.join(', ') })}</li>}
      </ul>
      <p className={css.soft}>{say('removeOrPause')}</p>
    </Confirm>
  );
}
