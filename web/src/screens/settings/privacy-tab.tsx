import type { ReactNode } from 'react';
import { useMe } from '../../api/who.ts';
import { Fact, Facts } from '../../parts/facts.tsx';
import { useWords } from '../../words/use-words.ts';
import { useRoleWords } from './role-words.ts';
import css from './settings.module.css';

const MASKED = ['maskedNames', 'maskedPhones', 'maskedMails', 'maskedMessengers'] as const;

/** What of private persons is masked, and for whom. */
export function PrivacyTab(): ReactNode {
  const say = useWords('settings');
  const roleOf = useRoleWords();
  const role = useMe()?.role ?? null;
  return (
    <>
      <p className={css.lead}>{say('privacyLead')}</p>
      <section aria-label={say('masked')}>
        <h3>{say('masked')}</h3>
        <ul className={css.bullets}>
          {MASKED.map((key) => (
            <li key={key}>{say(key)}</li>
          ))}
        </ul>
      </section>
      <section aria-label={say('forWhom')}>
        <h3>{say('forWhom')}</h3>
        <Facts>
          {(
            [
              [roleOf('viewer'), 'viewerSees'],
              [roleOf('analyst'), 'analystSees'],
              [roleOf('admin'), 'analystSees'],
              [say('feedsSee'), 'feedsSeeHow'],
            ] as const
          ).map(([who, what]) => (
            <Fact key={who} label={who}>
              {say(what)}
            </Fact>
          ))}
        </Facts>
        {role !== null && <p className={css.hint}>{say('youSee', { role: roleOf(role) })}</p>}
      </section>
      <p>{say('evidenceKeeps')}</p>
    </>
  );
}
