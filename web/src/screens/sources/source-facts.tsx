import type { ReactNode } from 'react';
import type { WatchedSource } from '../../api/routes.gen.ts';
import { duration, Moment } from '../../parts/moment.tsx';
import { Outside } from '../../parts/outside.tsx';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { KINDS } from './source-table.tsx';
import css from './sources.module.css';

const BROWSER = { never: 'browserNever', changes: 'browserChanges', always: 'browserAlways' } as const;

/** What its user decided about a source, and what its checks showed. */
export function SourceFacts({ source }: { readonly source: WatchedSource }): ReactNode {
  const say = useWords('sources');
  const language = useLanguage();
  const { health, credentials, proxy, selector, paceMs } = source;
  const facts: readonly (readonly [string, ReactNode] | false)[] = [
    [say('address'), <Outside key="a" address={source.url} />],
    [say('kind'), say(KINDS[source.kind])],
    [say('lastVisit'), <Moment key="l" at={health.lastCheckAt} />],
    [say('lastSuccess'), <Moment key="s" at={health.lastSuccessAt} />],
    [say('nextCheck'), <Moment key="n" at={health.nextCheckAt} />],
    [say('every'), duration(source.everyMs / 1000, language)],
    [say('follow'), duration(source.followMs / 1000, language)],
    [say('lag'), health.lagSeconds === null ? '–' : duration(health.lagSeconds, language)],
    [say('robots'), source.robots === 'obey' ? say('robotsObeyed') : say('robotsIgnored', { why: source.robotsReason ?? '' })],
    [say('keep'), source.keep === 'changes' ? say('keepChanges') : say('keepAll')],
    [say('browser'), say(BROWSER[source.browser ?? 'never'])],
    paceMs !== null && [say('pace'), duration(paceMs / 1000, language)],
    selector !== null && [say('selector'), <code key="c">{selector}</code>],
    proxy !== undefined && [say('proxy'), <code key="p">{proxy}</code>],
    credentials.length > 0 && [say('headers'), `${credentials.join(', ')} (${say('headersSecret')})`],
    source.allowPrivate && [say('private'), say('privateAllowed')],
    [say('addedAt'), <Moment key="m" at={source.createdAt} />],
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
