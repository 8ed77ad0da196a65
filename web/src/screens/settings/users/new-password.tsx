import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { sayDone } from '../../../acts/done.ts';
import { ask } from '../../../api/ask.ts';
import { forget } from '../../../api/queries.ts';
import { Button } from '../../../parts/button.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { ProblemLine } from '../../../parts/problem-note.tsx';
import { useWords } from '../../../words/use-words.ts';
import { PasswordField } from './password-field.tsx';
import css from '../settings.module.css';

/** Gives somebody else a new password; they are logged out. */
export function NewPassword({
  id,
  mail,
  onClose,
}: {
  readonly id: string;
  readonly mail: string;
  readonly onClose: () => void;
}): ReactNode {
  const shell = useWords('shell');
  const say = useWords('settings');
  const [password, setPassword] = useState('');
  const give = useMutation({
    mutationFn: () => ask('PATCH /api/v1/users/:id', { params: { id }, body: { password } }),
    onSuccess: () => {
      forget('GET /api/v1/users');
      sayDone(say('passwordSet', { mail }));
      onClose();
    },
  });
  return (
    <Panel open onClose={onClose} title={say('passwordFor', { mail })}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          give.mutate();
        }}
      >
        <PasswordField value={password} onChange={setPassword} />
        <ProblemLine error={give.error} />
        <div className={css.formActs}>
          <Button onClick={onClose}>{shell('cancel')}</Button>
          <Button kind="main" type="submit" disabled={give.isPending}>
            {shell('save')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
