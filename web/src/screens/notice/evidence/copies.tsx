import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { asking } from '../../../api/queries.ts';
import type { Copy, NoticeInFull } from '../../../api/routes.gen.ts';
import { Answered } from '../../../parts/answered.tsx';
import { Button } from '../../../parts/button.tsx';
import { Chip } from '../../../parts/chip.tsx';
import { asPercent } from '../../../parts/fractions.ts';
import { Moment } from '../../../parts/moment.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { NameReading } from '../../../parts/publisher-name.tsx';
import { ShownText } from '../../../parts/shown-text.tsx';
import { StateMark } from '../../../parts/state-mark.tsx';
import { COPY_WORDS } from '../../../parts/term-keys.ts';
import { useLanguage, useWords } from '../../../words/use-words.ts';
import { useRevealed } from '../place.ts';
import { Differences } from './differences.tsx';
import { SideBySide } from './side-by-side.tsx';
import css from './evidence-list.module.css';

/** Other notices with the text of this one: how alike, who published it and when, whether it still stands, and in what they differ. */
export function Copies({ notice }: { readonly notice: NoticeInFull }): ReactNode {
  const say = useWords('notice');
  const revealed = useRevealed(notice.id);
  const query = useQuery(asking('GET /api/v1/notices/:id/copies', { params: { id: notice.id }, query: revealed ? { reveal: true } : {} }));
  const [shown, setShown] = useState<Copy | null>(null);
  return (
    <Answered query={query}>
      {({ items, compared }) => (
        <>
          {!compared && <p className={css.nothing}>{say('notCompared')}</p>}
          {items.length === 0 && compared && <p className={css.nothing}>{say('noCopies')}</p>}
          <ul className={css.rows}>
            {items.map((copy) => (
              <CopyRow key={copy.other.id} notice={notice} copy={copy} onCompare={() => setShown(copy)} />
            ))}
          </ul>
          <Panel open={shown !== null} onClose={() => setShown(null)} title={say('sideBySide')} wide>
            {shown !== null && <SideBySide notice={notice} copy={shown} />}
          </Panel>
        </>
      )}
    </Answered>
  );
}

function CopyRow({
  notice,
  copy,
  onCompare,
}: {
  readonly notice: NoticeInFull;
  readonly copy: Copy;
  readonly onCompare: () => void;
}): ReactNode {
  const say = useWords('notice');
  const terms = useWords('terms');
  const language = useLanguage();
  const { other, kind, containment, differs, shared } = copy;
  const share = asPercent(containment, language);
  const [mine, theirs] = [notice.publishedAt ?? notice.firstSeenAt, other.publishedAt ?? other.firstSeenAt];
  return (
    <li>
      <div className={`${css.line} ${css.apart}`}>
        <h3>
          <Link to="/notices/$id" params={{ id: other.id }} search={{ tab: 'copies' }}>
            <ShownText text={other.publisher ?? other.title ?? other.url} />
          </Link>
        </h3>
        <StateMark state={other.state} />
      </div>
      {other.publisher !== null && <NameReading name={other.publisher} below />}
      {other.publisher !== null && other.title !== null && (
        <p>
          <ShownText text={other.title} />
        </p>
      )}
      <p className={css.soft}>
        <b>{terms(COPY_WORDS[kind])}</b>
        {kind === 'translated' ? ' · ' : ` · ${say('sharedText', { share })} · `}
        {say(theirs < mine ? 'earlier' : 'later')} <Moment at={theirs} />
      </p>
      {kind === 'translated' && <p className={css.soft}>{say('translatedHint')}</p>}
      {shared.length > 0 && (
        <div className={css.chips}>
          <span className={css.soft}>{say('sharedFacts')}</span>
          {shared.slice(0, 12).map((fact) => (
            <Chip key={fact}>
              <ShownText text={fact} />
            </Chip>
          ))}
        </div>
      )}
      <Differences differs={differs} />
      <div className={`${css.acts} no-print`}>
        <Button onClick={onCompare}>{say('sideBySide')}</Button>
      </div>
    </li>
  );
}
