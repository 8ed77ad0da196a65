import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { useKeys } from '../../acts/keys.ts';
import { useLive } from '../../api/live.ts';
import { askingPages, forgetSoon } from '../../api/queries.ts';
import { useMay } from '../../api/who.ts';
import { Answered } from '../../parts/answered.tsx';
import { MAIN_LINK } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Page } from '../../parts/page.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Pending } from '../../parts/pending.tsx';
import { useWords } from '../../words/use-words.ts';
import { AddSource } from './add-source.tsx';
import { SourceDetail } from './source-detail.tsx';
import { SourceTable } from './source-table.tsx';

const here = getRouteApi('/sources');
const EVERY_MS = 15_000;

/** What is watched: how each source does, those that need somebody first; added, paused, changed and removed here. */
export function Sources(): ReactNode {
  const say = useWords('sources');
  const shell = useWords('shell');
  const mayAdd = useMay('admin');
  const { tab, source } = here.useSearch();
  const navigate = here.useNavigate();
  const query = useInfiniteQuery({ ...askingPages('GET /api/v1/sources', { query: { limit: 200 } }), refetchInterval: EVERY_MS });
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  useLive((what) => {
    if (what.kind === 'change' && what.change.kind === 'new') forgetSoon('GET /api/v1/sources');
  });
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
  const add = (): void => void navigate({ search: { tab: 'add' } });
  useKeys('here', mayAdd && tab === undefined ? [{ key: 'n', label: say('add'), run: add }] : []);
  if (tab === 'add' && mayAdd)
    return (
      <Page title={say('addTitle')} lead={say('addLead')}>
        <AddSource onAdded={(id) => void navigate({ search: { source: id } })} onLeave={() => void navigate({ search: {} })} />
      </Page>
    );
  const all = query.data?.pages.flatMap(({ items }) => items);
  const open = all?.find(({ id }) => id === source);
  const addLink = mayAdd && (
    <Link to="/sources" search={{ tab: 'add' }} className={MAIN_LINK} aria-keyshortcuts="n">
      <Plus aria-hidden="true" />
      {say('add')}
    </Link>
  );
  return (
    <Page title={shell('sources')} lead={say('lead')} acts={all !== undefined && all.length > 0 && addLink} wide>
      {all === undefined ? (
        <Answered query={query}>{() => null}</Answered>
      ) : all.length === 0 ? (
        <Empty title={say('noneTitle')} acts={addLink}>
          {mayAdd ? say('none') : say('noneAskAdmin')}
        </Empty>
      ) : (
        <SourceTable sources={all} onOpen={(id) => void navigate({ search: { source: id } })} />
      )}
      <Panel
        open={source !== undefined && all !== undefined}
        onClose={() => void navigate({ search: {} })}
        title={open?.name ?? say('source')}
        wide
      >
        {open === undefined ? (
          hasNextPage ? (
            <Pending lines={4} />
          ) : (
            <p>{say('gone')}</p>
          )
        ) : (
          <SourceDetail key={open.id} source={open} onRemoved={() => void navigate({ search: {} })} />
        )}
      </Panel>
    </Page>
  );
}
