import { FolderPlus, Trash2, TriangleAlert, UserPlus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { AnalystButton } from '../../parts/analyst-button.tsx';
import type { Asking } from '../../parts/asked-about.tsx';
import { Button } from '../../parts/button.tsx';
import { BecauseButton } from '../../parts/judge.tsx';
import { useWords } from '../../words/use-words.ts';
import { MOST_SELECTED, type InboxState } from './use-inbox.ts';
import css from './inbox-head.module.css';

/** What can be done to all that is selected. */
export function BulkBar({
  total,
  state,
  onAsk,
}: {
  readonly total: number;
  readonly state: InboxState;
  readonly onAsk: (what: Asking) => void;
}): ReactNode {
  const say = useWords('inbox');
  const { selection, act, selectAll, selectNone } = state;
  const most = Math.min(total, MOST_SELECTED);
  return (
    <div className={css.bulk} role="group" aria-label={say('selected', { count: selection.size })}>
      <strong>{say('selected', { count: selection.size })}</strong>
      {selection.size < most && (
        <Button kind="quiet" onClick={selectAll}>
          {total > most ? say('selectFirst', { count: most }) : say('selectAll', { count: total })}
        </Button>
      )}
      <Button kind="quiet" icon={<X aria-hidden="true" />} onClick={selectNone} aria-label={say('selectNone')} title={say('selectNone')} />
      <div className={css.acts}>
        <AnalystButton icon={<Trash2 aria-hidden="true" />} hotkey="e" onClick={() => act({ act: 'dismiss' }, false)}>
          {say('dismiss')}
        </AnalystButton>
        <AnalystButton icon={<TriangleAlert aria-hidden="true" />} hotkey="s" onClick={() => act({ act: 'escalate' }, false)}>
          {say('escalate')}
        </AnalystButton>
        <BecauseButton onAsk={onAsk} />
        <AnalystButton icon={<UserPlus aria-hidden="true" />} hotkey="a" onClick={() => onAsk('assign')}>
          {say('assign')}
        </AnalystButton>
        <AnalystButton icon={<FolderPlus aria-hidden="true" />} hotkey="c" onClick={() => onAsk('case')}>
          {say('addToCase')}
        </AnalystButton>
      </div>
    </div>
  );
}
