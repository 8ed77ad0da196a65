import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { asking } from '../../../api/queries.ts';
import type { NoticeInFull, Version } from '../../../api/routes.gen.ts';
import { Answered } from '../../../parts/answered.tsx';
import { Digest } from '../../../parts/digest.tsx';
import { Choice } from '../../../parts/field.tsx';
import { Between, inFull, Moment } from '../../../parts/moment.tsx';
import { useLanguage, useWords } from '../../../words/use-words.ts';
import { useRevealed } from '../place.ts';
import { VersionDiff } from './version-diff.tsx';
import css from './evidence-list.module.css';
import own from './compare.module.css';

/** The texts that a notice has had, and what became other from one to another. */
export function Versions({ notice }: { readonly notice: NoticeInFull }): ReactNode {
  const revealed = useRevealed(notice.id);
  const query = useQuery(
    asking('GET /api/v1/notices/:id/versions', { params: { id: notice.id }, query: { limit: 200, ...(revealed ? { reveal: true } : {}) } }),
  );
  return <Answered query={query}>{({ items }) => <Listed notice={notice} versions={items} />}</Answered>;
}

function Listed({ notice, versions }: { readonly notice: NoticeInFull; readonly versions: readonly Version[] }): ReactNode {
  const [say, shell] = [useWords('notice'), useWords('shell')];
  const language = useLanguage();
  const numbers = versions.map(({ number }) => number).toSorted((a, b) => a - b);
  const [chosen, setChosen] = useState<readonly [number, number] | null>(null);
  const [a, b] = chosen ?? [numbers.at(-2) ?? 1, numbers.at(-1) ?? 1];
  const options = versions.map(({ number, from }) => [String(number), say('versionAt', { number, at: inFull(from, language) })] as const);
  return (
    <>
      {versions.length < 2 ? (
        <p className={css.nothing}>{say(versions.length === 0 ? 'noVersions' : 'oneVersion')}</p>
      ) : (
        <>
          <div className={`${own.choose} no-print`}>
            <Choice
              label={say('versionBefore')}
              value={String(a)}
              options={options}
              onChange={({ target }) => setChosen([Number(target.value), b])}
            />
            <Choice
              label={say('versionAfter')}
              value={String(b)}
              options={options}
              onChange={({ target }) => setChosen([a, Number(target.value)])}
            />
          </div>
          <VersionDiff notice={notice} a={a} b={b} />
        </>
      )}
      <ol className={css.rows} aria-label={say('tabVersions')}>
        {versions.map(({ number, from, to, capture, characters }) => (
          <li key={number}>
            <div className={css.line}>
              <span className={css.strong}>{say('versionNumber', { number })}</span>
              <span className={css.soft}>{shell('characters', { count: characters })}</span>
            </div>
            <div className={css.soft}>
              {from === to ? <Moment at={from} /> : <Between from={from} to={to} />} · <Digest value={capture} />
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}
