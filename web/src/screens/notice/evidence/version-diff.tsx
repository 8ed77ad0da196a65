import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { asking } from '../../../api/queries.ts';
import type { Change, NoticeInFull } from '../../../api/routes.gen.ts';
import { Answered } from '../../../parts/answered.tsx';
import { ShownText } from '../../../parts/shown-text.tsx';
import { useWords } from '../../../words/use-words.ts';
import { useRevealed } from '../place.ts';
import { markedParts } from './marked-parts.ts';
import { useFirst } from './use-first.tsx';
import css from './compare.module.css';

const MOST = 200;
const CUT = 20_000;

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
        changes.length === 0 ? <p className={css.none}>{say('noChanges')}</p> : <Changes lang={notice.lang} changes={changes} />
      }
    </Answered>
  );
}

function Changes({ lang, changes }: { readonly lang: NoticeInFull['lang']; readonly changes: readonly Change[] }): ReactNode {
  const say = useWords('notice');
  const [shown, more] = useFirst(changes, MOST);
  return (
    <>
      <ol className={css.changes} aria-label={say('changes')} lang={lang === 'und' ? undefined : lang}>
        {shown.map((change) => (
          <li key={`${change.a?.[0] ?? ''}|${change.b?.[0] ?? ''}`}>
            <Side change={change} side="removed" />
            <Side change={change} side="added" />
          </li>
        ))}
      </ol>
      {more}
    </>
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
        {markedParts(change, side).map(({ start, text: part, marked }) => {
          const shown = <ShownText text={part.length > CUT ? `${part.slice(0, CUT)}…` : part} />;
          return marked ? <Tag key={start}>{shown}</Tag> : <span key={start}>{shown}</span>;
        })}
      </span>
    </p>
  );
}
