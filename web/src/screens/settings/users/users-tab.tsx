import { useQuery } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { asking } from '../../../api/queries.ts';
import { useMe } from '../../../api/who.ts';
import { Answered } from '../../../parts/answered.tsx';
import { Button } from '../../../parts/button.tsx';
import { Acts } from '../../../parts/form.tsx';
import { Fact, Facts } from '../../../parts/facts.tsx';
import { useWords } from '../../../words/use-words.ts';
import { useRoleWords } from '../role-words.ts';
import { FirstAdmin } from './first-admin.tsx';
import { UserForm } from './user-form.tsx';
import { UserTable } from './user-table.tsx';

const MAY = [
  ['viewer', 'viewerMay'],
  ['analyst', 'analystMay'],
  ['admin', 'adminMay'],
] as const;

/** Who may log in and what they may do; before there is an administrator, how to make one. */
export function UsersTab(): ReactNode {
  const say = useWords('settings');
  const me = useMe();
  const [adding, setAdding] = useState(false);
  const query = useQuery({ ...asking('GET /api/v1/users', { query: { limit: 500 } }), enabled: me?.kind !== 'local' });
  return (
    <>
      {me?.kind === 'local' ? (
        <FirstAdmin />
      ) : (
        <>
          <Acts>
            <Button kind="main" icon={<UserPlus aria-hidden="true" />} onClick={() => setAdding(true)}>
              {say('addUser')}
            </Button>
          </Acts>
          <Answered query={query}>{({ items }) => <UserTable users={items} />}</Answered>
          {adding && <UserForm onClose={() => setAdding(false)} />}
        </>
      )}
      <RolesTold />
    </>
  );
}

function RolesTold(): ReactNode {
  const say = useWords('settings');
  const roleOf = useRoleWords();
  return (
    <section aria-label={say('rolesTitle')}>
      <h3>{say('rolesTitle')}</h3>
      <Facts>
        {MAY.map(([role, key]) => (
          <Fact key={role} label={roleOf(role)}>
            {say(key)}
          </Fact>
        ))}
      </Facts>
    </section>
  );
}
