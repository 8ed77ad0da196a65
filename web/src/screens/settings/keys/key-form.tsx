import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { ask } from '../../../api/ask.ts';
import { asking, forget } from '../../../api/queries.ts';
import { useMe } from '../../../api/who.ts';
import { Choice, Field } from '../../../parts/field.tsx';
import { PanelForm } from '../../../parts/panel-form.tsx';
import { useWords } from '../../../words/use-words.ts';
import { ROLES, useRoleWords, type Role } from '../role-words.ts';
import { SCOPES, type Scope } from './scopes.ts';

const DAYS = [30, 90, 365] as const;

/** Makes a key; what it is comes back this once. */
export function KeyForm({
  own,
  onClose,
  onMade,
}: {
  readonly own: boolean;
  readonly onClose: () => void;
  readonly onMade: (key: { readonly name: string; readonly secret: string }) => void;
}): ReactNode {
  const say = useWords('settings');
  const roleOf = useRoleWords();
  const most = useMe()?.role ?? null;
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('viewer');
  const [scope, setScope] = useState<Scope>('read');
  const [days, setDays] = useState('90');
  const [owner, setOwner] = useState('');
  const users = useQuery({ ...asking('GET /api/v1/users', { query: { limit: 500 } }), enabled: !own });
  const roles = ROLES.slice(0, own && most !== null ? ROLES.indexOf(most) + 1 : ROLES.length);
  const add = useMutation({
    mutationFn: () => {
      const body = { name: name.trim(), role, scope, ...(days === '' ? {} : { expiresIn: `${days}d` }) };
      return own
        ? ask('POST /api/v1/me/keys', { body })
        : ask('POST /api/v1/keys', { body: { ...body, ...(owner === '' ? {} : { owner }) } });
    },
    onSuccess: (key) => {
      forget('GET /api/v1/keys', 'GET /api/v1/me/keys');
      onMade(key);
    },
  });
  return (
    <PanelForm title={say('addKey')} label={say('addKey')} sending={add} isReady={name.trim() !== ''} onClose={onClose}>
      <Field
        label={say('keyName')}
        hint={say('keyNameHint')}
        required
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Choice
        label={say('role')}
        value={role}
        onChange={(event) => setRole(ROLES.find((one) => one === event.target.value) ?? 'viewer')}
        options={roles.map((one) => [one, roleOf(one)] as const)}
      />
      <Choice
        label={say('scope')}
        value={scope}
        onChange={(event) => setScope(event.target.value as Scope)}
        options={Object.entries(SCOPES).map(([one, key]) => [one, say(key)] as const)}
      />
      <Choice
        label={say('expiresAfter')}
        value={days}
        onChange={(event) => setDays(event.target.value)}
        options={[...DAYS.map((count) => [String(count), say('days', { count })] as const), ['', say('never')] as const]}
      />
      {!own && (
        <Choice
          label={say('owner')}
          value={owner}
          onChange={(event) => setOwner(event.target.value)}
          options={[
            ['', say('ownerNone')],
            ...(users.data?.items ?? []).filter(({ disabledAt }) => disabledAt === null).map(({ mail }) => [mail, mail] as const),
          ]}
        />
      )}
    </PanelForm>
  );
}
