import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { sayDone } from '../../acts/done.ts';
import { ask } from '../../api/ask.ts';
import type { Claim } from '../../api/routes.gen.ts';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { Panel } from '../../parts/panel.tsx';
import { ProblemLine } from '../../parts/problem-note.tsx';
import { useWords } from '../../words/use-words.ts';
import form from './form.module.css';
import { forgetCase } from './use-case.ts';

/** Takes a claim back, which cannot be undone: it stays, with why, and counts no more. */
export function WithdrawClaim({
  claim,
  open,
  onClose,
}: {
  readonly claim: Claim;
  readonly open: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const say = useWords('claims');
  const frame = useWords('shell');
  const [why, setWhy] = useState('');
  const withdrawing = useMutation({
    mutationFn: () => ask('POST /api/v1/claims/:id/withdrawal', { params: { id: claim.id }, body: { why: why.trim() } }),
    onSuccess: () => {
      forgetCase();
      sayDone(say('saidWithdrawn', { who: claim.who }));
      onClose();
    },
  });
  return (
    <Panel open={open} onClose={onClose} title={say('withdrawThis', { who: claim.who })}>
      <form
        className={form.form}
        onSubmit={(event) => {
          event.preventDefault();
          withdrawing.mutate();
        }}
      >
        <p>{say('withdrawText')}</p>
        <TextField label={say('why')} required value={why} onChange={(event) => setWhy(event.target.value)} />
        <ProblemLine error={withdrawing.error} />
        <div className={form.acts}>
          <Button kind="grave" type="submit" disabled={why.trim() === '' || withdrawing.isPending}>
            {say('withdraw')}
          </Button>
          <Button onClick={onClose}>{frame('cancel')}</Button>
        </div>
      </form>
    </Panel>
  );
}
