import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useKeys } from '../../acts/keys.ts';
import { askingPages } from '../../api/queries.ts';
import { useMay } from '../../api/who.ts';
import { Answered } from '../../parts/answered.tsx';
import { MAIN_LINK } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Page } from '../../parts/page.tsx';
import { useWords } from '../../words/use-words.ts';
import { AddList } from './add-list.tsx';
import { ListPage } from './list-page.tsx';
import { ListTable } from './list-table.tsx';
import { LoadsUnderWay } from './loads.tsx';
import { SetTable } from './set-table.tsx';
import { useLoads } from '../../acts/load-list.ts';

const here = getRouteApi('/lists');

/** Lists that names are screened against: which version, how old, what changed; and the sets of customers that are kept. */
export function Lists(): ReactNode {
  const say = useWords('lists');
  const shell = useWords('shell');
  const mayAdd = useMay('admin');
  const { list, add } = here.useSearch();
  const navigate = here.useNavigate();
  const loads = useLoads();
  const isBusy = loads.some(({ status }) => status === 'pending');
  const query = useInfiniteQuery({
    ...askingPages('GET /api/v1/lists', { query: { limit: 200 } }),
    refetchInterval: isBusy ? 5000 : 30_000,
  });
  const isOverview = list === undefined && add === undefined;
  useKeys('here', mayAdd && isOverview ? [{ key: 'n', label: say('add'), run: () => void navigate({ search: { add: true } }) }] : []);
  if (query.data === undefined)
    return (
      <Page title={shell('lists')}>
        <Answered query={query}>{() => null}</Answered>
      </Page>
    );
  const all = query.data.pages.flatMap(({ items }) => items);
  if (add !== undefined && mayAdd)
    return (
      <AddList
        way={add}
        onWay={(to) => void navigate({ search: { add: to } })}
        there={all.map(({ name }) => name)}
        onLeave={() => void navigate({ search: {} })}
      />
    );
  if (list !== undefined) return <ListPage key={list} name={list} list={all.find(({ name }) => name === list)} />;
  const addLink = mayAdd && (
    <Link to="/lists" search={{ add: true }} className={MAIN_LINK} aria-keyshortcuts="n">
      <Plus aria-hidden="true" />
      {say('add')}
    </Link>
  );
  return (
    <Page title={shell('lists')} lead={say('lead')} acts={all.length > 0 && addLink} wide>
      <LoadsUnderWay />
      {all.length > 0 ? (
        <ListTable lists={all} />
      ) : (
        !isBusy && (
          <Empty title={say('noneTitle')} acts={addLink}>
            {mayAdd ? say('none') : say('noneAskAdmin')}
          </Empty>
        )
      )}
      {all.length > 0 && <SetTable />}
    </Page>
  );
}
