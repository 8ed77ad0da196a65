import type { ReactNode } from 'react';
import type { WatchedSource } from '../../api/routes.gen.ts';
import { Fact, Facts } from '../../parts/facts.tsx';
import { duration, Moment } from '../../parts/moment.tsx';
import { Outside } from '../../parts/outside.tsx';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { KINDS } from './source-table.tsx';

const BROWSER = { never: 'browserNever', changes: 'browserChanges', always: 'browserAlways' } as const;

/** What its user decided about a source, and what its checks showed. */
export function SourceFacts({ source }: { readonly source: WatchedSource }): ReactNode {
  const say = useWords('sources');
  const language = useLanguage();
  const { health, credentials, proxy, selector, paceMs } = source;
  return (
    <Facts ruled>
      <Fact label={say('address')}>
        <Outside address={source.url} />
      </Fact>
      <Fact label={say('kind')}>{say(KINDS[source.kind])}</Fact>
      <Fact label={say('lastVisit')}>
        <Moment at={health.lastCheckAt} />
      </Fact>
      <Fact label={say('lastSuccess')}>
        <Moment at={health.lastSuccessAt} />
      </Fact>
      <Fact label={say('nextCheck')}>
        <Moment at={health.nextCheckAt} />
      </Fact>
      <Fact label={say('every')}>{duration(source.everyMs / 1000, language)}</Fact>
      <Fact label={say('follow')}>{duration(source.followMs / 1000, language)}</Fact>
      <Fact label={say('lag')}>{health.lagSeconds === null ? '–' : duration(health.lagSeconds, language)}</Fact>
      <Fact label={say('robots')}>
        {source.robots === 'obey' ? say('robotsObeyed') : say('robotsIgnored', { why: source.robotsReason ?? '' })}
      </Fact>
      <Fact label={say('keep')}>{source.keep === 'changes' ? say('keepChanges') : say('keepAll')}</Fact>
      <Fact label={say('browser')}>{say(BROWSER[source.browser ?? 'never'])}</Fact>
      {paceMs !== null && <Fact label={say('pace')}>{duration(paceMs / 1000, language)}</Fact>}
      {selector !== null && (
        <Fact label={say('selector')}>
          <code>{selector}</code>
        </Fact>
      )}
      {proxy !== undefined && (
        <Fact label={say('proxy')}>
          <code>{proxy}</code>
        </Fact>
      )}
      {credentials.length > 0 && <Fact label={say('headers')}>{`${credentials.join(', ')} (${say('headersSecret')})`}</Fact>}
      {source.allowPrivate && <Fact label={say('private')}>{say('privateAllowed')}</Fact>}
      <Fact label={say('addedAt')}>
        <Moment at={source.createdAt} />
      </Fact>
    </Facts>
  );
}
