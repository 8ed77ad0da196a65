import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Copy } from '../../api/routes.gen.ts';
import { Moment } from '../../parts/moment.tsx';
import { Section } from '../../parts/page.tsx';
import { PublisherName } from '../../parts/publisher-name.tsx';
import { ShownText } from '../../parts/shown-text.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { COPY_WORDS } from '../../parts/term-keys.ts';
import { useWords } from '../../words/use-words.ts';
import css from './inquiry.module.css';

/** Known notices that say the same as the text. */
export function InquiryNotices({ notices, isCompared }: { readonly notices: readonly Copy[]; readonly isCompared: boolean }): ReactNode {
  const say = useWords('screening');
  const terms = useWords('terms');
  return (
    <Section title={say('knownTitle')}>
      {!isCompared && <p className={css.soft}>{say('notAllCompared')}</p>}
      {notices.length === 0 ? (
        <p className={css.soft}>{say('noKnown')}</p>
      ) : (
        <ul className={css.known}>
          {notices.map(({ kind, score, other }) => (
            <li key={other.id}>
              <p className={css.knownHead}>
                <Link to="/notices/$id" params={{ id: other.id }}>
                  <ShownText text={other.title ?? other.url} />
                </Link>
                <StateMark state={other.state} />
              </p>
              <p className={css.soft}>
                {say('sameText', { kind: terms(COPY_WORDS[kind]), share: Math.round(score * 100) })} ·{' '}
                {other.publisher !== null && (
                  <>
                    <PublisherName name={other.publisher} /> ·{' '}
                  </>
                )}
                <Moment at={other.publishedAt ?? other.firstSeenAt} />
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
