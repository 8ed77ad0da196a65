import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useLoad, useLoads, type LoadState } from '../../acts/load-list.ts';
import { asking } from '../../api/queries.ts';
import { Answered } from '../../parts/answered.tsx';
import { Field } from '../../parts/field.tsx';
import { useWords } from '../../words/use-words.ts';
import { KnownList, type Known } from './known-list.tsx';
import css from './lists.module.css';

/** Public lists by name, with their terms: those that have met real files first. */
export function KnownLists({ there }: { readonly there: readonly string[] }): ReactNode {
  const say = useWords('lists');
  const known = useQuery({ ...asking('GET /api/v1/lists/known', { query: { limit: 200 } }), staleTime: Infinity });
  const [words, setWords] = useState('');
  const load = useLoad();
  const loads = useLoads();
  const lastOf = (name: string): LoadState | undefined => loads.findLast((one) => one.load.act === 'add' && one.load.list === name);
  const fits = ({ name, title, publisher, country }: Known): boolean =>
    `${name} ${title} ${publisher} ${country}`.toLowerCase().includes(words.trim().toLowerCase());
  return (
    <Answered query={known}>
      {({ items }) => {
        const shown = items.filter(fits);
        return (
          <>
            <div className={css.find}>
              <Field
                label={say('findKnown')}
                // oxlint-disable-next-line jsx-a11y/no-autofocus -- the screen was opened to find one
                autoFocus
                type="search"
                value={words}
                onChange={(event) => setWords(event.target.value)}
              />
            </div>
            {shown.length === 0 && <p className={css.soft}>{say('noneKnown')}</p>}
            {([true, false] as const).map((tested) => {
              const group = shown.filter((one) => one.tested === tested);
              return (
                group.length > 0 && (
                  <section key={String(tested)} className={css.group} aria-label={say(tested ? 'proven' : 'unproven')}>
                    <h2>{say(tested ? 'proven' : 'unproven')}</h2>
                    <p className={css.soft}>{say(tested ? 'provenText' : 'unprovenText')}</p>
                    <ul className={css.known}>
                      {group.map((one) => (
                        <KnownList
                          key={one.name}
                          known={one}
                          state={there.includes(one.name) ? 'there' : lastOf(one.name)?.status === 'pending' ? 'coming' : 'absent'}
                          error={lastOf(one.name)?.status === 'error' ? (lastOf(one.name)?.error ?? null) : null}
                          onAdd={() => load.mutate({ act: 'add', list: one.name, body: { list: one.name } })}
                        />
                      ))}
                    </ul>
                  </section>
                )
              );
            })}
          </>
        );
      }}
    </Answered>
  );
}
