import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { asking } from '../../api/queries.ts';
import { Answered } from '../../parts/answered.tsx';
import { Field } from '../../parts/field.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { useWords } from '../../words/use-words.ts';
import { AddByAddress } from './add-by-address.tsx';
import { KnownList, type Known } from './known-list.tsx';
import css from './lists.module.css';
import { LoadsUnderWay } from './loads.tsx';
import { SendList } from './send-list.tsx';
import { useLoad, useLoads, type LoadState } from '../../acts/load-list.ts';

/** A list is added: a known public one, with its terms, a file of one's own, or one at an address. */
export function AddList({ there, onLeave }: { readonly there: readonly string[]; readonly onLeave: () => void }): ReactNode {
  const say = useWords('lists');
  const known = useQuery({ ...asking('GET /api/v1/lists/known', { query: { limit: 200 } }), staleTime: Infinity });
  const [words, setWords] = useState('');
  const load = useLoad();
  const loads = useLoads();
  const lastOf = (name: string): LoadState | undefined => loads.findLast((one) => one.load.act === 'add' && one.load.list === name);
  const fits = ({ name, title, publisher, country }: Known): boolean =>
    `${name} ${title} ${publisher} ${country}`.toLowerCase().includes(words.trim().toLowerCase());
  return (
    <Page title={say('addTitle')} lead={say('addLead')} acts={<Link to="/lists">{say('allLists')}</Link>}>
      <LoadsUnderWay />
      <Section title={say('knownTitle')}>
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
                        <h3>{say(tested ? 'proven' : 'unproven')}</h3>
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
      </Section>
      <Section title={say('ownTitle')}>
        <SendList onSent={onLeave} />
      </Section>
      <Section title={say('addressTitle')}>
        <AddByAddress onAdd={(name, body) => load.mutate({ act: 'add', list: name, body }, { onSuccess: onLeave })} />
      </Section>
    </Page>
  );
}
