import { Check, CircleDashed, CloudOff, Pencil, ShieldAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Notice } from '../api/routes.gen.ts';
import { useWords } from '../words/use-words.ts';
import css from './state-mark.module.css';
import { STATE_WORDS } from './term-keys.ts';

export type State = keyof typeof STATE_WORDS;

type Pending = NonNullable<Notice['pending']>;

const ICONS = { present: Check, changed: Pencil, removed: X, blocked: ShieldAlert, unreachable: CloudOff } as const;

/** What the last visit showed, as icon and word; colour only repeats it. `pending`: it seems gone, which is not certain yet. */
export function StateMark({ state, pending }: { readonly state: State | null; readonly pending?: Pending | undefined }): ReactNode {
  const say = useWords('terms');
  const Icon = state === null ? CircleDashed : ICONS[state];
  return (
    <span className={`${css.mark} ${css[state ?? 'unreachable']}`} data-state={state ?? 'unknown'}>
      <Icon aria-hidden="true" />
      {say(state === null ? 'stateUnknown' : STATE_WORDS[state])}
      {pending !== undefined && (
        <span
          className={css.pending}
          data-pending={pending.waitsFor}
          title={say(pending.waitsFor === 'person' ? 'pendingPerson' : 'pendingSighting')}
        >
          · {say('seemsGone')}
        </span>
      )}
    </span>
  );
}
