import { Check, CircleDashed, CloudOff, Pencil, ShieldAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../words/use-words.ts';
import css from './state-mark.module.css';

export type State = 'present' | 'changed' | 'removed' | 'blocked' | 'unreachable';

const ICONS = { present: Check, changed: Pencil, removed: X, blocked: ShieldAlert, unreachable: CloudOff } as const;
const WORDS = {
  present: 'statePresent',
  changed: 'stateChanged',
  removed: 'stateRemoved',
  blocked: 'stateBlocked',
  unreachable: 'stateUnreachable',
} as const;

/** What the last visit showed, as icon and word; colour only repeats it. */
export function StateMark({ state }: { readonly state: State | null }): ReactNode {
  const say = useWords('terms');
  const Icon = state === null ? CircleDashed : ICONS[state];
  return (
    <span className={`${css.mark} ${css[state ?? 'unreachable']}`} data-state={state ?? 'unknown'}>
      <Icon aria-hidden="true" />
      {say(state === null ? 'stateUnknown' : WORDS[state])}
    </span>
  );
}
