import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { asking } from '../../api/queries.ts';
import type { List } from '../../api/routes.gen.ts';
import { duration, Moment } from '../../parts/moment.tsx';
import { Outside } from '../../parts/outside.tsx';
import { useLanguage, useWords } from '../../words/use-words.ts';
import css from './lists.module.css';

/** Where a list comes from, under which terms, and how often it is fetched. */
export function ListAbout({ list }: { readonly list: List }): ReactNode {
  const say = useWords('lists');
  const language = useLanguage();
  const { data } = useQuery({ ...asking('GET /api/v1/lists/known', { query: { limit: 200 } }), staleTime: Infinity });
  const known = data?.items.find(({ name, files }) => name === list.name && files.includes(list.address));
  const facts: readonly (readonly [string, ReactNode] | false)[] = [
    known !== undefined && [say('title'), known.title],
    known !== undefined && [say('publisher'), known.publisher],
    known !== undefined && [say('licence'), known.licence],
    [say('address'), <Outside key="a" address={list.address} />],
    list.companions.length > 0 && [
      say('companions'),
      <ul key="c">
        {list.companions.map((address) => (
          <li key={address}>
            <Outside address={address} />
          </li>
        ))}
      </ul>,
    ],
    [say('format'), list.current?.format ?? list.format ?? '–'],
    list.mapping !== null && [say('mapping'), <code key="m">{list.mapping}</code>],
    [say('every'), list.everyMs === null ? say('byHand') : duration(list.everyMs / 1000, language)],
    [say('lastCheck'), <Moment key="l" at={list.lastCheckAt} />],
    [say('nextCheck'), <Moment key="n" at={list.nextCheckAt} />],
    [say('addedAt'), <Moment key="d" at={list.addedAt} />],
  ];
  return (
    <dl className={css.facts}>
      {facts
        .filter((fact) => fact !== false)
        .map(([label, value]) => (
          <div key={label} className={css.fact}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
