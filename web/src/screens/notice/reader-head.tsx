import { Link } from '@tanstack/react-router';
import { Eye, EyeOff, ExternalLink, Maximize2, Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import { useGlossary } from '../../api/glossary.ts';
import type { NoticeInFull } from '../../api/routes.gen.ts';
import { AnalystButton } from '../../parts/analyst-button.tsx';
import { Chip } from '../../parts/chip.tsx';
import { Hint } from '../../parts/hint.tsx';
import { Moment, duration } from '../../parts/moment.tsx';
import { Priority } from '../../parts/priority.tsx';
import { reasonInWords } from '../../parts/reason-words.ts';
import { PublisherName } from '../../parts/publisher-name.tsx';
import { ShownText } from '../../parts/shown-text.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { LANGUAGE_WORDS } from '../../parts/term-keys.ts';
import { webAddress } from '../../parts/web-address.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { useAllOpen } from './all-open.ts';
import { InCases } from './in-cases.tsx';
import { Judged } from './judged.tsx';
import { reveal, useRevealed } from './place.ts';
import { ReaderTitle } from './reader-title.tsx';
import { isJudged, textState } from './text-state.ts';
import css from './reader.module.css';

/** Title, publisher, source, address and state of a notice; what it is about in the reader's language, which is said to be no translation. */
export function ReaderHead({
  notice,
  acts,
  heading,
}: {
  readonly notice: NoticeInFull;
  readonly acts: ReactNode;
  readonly heading: 'h1' | 'h2';
}): ReactNode {
  const say = useWords('notice');
  const terms = useWords('terms');
  const language = useLanguage();
  const leave = webAddress(notice.url);
  const open = useAllOpen();
  const glossary = useGlossary();
  const inbox = useWords('inbox');
  const judged = isJudged(notice);
  return (
    <header className={css.head}>
      <div className={css.titleLine}>
        {judged && <Priority value={notice.priority} />}
        <ReaderTitle notice={notice} heading={heading} whole={open} />
      </div>
      {acts !== undefined && <div className={`${css.acts} no-print`}>{acts}</div>}
      <Judged notice={notice} />
      <Glosses notice={notice} />
      <ul className={css.facts}>
        <li>
          <StateMark state={textState(notice) === 'unvisited' ? null : notice.state} pending={notice.pending} />
        </li>
        {notice.type === 'report' && <li>{say('report')}</li>}
        {notice.publisher !== null && (
          <li title={say('publisher')}>
            <PublisherName name={notice.publisher} />
          </li>
        )}
        {notice.sources.length > 0 && (
          <li title={say('sources')}>
            <ShownText text={notice.sources.map(({ name }) => name).join(', ')} />
          </li>
        )}
        <li>
          {say('firstSeen')} <Moment at={notice.firstSeenAt} about />
          {notice.lagSeconds !== null && ` (${say('lag', { time: duration(notice.lagSeconds, language) })})`}
        </li>
        {textState(notice) === 'read' && <li>{terms(LANGUAGE_WORDS[notice.lang])}</li>}
        <InCases id={notice.id} />
      </ul>
      <p className={css.address}>
        <ShownText text={notice.url} />{' '}
        {leave !== undefined && (
          <Hint text={say('leaves')}>
            <a href={leave} target="_blank" rel="noopener noreferrer" className="no-print">
              <ExternalLink aria-hidden="true" />
              {say('openOriginal')}
              <span className="visually-hidden">{say('leaves')}</span>
            </a>
          </Hint>
        )}
        {heading === 'h2' && (
          <Link to="/notices/$id" params={{ id: notice.id }} className="no-print">
            <Maximize2 aria-hidden="true" />
            {say('fullPage')}
          </Link>
        )}
        {!open && (
          <Link to="/notices/$id" params={{ id: notice.id }} search={{ all: true }} className="no-print">
            <Printer aria-hidden="true" />
            {say('printView')}
          </Link>
        )}
      </p>
      <Masked notice={notice} />
      {judged && (
        <details className={css.reasons} open={open}>
          <summary>{say('whyPriority')}</summary>
          {notice.reasons.length === 0 ? (
            <p>{say('noReasons')}</p>
          ) : (
            <ul>
              {notice.reasons.map((reason) => (
                <li key={reason}>{reasonInWords(reason, glossary, inbox)}</li>
              ))}
            </ul>
          )}
          {notice.priority >= MOST && <p>{say('mostPriority', { most: MOST })}</p>}
        </details>
      )}
    </header>
  );
}

/** Points beyond it are cut off. */
const MOST = 100;

function Glosses({ notice: { goods, tradeNames, destination, listed, copies } }: { readonly notice: NoticeInFull }): ReactNode {
  const say = useWords('notice');
  const glossary = useGlossary();
  const terms = useWords('terms');
  const named = listed.filter(({ verdict }) => verdict !== 'cleared');
  if (goods.length + destination.length + named.length + copies === 0) return null;
  return (
    <p className={css.glosses} title={say('glossHint')}>
      {goods.map((concept) => (
        <Chip key={concept} strong>
          {glossary.goods(concept)}
        </Chip>
      ))}
      {tradeNames.slice(0, 4).map((name) => (
        <Chip key={name}>{name}</Chip>
      ))}
      {destination.map((code) => (
        <Chip key={code}>{`→ ${glossary.country(code)}`}</Chip>
      ))}
      {named.length > 0 && <Chip strong>{terms('listedParty')}</Chip>}
      {copies > 0 && <Chip>{say('copiesCount', { count: copies })}</Chip>}
    </p>
  );
}

function Masked({ notice }: { readonly notice: NoticeInFull }): ReactNode {
  const say = useWords('notice');
  const shown = useRevealed(notice.id);
  const masked = [...notice.parties, ...notice.terms].some((one) => one.masked === true) || notice.reading?.text.includes('••') === true;
  if (!masked && !shown) return null;
  return (
    <p className={`${css.masked} no-print`}>
      {say(shown ? 'revealedHint' : 'maskedHint')}{' '}
      <AnalystButton
        kind="quiet"
        icon={shown ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
        onClick={() => reveal(notice.id, !shown)}
      >
        {say(shown ? 'mask' : 'reveal')}
      </AnalystButton>
    </p>
  );
}
