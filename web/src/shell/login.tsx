import { useMutation } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { keepPlace } from '../acts/come-back.ts';
import { ask, Refused } from '../api/ask.ts';
import { firstAdmin } from '../api/first-admin.ts';
import { answers } from '../api/queries.ts';
import { Button } from '../parts/button.tsx';
import { Choice, Field } from '../parts/field.tsx';
import { ProblemLine } from '../parts/problem-note.tsx';
import { chooseLanguage, LANGUAGES, type Language } from '../words/start-words.ts';
import { useLanguage, useWords } from '../words/use-words.ts';
import css from './login.module.css';

/** Why a login through the organisation led back here, as the server's address has it; read before the screen tidies its address. */
const refusedThere = /^[a-z-]{1,40}$/.exec(new URLSearchParams(location.search).get('login') ?? '')?.[0];

/** Asks who somebody is, where the server wants to know; the address stays, and is shown once it knows. */
export function Login({ openid, told }: { readonly openid: string | null; readonly told?: string }): ReactNode {
  const say = useWords('shell');
  const language = useLanguage();
  const admin = firstAdmin();
  const [mail, setMail] = useState(admin ?? '');
  const [password, setPassword] = useState('');
  const login = useMutation({
    mutationFn: () => ask('POST /api/v1/login', { body: { mail: mail.trim(), password } }),
    onSuccess: () => answers.invalidateQueries(),
  });
  const held = useHeld(login.error, login.submittedAt);
  const [refused, setRefused] = useState(refusedThere);
  const isWrong = login.error instanceof Refused && login.error.problem.status === 401;
  return (
    <main className={css.page}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          setRefused(undefined);
          if (held === 0) login.mutate();
        }}
      >
        <img src="/assets/icon.svg" alt="" width="40" height="40" />
        <h1>Dualwatch</h1>
        {told !== undefined && <p>{told}</p>}
        {told === undefined && admin !== undefined && <p role="status">{say('loginFirstAdmin')}</p>}
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
        {refused !== undefined && (
          <Told text={refused === 'not-allowed' ? say('loginOpenidNobody') : say('loginOpenidFailed', { code: refused })} />
        )}
        {held > 0 ? (
          <Told text={say('loginHeld', { time: inSeconds(held, language) })} />
        ) : isWrong ? (
          <Told text={say('loginWrong')} />
        ) : isThrottled(login.error) ? null : (
          <ProblemLine error={login.error} />
        )}
        <Button kind="main" type="submit" disabled={login.isPending || held > 0}>
          {say('login')}
        </Button>
        {openid !== null && (
          <a href={openid} onClick={keepPlace}>
            {say('loginWith')}
          </a>
        )}
        <Choice
          label={say('language')}
          value={language}
          onChange={(event) => void chooseLanguage(event.target.value as Language)}
          options={Object.entries(LANGUAGES)}
        />
      </form>
    </main>
  );
}

function Told({ text }: { readonly text: string }): ReactNode {
  return (
    <p className={css.told} role="alert">
      {text}
    </p>
  );
}

function isThrottled(error: unknown): error is Refused {
  return error instanceof Refused && error.problem.status === 429;
}

/** Seconds until the server hears another attempt, counted down; 0 once it does. */
function useHeld(error: unknown, since: number): number {
  const wait = isThrottled(error) ? (error.waitSeconds ?? 1) : 0;
  const [now, setNow] = useState(since);
  useEffect(() => {
    if (wait === 0) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, [wait, since]);
  return wait === 0 ? 0 : Math.max(0, Math.ceil(wait - (Math.max(now, since) - since) / 1000));
}

function inSeconds(seconds: number, language: string): string {
  const part = (value: number, unit: string): string =>
    new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
  return seconds < 60 ? part(seconds, 'second') : part(Math.ceil(seconds / 60), 'minute');
}
