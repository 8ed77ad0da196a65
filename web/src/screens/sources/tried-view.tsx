import { Check, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { TriedSource } from '../../api/routes.gen.ts';
import { Button } from '../../parts/button.tsx';
import { Acts } from '../../parts/form.tsx';
import { Moment } from '../../parts/moment.tsx';
import { Pending } from '../../parts/pending.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ShownText } from '../../parts/shown-text.tsx';
import { useWords } from '../../words/use-words.ts';
import { adviceOf } from './source-health.ts';
import { KINDS } from './source-table.tsx';
import css from './sources.module.css';

interface Ways {
  readonly isTrying: boolean;
  readonly onAgain: () => void;
  /** Watches an address that does not answer now, as what somebody knows it to be. */
  readonly isAdding: boolean;
  readonly onKind: (kind: 'feed' | 'page') => void;
  readonly onFeed: (url: string) => void;
  readonly onRobots: () => void;
  readonly isPrivate: boolean;
  readonly onPrivate: (allowed: boolean) => void;
}

/** What an address would bring: what it is, its first notices as they would be listed, what robots.txt says. Nothing of it is kept. */
export function TriedView({
  isAsked,
  tried,
  error,
  ...ways
}: Ways & {
  readonly isAsked: boolean;
  readonly tried: TriedSource | undefined;
  readonly error: Error | null;
}): ReactNode {
  const say = useWords('sources');
  return (
    <section className={css.tried} aria-label={say('preview')} aria-live="polite">
      <h2>{say('preview')}</h2>
      {!isAsked ? (
        <p className={css.soft}>{say('previewHint')}</p>
      ) : tried !== undefined ? (
        <Tried tried={tried} {...ways} />
      ) : error !== null ? (
        <ProblemNote error={error} again={ways.onAgain} />
      ) : (
        <Pending lines={4} />
      )}
      {ways.isPrivate && (
        <p className={css.soft}>
          {say('privateOpen')}{' '}
          <Button kind="quiet" onClick={() => ways.onPrivate(false)}>
            {say('privateShut')}
          </Button>
        </p>
      )}
    </section>
  );
}

function Tried({ tried, onFeed, onRobots, ...ways }: Ways & { readonly tried: TriedSource }): ReactNode {
  const say = useWords('sources');
  const { ok, kind, items, itemCount, robots, feeds, baseline, warnings } = tried;
  return (
    <>
      {ok && kind !== null ? (
        <p className={css.verdict} data-ok="true">
          <Check aria-hidden="true" />
          {say('triedOk', { kind: say(KINDS[kind]), count: itemCount })}
        </p>
      ) : (
        <Failed tried={tried} {...ways} />
      )}
      {robots === null ? (
        ok && <p className={css.soft}>{say('robotsFine')}</p>
      ) : (
        <div className={css.robots}>
          <p>{say('robotsForbids')}</p>
          <p className={css.soft} lang="en">
            {robots}
          </p>
          <Button onClick={onRobots}>{say('robotsNevertheless')}</Button>
        </div>
      )}
      {warnings.map((warning) => (
        <p key={warning} className={css.soft} lang="en">
          {warning}
        </p>
      ))}
      {baseline && <p className={css.soft}>{say('baseline')}</p>}
      {items.length > 0 && (
        <ol className={css.items}>
          {items.map(({ url, title, publishedAt }) => (
            <li key={url}>
              <p dir="auto">{title === null || title === '' ? say('untitled') : <ShownText text={title} />}</p>
              <p className={css.soft}>
                <bdi className={css.address}>{url}</bdi>
                {publishedAt !== null && (
                  <>
                    {' · '}
                    <Moment at={publishedAt} />
                  </>
                )}
              </p>
            </li>
          ))}
          {itemCount > items.length && <li className={css.soft}>{say('moreItems', { count: itemCount - items.length })}</li>}
        </ol>
      )}
      {feeds.length > 0 && (
        <div className={css.robots}>
          <p>{say('feedsFound')}</p>
          <ul>
            {feeds.map(({ url, title }) => (
              <li key={url}>
                <Button onClick={() => onFeed(url)}>
                  <ShownText text={title === null || title === '' ? say('kindFeed') : title} />
                </Button>{' '}
                <bdi className={css.address}>{url}</bdi>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

/** Why it cannot be read, and the ways on: once more, with the permission that it lacks, or as what somebody knows it to be. */
function Failed({
  tried: { error, why, kind, robots },
  isTrying,
  onAgain,
  isAdding,
  onKind,
  isPrivate,
  onPrivate,
}: Omit<Ways, 'onFeed' | 'onRobots'> & { readonly tried: TriedSource }): ReactNode {
  const say = useWords('sources');
  const advice = why === null ? null : adviceOf(why);
  const isUnread = advice !== null && advice !== 'errorPrivate' && advice !== 'errorRobots';
  return (
    <div className={css.verdict} data-ok="false">
      <TriangleAlert aria-hidden="true" />
      <div className={css.failed}>
        <p>{kind !== null ? say('triedLater') : say(isUnread ? 'triedFailed' : 'triedNot')}</p>
        {advice !== null && <p>{say(advice === 'errorOther' ? 'triedOther' : advice)}</p>}
        {error !== null && (
          <details className={css.soft}>
            <summary>{say('ownWords')}</summary>
            <p lang="en">{error}</p>
          </details>
        )}
        {advice === 'errorPrivate' && !isPrivate && <Button onClick={() => onPrivate(true)}>{say('allowPrivate')}</Button>}
        {robots === null && advice !== 'errorPrivate' && (
          <Button onClick={onAgain} disabled={isTrying}>
            {say('tryAgain')}
          </Button>
        )}
        {isUnread && kind === null && (
          <>
            <p className={css.soft}>{say('watchUnread')}</p>
            <Acts>
              <Button disabled={isAdding} onClick={() => onKind('feed')}>
                {say('asFeed')}
              </Button>
              <Button disabled={isAdding} onClick={() => onKind('page')}>
                {say('asPage')}
              </Button>
            </Acts>
          </>
        )}
      </div>
    </div>
  );
}
