import { useKeys } from '../../acts/keys.ts';
import { useMay } from '../../api/who.ts';
import { useWords } from '../../words/use-words.ts';
import type { InboxState } from './use-inbox.ts';

/** The keys of the day's work; those that change something only for who may. */
export function useInboxKeys(state: InboxState, ask: (what: 'assign' | 'case') => void): void {
  const say = useWords('inbox');
  const may = useMay('analyst');
  const { at, move, open, select, act, leave } = state;
  useKeys('here', [
    { key: 'j', label: say('keyNext'), repeats: true, run: () => move(1) },
    { key: 'k', label: say('keyBefore'), repeats: true, run: () => move(-1) },
    { key: 'Enter', label: say('keyOpen'), run: () => open(at, true) },
    ...(may
      ? [
          { key: 'e', label: say('dismiss'), run: () => act({ act: 'dismiss' }, true) },
          { key: 's', label: say('escalate'), run: () => act({ act: 'escalate' }, true) },
          { key: 'r', label: say('reopen'), run: () => act({ act: 'reopen' }, true) },
          { key: 'a', label: say('assign'), run: () => ask('assign') },
          { key: 'c', label: say('addToCase'), run: () => ask('case') },
        ]
      : []),
    { key: 'x', label: say('keySelect'), run: () => select(at, false) },
    { key: 'X', label: say('keySelectTo'), run: () => select(at, true) },
    { key: 'f', label: say('keyFilter'), run: focusFilter },
    { key: 'Escape', label: say('keyEscape'), run: leave },
  ]);
}

function focusFilter(): void {
  document.querySelector<HTMLInputElement>('#inbox-filter')?.focus();
}
