import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '../../parts/button.tsx';
import { Panel } from '../../parts/panel.tsx';
import { ProblemLine } from '../../parts/problem-note.tsx';
import { useWords } from '../../words/use-words.ts';
import css from './settings.module.css';

/** Asks before what cannot be undone, and names what is lost. */
export function ConfirmPanel({
  title,
  lost,
  label,
  act,
  onClose,
}: {
  readonly title: string;
  readonly lost: string;
  readonly label: string;
  readonly act: () => Promise<void>;
  readonly onClose: () => void;
}): ReactNode {
  const shell = useWords('shell');
  const doing = useMutation({ mutationFn: act, onSuccess: onClose });
  return (
    <Panel open onClose={onClose} title={title}>
      <div className={css.form}>
        <p>{lost}</p>
        <ProblemLine error={doing.error} />
        <div className={css.formActs}>
          <Button onClick={onClose}>{shell('cancel')}</Button>
          <Button kind="grave" disabled={doing.isPending} onClick={() => doing.mutate()}>
            {label}
          </Button>
        </div>
      </div>
    </Panel>
  );
}
