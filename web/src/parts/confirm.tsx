import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../words/use-words.ts';
import { Button } from './button.tsx';
import css from './confirm.module.css';
import { Acts } from './form.tsx';
import { Panel } from './panel.tsx';
import { ProblemLine } from './problem-note.tsx';

interface Asked {
  /** What the grave button does. */
  readonly label: string;
  /** What the harmless one does; else it cancels. */
  readonly keep?: string;
  readonly act: () => Promise<void>;
  /** It was done, or not. */
  readonly onClose: () => void;
  /** What is lost, and what stays. */
  readonly children: ReactNode;
}

/** Asks before what cannot be undone, and names what is lost. */
export function Confirm({ label, keep, act, onClose, children }: Asked): ReactNode {
  const shell = useWords('shell');
  const doing = useMutation({ mutationFn: act, onSuccess: onClose });
  return (
    <div className={css.asked}>
      {children}
      <ProblemLine error={doing.error} />
      <Acts end>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the harmless act has the focus */}
        <Button onClick={onClose} autoFocus>
          {keep ?? shell('cancel')}
        </Button>
        <Button kind="grave" disabled={doing.isPending} onClick={() => doing.mutate()}>
          {label}
        </Button>
      </Acts>
    </div>
  );
}

/** The same over the page. */
export function ConfirmPanel({ title, ...asked }: Asked & { readonly title: string }): ReactNode {
  return (
    <Panel open onClose={asked.onClose} title={title}>
      <Confirm {...asked} />
    </Panel>
  );
}
