import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { sayDone } from '../../../acts/done.ts';
import { ask } from '../../../api/ask.ts';
import { forget } from '../../../api/queries.ts';
import { PanelForm } from '../../../parts/panel-form.tsx';
import { useWords } from '../../../words/use-words.ts';
import { PasswordField } from './password-field.tsx';

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
    <PanelForm title={say('passwordFor', { mail })} label={shell('save')} sending={give} onClose={onClose}>
      <PasswordField value={password} onChange={setPassword} />
    </PanelForm>
  );
}
