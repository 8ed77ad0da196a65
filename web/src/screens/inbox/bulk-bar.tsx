import { Check, FolderPlus, TriangleAlert, UserPlus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMay } from '../../api/who.ts';
import { Button } from '../../parts/button.tsx';
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
  readonly onAsk: (what: 'assign' | 'case') => void;
}): ReactNode {
  const [say, shell] = [useWords('inbox'), useWords('shell')];
  const may = useMay('analyst');
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
      <div className={css.acts} title={may ? undefined : shell('notAllowed')}>
        <Button icon={<Check aria-hidden="true" />} disabled={!may} hotkey="e" onClick={() => act({ act: 'dismiss' }, false)}>
          {say('dismiss')}
        </Button>
        <Button icon={<TriangleAlert aria-hidden="true" />} disabled={!may} hotkey="s" onClick={() => act({ act: 'escalate' }, false)}>
          {say('escalate')}
        </Button>
        <Button icon={<UserPlus aria-hidden="true" />} disabled={!may} hotkey="a" onClick={() => onAsk('assign')}>
          {say('assign')}
        </Button>
        <Button icon={<FolderPlus aria-hidden="true" />} disabled={!may} hotkey="c" onClick={() => onAsk('case')}>
          {say('addToCase')}
        </Button>
      </div>
    </div>
  );
}
