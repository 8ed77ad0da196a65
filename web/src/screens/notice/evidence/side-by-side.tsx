import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Copy, NoticeInFull } from '../../../api/routes.gen.ts';
import { Answered } from '../../../parts/answered.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { ShownText } from '../../../parts/shown-text.tsx';
import { useWords } from '../../../words/use-words.ts';
import { useRevealed } from '../place.ts';
import { noticeQuery } from '../use-notice.ts';
import { alignedRows } from './aligned-rows.ts';
import css from './compare.module.css';

const ROWS = 400;

/** Two notices beside each other: what both say stands in one row, what only one says is marked. */
export function SideBySide({ notice, copy }: { readonly notice: NoticeInFull; readonly copy: Copy }): ReactNode {
  const revealed = useRevealed(notice.id);
  return <Answered query={useQuery(noticeQuery(copy.other.id, revealed))}>{(other) => <Both {...{ notice, other, copy }} />}</Answered>;
}

function Both({ notice, other, copy }: { readonly notice: NoticeInFull; readonly other: NoticeInFull; readonly copy: Copy }): ReactNode {
  const say = useWords('notice');
  const [a, b] = [notice.reading?.text ?? '', other.reading?.text ?? ''];
  const rows = alignedRows(copy.aligned, a.length, b.length);
  return (
    <table className={css.beside}>
      <thead>
        <tr>
          {[notice, other].map(({ id, publisher, url, publishedAt, firstSeenAt }) => (
            <th key={id} scope="col">
              <ShownText text={publisher ?? url} />
              <span>
                <Moment at={publishedAt ?? firstSeenAt} />
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, ROWS).map((row) => (
          <tr key={`${row.a?.[0] ?? ''}|${row.b?.[0] ?? ''}`} data-same={row.same}>
            <td lang={notice.lang}>{row.a !== null && <Side own={!row.same} text={a.slice(...row.a)} />}</td>
            <td lang={other.lang}>{row.b !== null && <Side own={!row.same} text={b.slice(...row.b)} />}</td>
          </tr>
        ))}
        {rows.length > ROWS && (
          <tr>
            <td colSpan={2}>{say('rowsMore', { count: rows.length - ROWS })}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

const CUT = 20_000;

function Side({ own, text }: { readonly own: boolean; readonly text: string }): ReactNode {
  const shown = <ShownText text={text.length > CUT ? `${text.slice(0, CUT)}…` : text} />;
  return own && text.trim() !== '' ? <mark className={css.only}>{shown}</mark> : shown;
}
