import type { ReactNode } from 'react';
import type { ApiKey } from '../../../api/routes.gen.ts';
import { Button } from '../../../parts/button.tsx';
import { DataTable, type Column } from '../../../parts/data-table.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { useWords } from '../../../words/use-words.ts';
import { useRoleWords } from '../role-words.ts';
import { SCOPES } from './scopes.ts';
import css from '../settings.module.css';

export function KeyTable({
  keys,
  own,
  onRevoke,
}: {
  readonly keys: readonly ApiKey[];
  readonly own: boolean;
  readonly onRevoke: (key: ApiKey) => void;
}): ReactNode {
  const say = useWords('settings');
  const roleOf = useRoleWords();
  const isOver = ({ expiresAt }: ApiKey): boolean => expiresAt !== null && expiresAt < new Date().toISOString();
  const columns: readonly (Column<ApiKey> | null)[] = [
    {
      id: 'key',
      label: say('key'),
      cell: (key) => (
        <>
          <strong className={css.name} data-ended={key.revokedAt !== null || isOver(key)}>
            {key.name}
          </strong>
          <code className={css.aside}>{key.id}</code>
        </>
      ),
    },
    { id: 'role', label: say('role'), cell: ({ role }) => roleOf(role) },
    { id: 'scope', label: say('scope'), cell: ({ scope }) => say(SCOPES[scope]) },
    own ? null : { id: 'owner', label: say('owner'), cell: ({ owner }) => owner ?? say('ownerNone') },
    { id: 'since', label: say('since'), cell: ({ createdAt }) => <About at={createdAt} /> },
    {
      id: 'used',
      label: say('lastUsed'),
      cell: ({ lastUsedAt }) => (lastUsedAt === null ? say('neverUsed') : <About at={lastUsedAt} />),
    },
    {
      id: 'expires',
      label: say('expires'),
      cell: (key) =>
        key.revokedAt !== null ? (
          say('revoked')
        ) : isOver(key) ? (
          say('expired')
        ) : key.expiresAt === null ? (
          say('never')
        ) : (
          <About at={key.expiresAt} />
        ),
    },
    {
      id: 'acts',
      label: say('acts'),
      cell: (key) =>
        key.revokedAt === null ? (
          <Button kind="quiet" onClick={() => onRevoke(key)} aria-label={say('revokeTitle', { name: key.name })}>
            {say('revoke')}…
          </Button>
        ) : null,
    },
  ];
  return <DataTable label={say('tabKeys')} columns={columns.filter((column) => column !== null)} rows={keys} keyOf={({ id }) => id} />;
}

function About({ at }: { readonly at: string }): ReactNode {
  return (
    <span className={css.whole}>
      <Moment at={at} about />
    </span>
  );
}
