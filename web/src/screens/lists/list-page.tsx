import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { FileUp, RefreshCw, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { asking } from '../../api/queries.ts';
import type { List } from '../../api/routes.gen.ts';
import { useMay } from '../../api/who.ts';
import { Answered } from '../../parts/answered.tsx';
import { Button } from '../../parts/button.tsx';
import { Page } from '../../parts/page.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Views } from '../../parts/views.tsx';
import { useWords } from '../../words/use-words.ts';
import type { ListsAddress } from './address.ts';
import { HeldVersion } from './held-version.tsx';
import { ListAbout } from './list-about.tsx';
import { ListChanges } from './list-changes.tsx';
import { ListState } from './list-state.tsx';
import { ListVersions } from './list-versions.tsx';
import css from './lists.module.css';
import { LoadsUnderWay } from './loads.tsx';
import { RemoveList } from './remove-list.tsx';
import { SendList } from './send-list.tsx';
import { sentFileOf } from './sent-file.ts';
import { useLoad, useLoads } from '../../acts/load-list.ts';

const here = getRouteApi('/lists');
const TABS = ['changes', 'versions', 'about'] as const;
const LABELS = { changes: 'tabChanges', versions: 'tabVersions', about: 'tabAbout' } as const;

/** One list: what changed in it, its versions, where it comes from. */
export function ListPage({ name, list }: { readonly name: string; readonly list: List | undefined }): ReactNode {
  const query = useQuery({ ...asking('GET /api/v1/lists/:name', { params: { name } }), enabled: list === undefined });
  const say = useWords('lists');
  if (list !== undefined) return <OneList list={list} />;
  return (
    <Page title={name} acts={<Link to="/lists">{say('allLists')}</Link>}>
      <Answered query={query}>{(found) => <OneList list={found} />}</Answered>
    </Page>
  );
}

function OneList({ list }: { readonly list: List }): ReactNode {
  const say = useWords('lists');
  const may = useMay('admin');
  const { tab = 'changes' } = here.useSearch();
  const navigate = here.useNavigate();
  const load = useLoad();
  const [removing, setRemoving] = useState(false);
  const [sending, setSending] = useState(false);
  const isBusy = useLoads().some((one) => one.status === 'pending' && one.load.list === list.name);
  const content = { changes: <ListChanges list={list} />, versions: <ListVersions list={list} />, about: <ListAbout list={list} /> };
  return (
    <Page
      title={list.name}
      acts={
        <>
          <Link to="/lists" className={css.back}>
            {say('allLists')}
          </Link>
          {may && (
            <>
              {sentFileOf(list.address) === undefined ? (
                <Button
                  icon={<RefreshCw aria-hidden="true" />}
                  disabled={isBusy}
                  onClick={() => load.mutate({ act: 'update', list: list.name, accept: false })}
                >
                  {isBusy ? say('updating') : say('updateNow')}
                </Button>
              ) : (
                <Button icon={<FileUp aria-hidden="true" />} disabled={isBusy} onClick={() => setSending(true)}>
                  {isBusy ? say('updating') : say('sendNewer')}
                </Button>
              )}
              <Button kind="grave" icon={<Trash2 aria-hidden="true" />} onClick={() => setRemoving(true)}>
                {say('remove')}
              </Button>
            </>
          )}
        </>
      }
    >
      <div className={css.overview}>
        <LoadsUnderWay />
        {list.held === null && <ListState list={list} />}
        {list.held !== null && <HeldVersion list={list} held={list.held} isBusy={isBusy} />}
      </div>
      <Views
        flush
        label={list.name}
        value={tab}
        onChoose={(id) => void navigate({ search: { list: list.name, tab: id as Exclude<ListsAddress['tab'], undefined> } })}
        views={TABS.map((id) => ({ id, label: say(LABELS[id]), content: <div className={css.tab}>{content[id]}</div> }))}
      />
      <Panel open={sending} onClose={() => setSending(false)} title={say('sendNewerTitle', { list: list.name })}>
        <SendList list={list.name} onSent={() => setSending(false)} />
      </Panel>
      {removing && <RemoveList list={list} onClose={() => setRemoving(false)} onRemoved={() => void navigate({ search: {} })} />}
    </Page>
  );
}
