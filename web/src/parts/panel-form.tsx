import type { UseMutationResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../words/use-words.ts';
import { Button } from './button.tsx';
import { Acts, Form } from './form.tsx';
import { Panel } from './panel.tsx';
import { ProblemLine } from './problem-note.tsx';

/** A form over the page: its fields, why it was refused, and the two ways out. */
export function PanelForm({
  title,
  label,
  sending,
  isReady = true,
  onClose,
  children,
}: {
  readonly title: string;
  /** What its button does. */
  readonly label: string;
  readonly sending: Pick<UseMutationResult<unknown, Error, void>, 'mutate' | 'isPending' | 'error'>;
  readonly isReady?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const shell = useWords('shell');
  return (
    <Panel open onClose={onClose} title={title}>
      <Form onSend={() => sending.mutate()}>
        {children}
        <ProblemLine error={sending.error} />
        <Acts end>
          <Button onClick={onClose}>{shell('cancel')}</Button>
          <Button kind="main" type="submit" disabled={sending.isPending || !isReady}>
            {label}
          </Button>
        </Acts>
      </Form>
    </Panel>
  );
}
