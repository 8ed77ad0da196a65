import { useKeys } from '../../acts/keys.ts';
import type { Asking } from '../../parts/asked-about.tsx';
import { useJudgeKeys } from '../../parts/judge-keys.ts';
import { useWords } from '../../words/use-words.ts';
import type { InboxState } from './use-inbox.ts';

/** The keys of the day's work; those that change something only for who may. */
export function useInboxKeys(state: InboxState, ask: (what: Asking) => void): void {
  const say = useWords('inbox');
  const { at, move, open, select, act, leave } = state;
  useKeys('here', [
    { key: 'j', label: say('keyNext'), repeats: true, run: () => move(1) },
    { key: 'k', label: say('keyBefore'), repeats: true, run: () => move(-1) },
    { key: 'Enter', label: say('keyOpen'), run: () => open(at, true) },
    { key: 'x', label: say('keySelect'), run: () => select(at, false) },
    { key: 'X', label: say('keySelectTo'), run: () => select(at, true) },
    { key: 'f', label: say('keyFilter'), run: focusFilter },
    { key: 'Escape', label: say('keyEscape'), run: leave },
  ]);
  useJudgeKeys((doing) => act(doing, true), ask);
}

function focusFilter(): void {
  document.querySelector<HTMLInputElement>('#inbox-filter')?.focus();
}
