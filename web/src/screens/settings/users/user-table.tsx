import { Ellipsis } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { sayDone, sayRefused } from '../../../acts/done.ts';
import { ask, messageOf } from '../../../api/ask.ts';
import { forget } from '../../../api/queries.ts';
import type { User } from '../../../api/routes.gen.ts';
import { useMe } from '../../../api/who.ts';
import { ActsMenu, type MenuAct } from '../../../parts/acts-menu.tsx';
import { Button } from '../../../parts/button.tsx';
import { ConfirmPanel } from '../../../parts/confirm.tsx';
import { DataTable, type Column } from '../../../parts/data-table.tsx';
import { Choice } from '../../../parts/field.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { useWords } from '../../../words/use-words.ts';
import { ROLES, useRoleWords, type Role } from '../role-words.ts';
import { SessionsPanel } from './sessions-panel.tsx';
import { NewPassword } from './new-password.tsx';
import css from '../settings.module.css';

interface Over {
  readonly what: 'password' | 'sessions' | 'disable';
  readonly user: User;
}

/** The accounts, each with its role and what can be done to it. */
export function UserTable({ users }: { readonly users: readonly User[] }): ReactNode {
  const say = useWords('settings');
  const roleOf = useRoleWords();
  const me = useMe();
  const [over, setOver] = useState<Over | null>(null);
  const tell = async (act: () => Promise<unknown>, done: string, undo?: () => Promise<unknown>): Promise<void> => {
    try {
      await act();
      sayDone(done, undo && (() => undo().then(() => forget('GET /api/v1/users'))));
    } catch (error) {
      sayRefused(messageOf(error));
    }
    forget('GET /api/v1/users');
  };
  const change = (id: string, body: { readonly role?: Role; readonly disabled?: boolean }) =>
    ask('PATCH /api/v1/users/:id', { params: { id }, body });
  const setRole = ({ id, mail, role: before }: User, role: Role): Promise<void> =>
    tell(
      () => change(id, { role }),
      say('roleChanged', { mail, role: roleOf(role) }),
      () => change(id, { role: before }),
    );
  const actsFor = (user: User): readonly MenuAct[] => {
    const { id, mail, disabledAt } = user;
    if (disabledAt !== null)
      return [
        {
          id: 'enable',
          label: say('enable'),
          act: () => void tell(() => change(id, { disabled: false }), say('userEnabled', { mail })),
        },
      ];
    return [
      { id: 'password', label: say('setPassword'), disabled: mail === me?.name, act: () => setOver({ what: 'password', user }) },
      { id: 'sessions', label: say('showSessions'), act: () => setOver({ what: 'sessions', user }) },
      { id: 'disable', label: `${say('disable')}…`, grave: true, act: () => setOver({ what: 'disable', user }) },
    ];
  };
  const columns: readonly Column<User>[] = [
    {
      id: 'user',
      label: say('user'),
      cell: ({ mail, disabledAt }) => (
        <>
          <strong data-ended={disabledAt !== null} className={css.name}>
            {mail}
          </strong>
          {mail === me?.name && <span className={css.aside}>{say('itsYou')}</span>}
          {disabledAt !== null && <span className={css.aside}>{say('disabled')}</span>}
        </>
      ),
    },
    {
      id: 'role',
      label: say('role'),
      cell: (user) => (
        <div className={css.role}>
          <Choice
            label={say('roleOf', { mail: user.mail })}
            bare
            value={user.role}
            disabled={user.disabledAt !== null}
            onChange={(event) => {
              const role = ROLES.find((one) => one === event.target.value);
              if (role !== undefined) void setRole(user, role);
            }}
            options={ROLES.map((one) => [one, roleOf(one)] as const)}
          />
        </div>
      ),
    },
    {
      id: 'logsIn',
      label: say('logsIn'),
      cell: ({ hasPassword, openid }) =>
        [hasPassword ? say('withPassword') : '', openid ? say('withOpenid') : ''].filter(Boolean).join(', ') || say('withNothing'),
    },
    { id: 'since', label: say('since'), cell: ({ createdAt }) => <Moment at={createdAt} about /> },
    {
      id: 'acts',
      label: say('acts'),
      cell: (user) => (
        <ActsMenu label={say('actsFor', { name: user.mail })} acts={actsFor(user)}>
          <Button kind="quiet" icon={<Ellipsis aria-hidden="true" />} aria-label={say('actsFor', { name: user.mail })} />
        </ActsMenu>
      ),
    },
  ];
  return (
    <>
      <DataTable label={say('tabUsers')} columns={columns} rows={users} keyOf={({ id }) => id} />
      {over?.what === 'password' && <NewPassword id={over.user.id} mail={over.user.mail} onClose={() => setOver(null)} />}
      {over?.what === 'sessions' && <SessionsPanel id={over.user.id} mail={over.user.mail} onClose={() => setOver(null)} />}
      {over?.what === 'disable' && (
        <ConfirmPanel
          title={say('disableTitle', { mail: over.user.mail })}
          label={say('disable')}
          onClose={() => setOver(null)}
          act={async () => {
            await change(over.user.id, { disabled: true });
            forget('GET /api/v1/users');
            sayDone(say('userDisabled', { mail: over.user.mail }));
          }}
        >
          <p>{say('disableLost')}</p>
        </ConfirmPanel>
      )}
    </>
  );
}
