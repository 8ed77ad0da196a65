import type { ReactNode } from 'react';
import type { Notice } from '../../api/routes.gen.ts';
import { Between, inFull } from '../../parts/moment.tsx';
import { Section } from '../../parts/page.tsx';
import { REMOVAL_WORDS } from '../../parts/term-keys.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { NoticeLine } from './notice-line.tsx';
import css from './publishers.module.css';

/** What was taken down, by whom, and between which two visits. */
export function Vanished({ notices }: { readonly notices: readonly Notice[] }): ReactNode {
  const [say, terms] = [useWords('publishers'), useWords('terms')];
  const language = useLanguage();
  return (
    <Section title={say('vanished')}>
      {notices.length === 0 && <p className={css.soft}>{say('nothingVanished')}</p>}
      <ul className={css.lines}>
        {notices.map((notice) => (
          <NoticeLine key={notice.id} notice={notice}>
            {notice.removal !== undefined && (
              <span>
                {notice.lastSeenPresentAt === null ? (
                  say('goneBy', { to: inFull(notice.removal.firstSeenGoneAt, language) })
                ) : (
                  <Between from={notice.lastSeenPresentAt} to={notice.removal.firstSeenGoneAt} />
                )}
                {' · '}
                {terms(REMOVAL_WORDS[notice.removal.kind])}
                {notice.removal.confirmedAt === null && ` · ${say('unconfirmed')}`}
                {notice.copiesStanding > 0 && ` · ${say('standing', { count: notice.copiesStanding })}`}
              </span>
            )}
          </NoticeLine>
        ))}
      </ul>
    </Section>
  );
}
