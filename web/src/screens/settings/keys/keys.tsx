import { useQuery } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { sayDone } from '../../../acts/done.ts';
import { ask } from '../../../api/ask.ts';
import { asking, forget } from '../../../api/queries.ts';
import type { ApiKey } from '../../../api/routes.gen.ts';
import { Answered } from '../../../parts/answered.tsx';
import { Button } from '../../../parts/button.tsx';
import { ConfirmPanel } from '../../../parts/confirm.tsx';
import { Empty } from '../../../parts/empty.tsx';
import { Acts } from '../../../parts/form.tsx';
import { useWords } from '../../../words/use-words.ts';
import { OncePanel } from '../once-panel.tsx';
import { KeyForm } from './key-form.tsx';
import { KeyTable } from './key-table.tsx';
import css from '../settings.module.css';

/** Keys of programs, one's own or all; making one and revoking one. */
export function Keys({ own }: { readonly own: boolean }): ReactNode {
  const say = useWords('settings');
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<{ readonly name: string; readonly secret: string } | null>(null);
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const query = useQuery(asking(own ? 'GET /api/v1/me/keys' : 'GET /api/v1/keys', { query: { limit: 500 } }));
  const add = (
    <Button icon={<KeyRound aria-hidden="true" />} onClick={() => setAdding(true)}>
      {say('addKey')}
    </Button>
  );
  return (
    <>
      <p className={css.lead}>{say('keysLead')}</p>
      <Answered query={query} lines={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={say('noKeysTitle')} acts={add}>
              {say('noKeys')}
            </Empty>
          ) : (
            <>
              <Acts>{add}</Acts>
              <KeyTable keys={items} own={own} onRevoke={setRevoking} />
            </>
          )
        }
      </Answered>
      {adding && (
        <KeyForm
          own={own}
          onClose={() => setAdding(false)}
          onMade={(key) => {
            setAdding(false);
            setMade(key);
          }}
        />
      )}
      {made !== null && <OncePanel name={made.name} secret={made.secret} note={say('once')} onClose={() => setMade(null)} />}
      {revoking !== null && (
        <ConfirmPanel
          title={say('revokeTitle', { name: revoking.name })}
          label={say('revoke')}
          onClose={() => setRevoking(null)}
          act={async () => {
            await ask(own ? 'DELETE /api/v1/me/keys/:id' : 'DELETE /api/v1/keys/:id', { params: { id: revoking.id } });
            forget('GET /api/v1/keys', 'GET /api/v1/me/keys');
            sayDone(say('keyRevoked', { name: revoking.name }));
          }}
        >
          <p>{say('revokeLost')}</p>
        </ConfirmPanel>
      )}
    </>
  );
}
