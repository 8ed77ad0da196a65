import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { ask } from '../../../api/ask.ts';
import { answers } from '../../../api/queries.ts';
import { keepFirstAdmin } from '../../../api/first-admin.ts';
import { Button } from '../../../parts/button.tsx';
import { Field } from '../../../parts/field.tsx';
import { Acts, Form } from '../../../parts/form.tsx';
import { ProblemLine } from '../../../parts/problem-note.tsx';
import { useWords } from '../../../words/use-words.ts';
import { PasswordField } from './password-field.tsx';
import css from '../settings.module.css';

const CHANGES = ['firstLogin', 'firstOthers', 'firstNetwork', 'firstBack'] as const;

/** While nobody logs in: what the first administrator changes, and how to make them. The login comes right after. */
export function FirstAdmin(): ReactNode {
  const say = useWords('settings');
  const [mail, setMail] = useState('');
  const [password, setPassword] = useState('');
  const make = useMutation({
    mutationFn: () => ask('POST /api/v1/users', { body: { mail: mail.trim(), role: 'admin', password } }),
    // From here on the server asks who this is.
    onSuccess: (user) => {
      keepFirstAdmin(user.mail);
      return answers.invalidateQueries();
    },
  });
  return (
    <Form onSend={() => make.mutate()}>
      <h3>{say('firstTitle')}</h3>
      <p>{say('firstLead')}</p>
      <ul className={css.bullets}>
        {CHANGES.map((key) => (
          <li key={key}>{say(key)}</li>
        ))}
      </ul>
      <Field
        label={say('mail')}
        type="email"
        autoComplete="username"
        required
        maxLength={300}
        value={mail}
        onChange={(event) => setMail(event.target.value)}
      />
      <PasswordField value={password} onChange={setPassword} />
      <ProblemLine error={make.error} />
      <Acts>
        <Button kind="main" type="submit" disabled={make.isPending}>
          {say('firstMake')}
        </Button>
      </Acts>
    </Form>
  );
}
