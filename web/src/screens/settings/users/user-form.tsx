import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { sayDone } from '../../../acts/done.ts';
import { ask } from '../../../api/ask.ts';
import { forget } from '../../../api/queries.ts';
import { useMe } from '../../../api/who.ts';
import { Choice, Field, Tick } from '../../../parts/field.tsx';
import { PanelForm } from '../../../parts/panel-form.tsx';
import { useWords } from '../../../words/use-words.ts';
import { ROLES, useRoleWords, type Role } from '../role-words.ts';
import { PasswordField } from './password-field.tsx';

/** Adds an account. */
export function UserForm({ onClose }: { readonly onClose: () => void }): ReactNode {
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
    <PanelForm title={say('addUser')} label={say('addUser')} sending={add} onClose={onClose}>
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
    </PanelForm>
  );
}
