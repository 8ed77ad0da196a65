import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { asking, askingPages } from '../../api/queries.ts';
import type { List, ListVersion } from '../../api/routes.gen.ts';
import { Answered } from '../../parts/answered.tsx';
import { Choice } from '../../parts/field.tsx';
import { inFull } from '../../parts/moment.tsx';
import { PartyPanel } from '../../parts/party-panel.tsx';
import { ShowMore } from '../../parts/show-more.tsx';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { ListingChange } from './listing-change.tsx';
import css from './lists.module.css';

const here = getRouteApi('/lists');

/** What changed from one version to another: added, changed, removed listings, each with what of it. The versions stand in the address. */
export function ListChanges({ list }: { readonly list: List }): ReactNode {
  const versions = useQuery(asking('GET /api/v1/lists/:name/versions', { params: { name: list.name }, query: { limit: 200 } }));
  return <Answered query={versions}>{({ items }) => <Between list={list} versions={items} />}</Answered>;
}

function Between({ list, versions }: { readonly list: List; readonly versions: readonly ListVersion[] }): ReactNode {
  const say = useWords('lists');
  const language = useLanguage();
  const search = here.useSearch();
  const navigate = here.useNavigate();
  const [party, setParty] = useState<string | null>(null);
  const newest = list.held?.version ?? list.current?.version ?? 1;
  const to = search.to ?? newest;
  const from = search.from ?? Math.max(0, versions.find(({ version, state }) => version < to && state !== 'held')?.version ?? 0);
  const query = useInfiniteQuery(
    askingPages('GET /api/v1/lists/:name/diff', {
      params: { name: list.name },
      query: { limit: 50, from: String(from), to: String(to) },
    }),
  );
  const name = (number: number): string => {
    const found = versions.find(({ version }) => version === number);
    return found === undefined
      ? say('versionNumber', { version: number })
      : `${say('versionNumber', { version: number })} · ${inFull(found.publishedAt ?? found.fetchedAt, language)}`;
  };
  const choose = (part: { readonly from?: number; readonly to?: number }): void =>
    void navigate({ search: { list: list.name, tab: 'changes', from, to, ...part } });
  const chosen = versions.find(({ version }) => version === to);
  return (
    <div className={css.changes}>
      <div className={css.between}>
        <Choice
          label={say('from')}
          value={from}
          options={[
            ...(from === 0 ? ([['0', say('nothingBefore')]] as const) : []),
            ...versions.filter(({ version }) => version !== to).map(({ version }) => [String(version), name(version)] as const),
          ]}
          onChange={(event) => choose({ from: Number(event.target.value) })}
        />
        <Choice
          label={say('to')}
          value={to}
          options={versions.filter(({ version }) => version !== from).map(({ version }) => [String(version), name(version)] as const)}
          onChange={(event) => choose({ to: Number(event.target.value) })}
        />
      </div>
      {chosen !== undefined && search.from === undefined && (
        <p className={css.counts}>
          <span data-change="added">{say('added', { count: chosen.counts.added })}</span>
          <span data-change="changed">{say('changed', { count: chosen.counts.changed })}</span>
          <span data-change="removed">{say('removedListings', { count: chosen.counts.removed })}</span>
        </p>
      )}
      <Answered query={query}>
        {({ pages }) =>
          pages[0]?.items.length === 0 ? (
            <p className={css.soft}>{say('noChanges')}</p>
          ) : (
            <ol className={css.diff} aria-label={say('tabChanges')}>
              {pages.flatMap(({ items }) =>
                items.map((change) => <ListingChange key={`${change.change} ${change.id}`} change={change} onOpen={setParty} />),
              )}
            </ol>
          )
        }
      </Answered>
      <ShowMore query={query} />
      <PartyPanel id={party} onClose={() => setParty(null)} />
    </div>
  );
}
