import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { sayDone } from '../../../acts/done.ts';
import { ask, Refused } from '../../../api/ask.ts';
import { forget } from '../../../api/queries.ts';
import { Button } from '../../../parts/button.tsx';
import { Field } from '../../../parts/field.tsx';
import { Acts, Form } from '../../../parts/form.tsx';
import { ProblemLine } from '../../../parts/problem-note.tsx';
import { useWords } from '../../../words/use-words.ts';

/** Changes one's own password; other sessions end. */
export function PasswordForm({ mail }: { readonly mail: string }): ReactNode {
  const say = useWords('settings');
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const change = useMutation({
    mutationFn: () => ask('POST /api/v1/me/password', { body: { current, password } }),
    onSuccess: () => {
      setCurrent('');
      setPassword('');
      forget('GET /api/v1/me/sessions');
      sayDone(say('passwordChanged'));
    },
  });
  const held = change.error instanceof Refused ? change.error.waitSeconds : undefined;
  return (
    <Form onSend={() => change.mutate()}>
      {/* For password managers: whose password it is. */}
      <input type="text" autoComplete="username" value={mail} readOnly hidden />
      <Field
        label={say('currentPassword')}
        type="password"
        autoComplete="current-password"
        required
        value={current}
        onChange={(event) => setCurrent(event.target.value)}
      />
      <Field
        label={say('newPassword')}
        hint={say('passwordHint')}
        type="password"
        autoComplete="new-password"
        required
        minLength={12}
        maxLength={200}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      {held === undefined ? <ProblemLine error={change.error} /> : <p role="alert">{say('passwordHeld', { count: held })}</p>}
      <Acts>
        <Button type="submit" disabled={change.isPending}>
          {say('changePassword')}
        </Button>
      </Acts>
    </Form>
  );
}
