import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { asking } from '../../../api/queries.ts';
import type { Change, NoticeInFull } from '../../../api/routes.gen.ts';
import { Answered } from '../../../parts/answered.tsx';
import { ShownText } from '../../../parts/shown-text.tsx';
import { useWords } from '../../../words/use-words.ts';
import { useRevealed } from '../place.ts';
import { markedParts } from './marked-parts.ts';
import css from './compare.module.css';

/** What became other between two versions, as a list of changed sentences: before, after, and in each the words that went or came. */
export function VersionDiff({ notice, a, b }: { readonly notice: NoticeInFull; readonly a: number; readonly b: number }): ReactNode {
  const say = useWords('notice');
  const revealed = useRevealed(notice.id);
  const query = useQuery(
    asking('GET /api/v1/notices/:id/diff', { params: { id: notice.id }, query: { a, b, ...(revealed ? { reveal: true } : {}) } }),
  );
  return (
    <Answered query={query}>
      {({ changes }) =>
        changes.length === 0 ? (
          <p className={css.none}>{say('noChanges')}</p>
        ) : (
          <ol className={css.changes} aria-label={say('changes')} lang={notice.lang === 'und' ? undefined : notice.lang}>
            {changes.map((change) => (
              <li key={`${change.a?.[0] ?? ''}|${change.b?.[0] ?? ''}`}>
                <Side change={change} side="removed" />
                <Side change={change} side="added" />
              </li>
            ))}
          </ol>
        )
      }
    </Answered>
  );
}

function Side({ change, side }: { readonly change: Change; readonly side: 'removed' | 'added' }): ReactNode {
  const say = useWords('notice');
  const text = side === 'removed' ? change.before : change.after;
  if (text === null) return null;
  const Tag = side === 'removed' ? 'del' : 'ins';
  return (
    <p className={css.side} data-side={side}>
      <span className={css.sign} aria-hidden="true">
        {side === 'removed' ? '−' : '+'}
      </span>
      <span className="visually-hidden">{say(side === 'removed' ? 'wasBefore' : 'isAfter')}</span>
      <span>
        {markedParts(change, side).map(({ start, text: part, marked }) =>
          marked ? (
            <Tag key={start}>
              <ShownText text={part} />
            </Tag>
          ) : (
            <ShownText key={start} text={part} />
          ),
        )}
      </span>
    </p>
  );
}
