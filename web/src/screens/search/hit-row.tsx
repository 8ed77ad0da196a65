import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useGlossary } from '../../api/glossary.ts';
import { answers } from '../../api/queries.ts';
import type { SearchHit } from '../../api/routes.gen.ts';
import { Chip } from '../../parts/chip.tsx';
import { MarkedText } from '../../parts/marked-text.tsx';
import { Moment } from '../../parts/moment.tsx';
import { Priority } from '../../parts/priority.tsx';
import { PublisherName } from '../../parts/publisher-name.tsx';
import { ShownText } from '../../parts/shown-text.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { useWords } from '../../words/use-words.ts';
import { noticeQuery } from '../notice/use-notice.ts';
import css from './results.module.css';

const SNIPPETS = 3;
const GOODS = 3;

/** One hit: what it is called and says where the words stand, and what is known of it. */
export function HitRow({
  hit: { notice, title, snippets },
  q,
  filter,
  isChosen,
  onOpen,
}: {
  readonly hit: SearchHit;
  readonly q: string;
  readonly filter: string;
  readonly isChosen: boolean;
  readonly onOpen: (id: string) => void;
}): ReactNode {
  const say = useWords('search');
  const terms = useWords('terms');
  const glossary = useGlossary();
  const lang = notice.lang === 'und' ? undefined : notice.lang;
  return (
    <li className={css.hit} data-notice={notice.id} data-chosen={isChosen}>
      <Priority value={notice.priority} />
      <div className={css.text}>
        <h2 lang={lang}>
          <Link
            to="/search"
            search={{ q, filter, notice: notice.id }}
            aria-current={isChosen ? 'true' : undefined}
            onPointerEnter={() => readAhead(notice.id)}
            onFocus={() => readAhead(notice.id)}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return;
              event.preventDefault();
              onOpen(notice.id);
            }}
          >
            {title.text === '' ? <ShownText text={notice.url} /> : <MarkedText text={title.text} marks={title.marks} />}
          </Link>
        </h2>
        {snippets.slice(0, SNIPPETS).map((snippet) => (
          <p key={snippet.start} className={css.snippet} lang={lang}>
            <MarkedText text={snippet.text} marks={snippet.marks} />
          </p>
        ))}
        <p className={css.meta}>
          <StateMark state={notice.state} pending={notice.pending} />
          {notice.type === 'report' && <span>{say('isReport')}</span>}
          {notice.goods.slice(0, GOODS).map((concept) => (
            <span key={concept}>{glossary.goods(concept)}</span>
          ))}
          {notice.listed.length > 0 && <Chip strong>{terms('listedParty')}</Chip>}
          {notice.publisher !== null && (
            <span>
              <PublisherName name={notice.publisher} />
            </span>
          )}
          <Moment at={notice.publishedAt ?? notice.firstSeenAt} about />
        </p>
      </div>
    </li>
  );
}

/** What is pointed at is likely to be opened. */
function readAhead(id: string): void {
  answers.query({ ...noticeQuery(id), staleTime: 60_000 }).catch(() => undefined);
}
