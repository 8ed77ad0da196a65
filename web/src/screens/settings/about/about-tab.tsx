import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { asking } from '../../../api/queries.ts';
import { Fact, Facts } from '../../../parts/facts.tsx';
import { useWords } from '../../../words/use-words.ts';
import { BundledParts } from './bundled-parts.tsx';
import css from '../settings.module.css';

/** What this is, its version, its API, and whose work is in it. */
export function AboutTab(): ReactNode {
  const say = useWords('settings');
  const { data } = useQuery(asking('GET /healthz', {}));
  return (
    <>
      <p className={css.lead}>{say('aboutLead')}</p>
      <Facts>
        <Fact label={say('version')}>{data?.version ?? '–'}</Fact>
        <Fact label={say('licence')}>
          <a href="https://www.apache.org/licenses/LICENSE-2.0" rel="noopener noreferrer" target="_blank">
            {'Apache-2.0'}
          </a>
        </Fact>
      </Facts>
      <ul className={css.bullets}>
        <li>
          <a href="/api/docs">{say('apiDocs')}</a>
        </li>
        <li>
          <a href="/api/v1/openapi.json">{say('apiFile')}</a>
        </li>
        <li>
          <a href="/feeds/notices.atom">{say('feed')}</a>
        </li>
      </ul>
      <p>{say('nothingLeaves')}</p>
      <BundledParts />
    </>
  );
}
