import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { ask } from '../api/ask.ts';
import { answers } from '../api/queries.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { ProblemLine } from '../parts/problem-note.tsx';
import { useWords } from '../words/use-words.ts';
import css from './login.module.css';

/** Asks who somebody is, where the server wants to know. */
export function Login({ openid }: { readonly openid: string | null }): ReactNode {
  const say = useWords('shell');
  const [mail, setMail] = useState('');
  const [password, setPassword] = useState('');
  const login = useMutation({
    mutationFn: () => ask('POST /api/v1/login', { body: { mail, password } }),
    onSuccess: () => answers.invalidateQueries(),
  });
  return (
    <main className={css.page}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          login.mutate();
        }}
      >
        <img src="/assets/icon.svg" alt="" width="40" height="40" />
        <h1>Dualwatch</h1>
        <Field
          label={say('mail')}
          type="email"
          autoComplete="username"
          required
          value={mail}
          onChange={(event) => setMail(event.target.value)}
        />
        <Field
          label={say('password')}
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <ProblemLine error={login.error} />
        <Button kind="main" type="submit" disabled={login.isPending}>
          {say('login')}
        </Button>
        {openid !== null && <a href={openid}>{say('loginWith')}</a>}
      </form>
    </main>
  );
}
