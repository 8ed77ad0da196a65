import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ask } from '../../../api/ask.ts';
import type { Copy, NoticeInFull } from '../../../api/routes.gen.ts';
import { Answered } from '../../../parts/answered.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { PublisherName } from '../../../parts/publisher-name.tsx';
import { ShownText } from '../../../parts/shown-text.tsx';
import { useWords } from '../../../words/use-words.ts';
import { useRevealed } from '../place.ts';
import { alignedRows, type Piece } from './aligned-rows.ts';
import css from './compare.module.css';

const ROWS = 400;

/** Two notices beside each other, in the texts that were compared: what both say stands in one row, what only one says is marked. */
export function SideBySide({ notice, copy }: { readonly notice: NoticeInFull; readonly copy: Copy }): ReactNode {
  const [own, theirs] = copy.captures;
  const revealed = useRevealed(notice.id);
  const mine = useCapturedText(own ?? notice.reading?.capture ?? '', revealed);
  const other = useCapturedText(theirs, revealed);
  return (
    <Answered query={mine}>{(a) => <Answered query={other}>{(b) => <Both notice={notice} copy={copy} a={a} b={b} />}</Answered>}</Answered>
  );
}

/** What was read from a capture, as plain text. */
export function useCapturedText(sha256: string, revealed: boolean): UseQueryResult<string> {
  return useQuery({
    queryKey: ['captured text', sha256, revealed],
    staleTime: Infinity,
    queryFn: async ({ signal }) =>
      (await ask('GET /api/v1/captures/:sha256/text', { params: { sha256 }, query: revealed ? { reveal: true } : {} }, signal)).text(),
  });
}

function Both({
  notice,
  copy,
  a,
  b,
}: {
  readonly notice: NoticeInFull;
  readonly copy: Copy;
  readonly a: string;
  readonly b: string;
}): ReactNode {
  const say = useWords('notice');
  // In two languages nothing is aligned word by word: both texts stand there as they are.
  const rows =
    copy.aligned.length === 0
      ? [{ a: [{ same: true, start: 0, text: a }], b: [{ same: true, start: 0, text: b }] }]
      : alignedRows(copy.aligned, a, b);
  const earlier = notice.reading !== null && notice.reading.capture !== copy.captures[0];
  return (
    <>
      {earlier && <p className={css.none}>{say('earlierVersion')}</p>}
      <table className={css.beside}>
        <thead>
          <tr>
            {[notice, copy.other].map(({ id, publisher, url, publishedAt, firstSeenAt }) => (
              <th key={id} scope="col">
                {publisher === null ? <ShownText text={url} /> : <PublisherName name={publisher} />}
                <span>
                  <Moment at={publishedAt ?? firstSeenAt} />
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, ROWS).map((row) => (
            <tr key={`${row.a[0]?.start ?? ''}|${row.b[0]?.start ?? ''}`}>
              <Side pieces={row.a} />
              <Side pieces={row.b} />
            </tr>
          ))}
          {rows.length > ROWS && (
            <tr>
              <td colSpan={2}>{say('rowsMore', { count: rows.length - ROWS })}</td>
            </tr>
          )}
        </tbody>
      </table>
    </>
  );
}

const CUT = 20_000;

function Side({ pieces }: { readonly pieces: readonly Piece[] }): ReactNode {
  return (
    <td>
      {pieces.map(({ same, start, text }) => {
        const shown = <ShownText text={text.length > CUT ? `${text.slice(0, CUT)}…` : text} />;
        return same || text.trim() === '' ? (
          <span key={start}>{shown}</span>
        ) : (
          <mark key={start} className={css.only}>
            {shown}
          </mark>
        );
      })}
    </td>
  );
}
