import { Check, CircleDashed, TriangleAlert, UserRoundCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import type { List } from '../../api/routes.gen.ts';
import { useWords } from '../../words/use-words.ts';
import css from './lists.module.css';

/** Whether a list is fine, failed to come, or waits for somebody: icon and word, and what to do. */
export function ListState({ list }: { readonly list: List }): ReactNode {
  const say = useWords('lists');
  const [state, Icon, word] =
    list.held !== null
      ? (['held', UserRoundCheck, say('stateHeld')] as const)
      : list.lastError !== null
        ? (['failing', TriangleAlert, say('stateFailing')] as const)
        : list.current === null
          ? (['new', CircleDashed, say('stateNew')] as const)
          : (['fine', Check, say('stateFine')] as const);
  return (
    <div className={css.state}>
      <span className={css.mark} data-state={state}>
        <Icon aria-hidden="true" />
        {word}
      </span>
      {state === 'held' && <p className={css.soft}>{say('heldAdvice')}</p>}
      {state === 'failing' && (
        <p className={css.soft}>
          {say('failingAdvice')} <span lang="en">{list.lastError}</span>
        </p>
      )}
    </div>
  );
}
