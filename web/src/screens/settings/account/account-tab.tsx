import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { sayDone, sayRefused } from '../../../acts/done.ts';
import { ask, messageOf } from '../../../api/ask.ts';
import { asking, forget } from '../../../api/queries.ts';
import type { Me } from '../../../api/routes.gen.ts';
import { useMe } from '../../../api/who.ts';
import { Answered } from '../../../parts/answered.tsx';
import { Button } from '../../../parts/button.tsx';
import { Empty } from '../../../parts/empty.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { Section } from '../../../parts/page.tsx';
import { Fact, Facts } from '../../../parts/facts.tsx';
import { useWords } from '../../../words/use-words.ts';
import { Keys } from '../keys/keys.tsx';
import { useRoleWords } from '../role-words.ts';
import { SessionTable } from '../session-table.tsx';
import { PasswordForm } from './password-form.tsx';

/** One's own account: password, where one is logged in, keys of one's own. */
export function AccountTab(): ReactNode {
  const say = useWords('settings');
  const me = useMe();
  if (me === undefined) return null;
  if (me.kind !== 'user')
    return (
      <Empty
        title={say('noAccountTitle')}
        acts={
          <Link to="/settings" search={{ tab: 'users' }}>
            {say('toUsers')}
          </Link>
        }
      >
        {say('noAccount')}
      </Empty>
    );
  return (
    <>
      <AboutMe me={me} />
      <Section title={say('changePassword')}>{me.hasPassword ? <PasswordForm mail={me.name} /> : <p>{say('noPassword')}</p>}</Section>
      <Sessions />
      <Section title={say('myKeys')}>
        <Keys own />
      </Section>
    </>
  );
}

function AboutMe({ me }: { readonly me: Me }): ReactNode {
  const say = useWords('settings');
  const roleOf = useRoleWords();
  return (
    <Facts label={say('you')}>
      <Fact label={say('mail')}>{me.name}</Fact>
      {me.role !== null && <Fact label={say('role')}>{roleOf(me.role)}</Fact>}
      {me.expiresAt !== null && (
        <Fact label={say('sessionUntil')}>
          <Moment at={me.expiresAt} />
        </Fact>
      )}
    </Facts>
  );
}

function Sessions(): ReactNode {
  const say = useWords('settings');
  const query = useQuery(asking('GET /api/v1/me/sessions', {}));
  const end = async (act: () => Promise<unknown>, done: string): Promise<void> => {
    try {
      await act();
      sayDone(done);
    } catch (error) {
      sayRefused(messageOf(error));
    }
    forget('GET /api/v1/me/sessions');
  };
  const hasOthers = query.data?.items.some(({ current }) => !current) ?? false;
  return (
    <Section
      title={say('sessions')}
      acts={
        hasOthers ? (
          <Button onClick={() => void end(() => ask('DELETE /api/v1/me/sessions', {}), say('othersEnded'))}>{say('endOthers')}</Button>
        ) : undefined
      }
    >
      <Answered query={query} lines={3}>
        {({ items }) => (
          <SessionTable
            sessions={items}
            onEnd={({ id }) => void end(() => ask('DELETE /api/v1/me/sessions/:id', { params: { id } }), say('ended'))}
          />
        )}
      </Answered>
    </Section>
  );
}
