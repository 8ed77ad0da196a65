import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { asking } from '../../api/queries.ts';
import type { List } from '../../api/routes.gen.ts';
import { Fact, Facts } from '../../parts/facts.tsx';
import { duration, Moment } from '../../parts/moment.tsx';
import { Outside } from '../../parts/outside.tsx';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { ListOrigin } from './list-origin.tsx';
import { sentFileOf } from './sent-file.ts';

/** Where a list comes from, under which terms, and how often it is fetched. */
export function ListAbout({ list }: { readonly list: List }): ReactNode {
  const say = useWords('lists');
  const language = useLanguage();
  const { data } = useQuery({ ...asking('GET /api/v1/lists/known', { query: { limit: 200 } }), staleTime: Infinity });
  const known = data?.items.find(({ name, files }) => name === list.name && files.includes(list.address));
  return (
    <Facts ruled>
      {known !== undefined && (
        <>
          <Fact label={say('title')}>{known.title}</Fact>
          <Fact label={say('publisher')}>{known.publisher}</Fact>
          <Fact label={say('licence')}>{known.licence}</Fact>
        </>
      )}
      <Fact label={say('address')}>
        {sentFileOf(list.address) === undefined ? <Outside address={list.address} /> : <ListOrigin address={list.address} />}
      </Fact>
      {list.companions.length > 0 && (
        <Fact label={say('companions')}>
          <ul>
            {list.companions.map((address) => (
              <li key={address}>
                <Outside address={address} />
              </li>
            ))}
          </ul>
        </Fact>
      )}
      <Fact label={say('format')}>{list.current?.format ?? list.format ?? '–'}</Fact>
      {list.mapping !== null && (
        <Fact label={say('mapping')}>
          <code>{list.mapping}</code>
        </Fact>
      )}
      <Fact label={say('every')}>{list.everyMs === null ? say('byHand') : duration(list.everyMs / 1000, language)}</Fact>
      <Fact label={say('lastCheck')}>
        <Moment at={list.lastCheckAt} />
      </Fact>
      <Fact label={say('nextCheck')}>
        <Moment at={list.nextCheckAt} />
      </Fact>
      <Fact label={say('addedAt')}>
        <Moment at={list.addedAt} />
      </Fact>
    </Facts>
  );
}
