import { Check, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { TriedSource } from '../../api/routes.gen.ts';
import { Button } from '../../parts/button.tsx';
import { Moment } from '../../parts/moment.tsx';
import { Pending } from '../../parts/pending.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ShownText } from '../../parts/shown-text.tsx';
import { useWords } from '../../words/use-words.ts';
import { KINDS } from './source-table.tsx';
import css from './sources.module.css';

/** What an address would bring: what it is, its first notices as they would be listed, what robots.txt says. Nothing of it is kept. */
export function TriedView({
  isAsked,
  tried,
  error,
  onFeed,
  onRobots,
  isPrivate,
  onPrivate,
}: {
  readonly isAsked: boolean;
  readonly tried: TriedSource | undefined;
  readonly error: Error | null;
  readonly onFeed: (url: string) => void;
  readonly onRobots: () => void;
  readonly isPrivate: boolean;
  readonly onPrivate: () => void;
}): ReactNode {
  const say = useWords('sources');
  return (
    <section className={css.tried} aria-label={say('preview')} aria-live="polite">
      <h2>{say('preview')}</h2>
      {!isAsked ? (
        <p className={css.soft}>{say('previewHint')}</p>
      ) : tried !== undefined ? (
        <Tried tried={tried} onFeed={onFeed} onRobots={onRobots} isPrivate={isPrivate} onPrivate={onPrivate} />
      ) : error !== null ? (
        <ProblemNote error={error} />
      ) : (
        <Pending lines={4} />
      )}
    </section>
  );
}

function Tried({
  tried,
  onFeed,
  onRobots,
  isPrivate,
  onPrivate,
}: {
  readonly tried: TriedSource;
  readonly onFeed: (url: string) => void;
  readonly onRobots: () => void;
  readonly isPrivate: boolean;
  readonly onPrivate: () => void;
}): ReactNode {
  const say = useWords('sources');
  const { ok, error, kind, items, itemCount, robots, feeds, baseline, warnings } = tried;
  return (
    <>
      {ok && kind !== null ? (
        <p className={css.verdict} data-ok="true">
          <Check aria-hidden="true" />
          {say('triedOk', { kind: say(KINDS[kind]), count: itemCount })}
        </p>
      ) : (
        <div className={css.verdict} data-ok="false">
          <TriangleAlert aria-hidden="true" />
          <div>
            <p>{kind === null ? say('triedNot') : say('triedLater')}</p>
            <p className={css.soft} lang="en">
              {error}
            </p>
          </div>
        </div>
      )}
      {!ok && !isPrivate && robots === null && /private|loopback|forbidden/i.test(error ?? '') && (
        <Button onClick={onPrivate}>{say('allowPrivate')}</Button>
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
                <Button onClick={() => onFeed(url)}>{title === null || title === '' ? say('kindFeed') : title}</Button>{' '}
                <bdi className={css.address}>{url}</bdi>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
