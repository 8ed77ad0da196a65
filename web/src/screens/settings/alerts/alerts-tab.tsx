import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { BellPlus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { sayDone, sayRefused } from '../../../acts/done.ts';
import { ask } from '../../../api/ask.ts';
import { asking, forget } from '../../../api/queries.ts';
import type { AlertRuleInUse } from '../../../api/routes.gen.ts';
import { Answered } from '../../../parts/answered.tsx';
import { Button } from '../../../parts/button.tsx';
import { ConfirmPanel } from '../../../parts/confirm.tsx';
import { Empty } from '../../../parts/empty.tsx';
import { Acts } from '../../../parts/form.tsx';
import { useWords } from '../../../words/use-words.ts';
import { OncePanel } from '../once-panel.tsx';
import { AlertForm, type AddedAlert } from './alert-form.tsx';
import { AlertList } from './alert-list.tsx';
import css from '../settings.module.css';

const route = getRouteApi('/settings');

/** Who is told of what. `when` in the address opens a new alert with that filter. */
export function AlertsTab(): ReactNode {
  const say = useWords('settings');
  const navigate = route.useNavigate();
  const { when } = route.useSearch();
  const [asked, setAsked] = useState(false);
  const [made, setMade] = useState<{ readonly name: string; readonly secret: string } | null>(null);
  const [removing, setRemoving] = useState<AlertRuleInUse | null>(null);
  const query = useQuery({ ...asking('GET /api/v1/alerts', { query: { limit: 500 } }), refetchInterval: 15_000 });
  const close = (): void => {
    setAsked(false);
    if (when !== undefined) void navigate({ search: { tab: 'alerts' }, replace: true });
  };
  const added = ({ id, name, target, secret, trouble }: AddedAlert): void => {
    close();
    if (trouble === undefined) sayDone(say('alertAdded'));
    else sayRefused(say('alertTrouble', { why: trouble }));
    if (secret !== undefined) setMade({ name: name === id ? target : `${name} · ${target}`, secret });
  };
  const add = (
    <Button kind="main" icon={<BellPlus aria-hidden="true" />} onClick={() => setAsked(true)}>
      {say('addAlert')}
    </Button>
  );
  return (
    <>
      <p className={css.lead}>{say('alertsLead')}</p>
      <Answered query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={say('noAlertsTitle')} acts={add}>
              {say('noAlerts')}
            </Empty>
          ) : (
            <>
              <Acts>{add}</Acts>
              <AlertList alerts={items} onRemove={setRemoving} />
            </>
          )
        }
      </Answered>
      {(asked || when !== undefined) && <AlertForm when={when ?? ''} onClose={close} onAdded={added} />}
      {made !== null && <OncePanel name={made.name} secret={made.secret} note={say('onceSecret')} onClose={() => setMade(null)} />}
      {removing !== null && (
        <ConfirmPanel
          title={say('removeAlertTitle', { name: removing.name === removing.id ? removing.target : removing.name })}
          label={say('remove')}
          onClose={() => setRemoving(null)}
          act={async () => {
            await ask('DELETE /api/v1/alerts/:id', { params: { id: removing.id } });
            forget('GET /api/v1/alerts');
            sayDone(say('alertRemoved'));
          }}
        >
          <p>{say('removeAlertLost', { count: removing.waiting })}</p>
        </ConfirmPanel>
      )}
    </>
  );
}
