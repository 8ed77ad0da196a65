import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLoad, useLoads } from '../../acts/load-list.ts';
import { askingLists } from '../../api/lists-kept.ts';
import { asking } from '../../api/queries.ts';
import { useMay } from '../../api/who.ts';
import { Answered } from '../../parts/answered.tsx';
import { Button } from '../../parts/button.tsx';
import { ProblemLine } from '../../parts/problem-note.tsx';
import { useWords } from '../../words/use-words.ts';
import css from './screening.module.css';

const AGAIN_MS = 4000;

/** Where there is no list to screen against yet: says so, and has the public ones whose format is proven a press away. */
export function FirstList(): ReactNode {
  const say = useWords('screening');
  const mayAdd = useMay('admin');
  // A list that somebody adds elsewhere is noticed.
  useQuery({ ...askingLists, refetchInterval: AGAIN_MS });
  return (
    <section className={css.firstLists} aria-label={say('noListsTitle')}>
      <h2>{say('noListsTitle')}</h2>
      <p>{say(mayAdd ? 'noListsPress' : 'noListsAskAdmin')}</p>
      {mayAdd && <Proven />}
      {mayAdd && (
        <p>
          <Link to="/lists" search={{ add: true }}>
            {say('otherList')}
          </Link>
        </p>
      )}
    </section>
  );
}

function Proven(): ReactNode {
  const say = useWords('lists');
  const known = useQuery({ ...asking('GET /api/v1/lists/known', { query: { limit: 200 } }), staleTime: Infinity });
  const load = useLoad();
  const loads = useLoads();
  return (
    <Answered query={known}>
      {({ items }) => (
        <ul>
          {items
            .filter(({ tested }) => tested)
            .map(({ name, title, publisher, licence }) => {
              const last = loads.findLast((one) => one.load.act === 'add' && one.load.list === name);
              const isComing = last?.status === 'pending';
              return (
                <li key={name}>
                  <div>
                    <p lang="en">{title}</p>
                    <p className={css.soft} lang="en">
                      {publisher} · {licence}
                    </p>
                    <ProblemLine error={last?.status === 'error' ? last.error : null} />
                  </div>
                  <Button
                    icon={<Plus aria-hidden="true" />}
                    disabled={isComing}
                    onClick={() => load.mutate({ act: 'add', list: name, body: { list: name } })}
                    aria-label={`${say('addThis')}: ${name}`}
                  >
                    {say(isComing ? 'coming' : 'addThis')}
                  </Button>
                </li>
              );
            })}
        </ul>
      )}
    </Answered>
  );
}
