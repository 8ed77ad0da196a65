import type { ReactNode } from 'react';
import type { Case } from '../../api/routes.gen.ts';
import { Moment } from '../../parts/moment.tsx';
import { Section } from '../../parts/page.tsx';
import { useWho } from '../../words/use-who.ts';
import { useWords } from '../../words/use-words.ts';
import css from './case.module.css';
import { SayForm } from './say-form.tsx';
import { Tasks } from './tasks.tsx';
import { useChangeCase } from './use-case.ts';

/** What is to be done about a case, and what its people say to one another. */
export function CaseWork({ of }: { readonly of: Case }): ReactNode {
  const say = useWords('cases');
  const who = useWho();
  const change = useChangeCase(of.id);
  return (
    <div className={css.columns}>
      <Tasks of={of} />
      <Section title={say('comments')}>
        {of.comments.length === 0 && <p className={css.soft}>{say('noComments')}</p>}
        <ol className={css.said}>
          {of.comments.map(({ no, text, by, at }) => (
            <li key={no}>
              <p className={css.meta}>
                <strong>{who(by)}</strong> <Moment at={at} about />
              </p>
              <p className={css.text}>{text}</p>
            </li>
          ))}
        </ol>
        <SayForm
          label={say('newComment')}
          button={say('addComment')}
          onSay={(text) => change({ change: { do: 'comment', text }, said: say('saidComment') })}
        />
      </Section>
    </div>
  );
}
