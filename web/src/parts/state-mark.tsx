import { Check, CircleDashed, CloudOff, Pencil, ShieldAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../words/use-words.ts';
import css from './state-mark.module.css';
import { STATE_WORDS } from './term-keys.ts';

export type State = keyof typeof STATE_WORDS;

const ICONS = { present: Check, changed: Pencil, removed: X, blocked: ShieldAlert, unreachable: CloudOff } as const;

/** What the last visit showed, as icon and word; colour only repeats it. */
export function StateMark({ state }: { readonly state: State | null }): ReactNode {
  const say = useWords('terms');
  const Icon = state === null ? CircleDashed : ICONS[state];
  return (
    <span className={`${css.mark} ${css[state ?? 'unreachable']}`} data-state={state ?? 'unknown'}>
      <Icon aria-hidden="true" />
      {say(state === null ? 'stateUnknown' : STATE_WORDS[state])}
    </span>
  );
}
