import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { asking } from '../../api/queries.ts';
import type { Copy, Notice } from '../../api/routes.gen.ts';
import { DataTable, type Column } from '../../parts/data-table.tsx';
import { Section } from '../../parts/page.tsx';
import { Pending } from '../../parts/pending.tsx';
import { ProblemLine } from '../../parts/problem-note.tsx';
import { PublisherName } from '../../parts/publisher-name.tsx';
import { ShownText } from '../../parts/shown-text.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { COPY_WORDS } from '../../parts/term-keys.ts';
import { useWords } from '../../words/use-words.ts';
import { directionOf } from './order-publishers.ts';
import css from './publishers.module.css';

const LOOKED_AT = 20;

interface Pair {
  readonly notice: Notice;
  readonly copy: Copy;
}

/** From whom its notices were taken, and who took them. */
export function Copies({ notices }: { readonly notices: readonly Notice[] }): ReactNode {
  const say = useWords('publishers');
  const word = useWords('terms');
  const copied = notices.filter(({ copies }) => copies > 0).slice(0, LOOKED_AT);
  const answers = useQueries({ queries: copied.map(({ id }) => asking('GET /api/v1/notices/:id/copies', { params: { id } })) });
  const pairs = copied.flatMap((notice, place): readonly Pair[] => (answers[place]?.data?.items ?? []).map((copy) => ({ notice, copy })));
  const columns: readonly Column<Pair>[] = [
    { id: 'notice', label: say('notice'), cell: ({ notice }) => <Title id={notice.id} title={notice.title} /> },
    { id: 'direction', label: say('direction'), cell: ({ notice, copy }) => say(directionOf(notice, copy.other)) },
    {
      id: 'other',
      label: say('other'),
      cell: ({ copy }) => (
        <>
          <span>{copy.other.publisher === null ? say('unnamed') : <PublisherName name={copy.other.publisher} />}</span>
          <span className={css.beside}>
            <Title id={copy.other.id} title={copy.other.title} />
          </span>
        </>
      ),
    },
    { id: 'kind', label: say('kind'), cell: ({ copy }) => word(COPY_WORDS[copy.kind]) },
    { id: 'state', label: say('itsState'), cell: ({ copy }) => <StateMark state={copy.other.state} /> },
  ];
  return (
    <Section title={say('copies')}>
      {copied.length === 0 && <p className={css.soft}>{say('nothingCopied')}</p>}
      {answers.some(({ isPending }) => isPending) && <Pending lines={2} />}
      <ProblemLine error={answers.find(({ error }) => error !== null)?.error} />
      {pairs.length > 0 && (
        <>
          <DataTable
            label={`${say('notice')} · ${say('other')}`}
            columns={columns}
            rows={pairs}
            keyOf={({ notice, copy }) => `${notice.id} ${copy.other.id}`}
          />
          <p className={css.beside}>{say('byFirstSeen')}</p>
        </>
      )}
    </Section>
  );
}

function Title({ id, title }: { readonly id: string; readonly title: string | null }): ReactNode {
  const say = useWords('publishers');
  return (
    <Link to="/notices/$id" params={{ id }} search={{ tab: 'copies' }} className={css.cell}>
      <bdi>
        <ShownText text={title === null || title.trim() === '' ? say('untitled') : title.slice(0, 200)} />
      </bdi>
    </Link>
  );
}
