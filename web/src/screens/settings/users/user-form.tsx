import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { sayDone } from '../../../acts/done.ts';
import { ask } from '../../../api/ask.ts';
import { forget } from '../../../api/queries.ts';
import { useMe } from '../../../api/who.ts';
import { Button } from '../../../parts/button.tsx';
import { Choice, Field, Tick } from '../../../parts/field.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { ProblemLine } from '../../../parts/problem-note.tsx';
import { useWords } from '../../../words/use-words.ts';
import { useRoleWords } from '../role-words.ts';
import { PasswordField } from './password-field.tsx';
import css from '../settings.module.css';

export const ROLES = ['viewer', 'analyst', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Adds an account. */
export function UserForm({ onClose }: { readonly onClose: () => void }): ReactNode {
  const shell = useWords('shell');
  const say = useWords('settings');
  const roleOf = useRoleWords();
  const hasOpenid = (useMe()?.openid ?? null) !== null;
  const [mail, setMail] = useState('');
  const [role, setRole] = useState<Role>('analyst');
  const [password, setPassword] = useState('');
  const [openid, setOpenid] = useState(false);
  const add = useMutation({
    mutationFn: () => ask('POST /api/v1/users', { body: { mail: mail.trim(), role, password: openid ? null : password } }),
    onSuccess: ({ mail: added }) => {
      forget('GET /api/v1/users');
      sayDone(say('userAdded', { mail: added }));
      onClose();
    },
  });
  return (
    <Panel open onClose={onClose} title={say('addUser')}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate();
        }}
      >
        <Field
          label={say('mail')}
          type="email"
          autoComplete="off"
          required
          maxLength={300}
          value={mail}
          onChange={(event) => setMail(event.target.value)}
        />
        <Choice
          label={say('role')}
          value={role}
          onChange={(event) => setRole(ROLES.find((one) => one === event.target.value) ?? 'viewer')}
          options={ROLES.map((one) => [one, roleOf(one)] as const)}
        />
        {hasOpenid && <Tick label={say('throughOpenid')} checked={openid} onChange={(event) => setOpenid(event.target.checked)} />}
        {!openid && <PasswordField value={password} onChange={setPassword} />}
        <ProblemLine error={add.error} />
        <div className={css.formActs}>
          <Button onClick={onClose}>{shell('cancel')}</Button>
          <Button kind="main" type="submit" disabled={add.isPending}>
            {say('addUser')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
