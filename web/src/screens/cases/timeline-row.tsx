import {
  CloudOff,
  Copy,
  Eye,
  Megaphone,
  MessageSquareQuote,
  Newspaper,
  Pencil,
  RotateCcw,
  ShieldAlert,
  X,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { Digest } from '../../parts/digest.tsx';
import { Between, Moment } from '../../parts/moment.tsx';
import { PublisherName } from '../../parts/publisher-name.tsx';
import { ShownText } from '../../parts/shown-text.tsx';
import { COPY_WORDS } from '../../parts/term-keys.ts';
import { useWords } from '../../words/use-words.ts';
import { Basis } from '../notice/basis.tsx';
import type { TimelineEntry } from './timeline.ts';
import css from './timeline.module.css';
import { NoticeLink } from './notice-link.tsx';

const KINDS = {
  published: { word: 'timePublished', icon: Megaphone },
  seen: { word: 'timeSeen', icon: Eye },
  edited: { word: 'timeEdited', icon: Pencil },
  removed: { word: 'timeRemoved', icon: X },
  blocked: { word: 'timeBlocked', icon: ShieldAlert },
  unreachable: { word: 'timeUnreachable', icon: CloudOff },
  back: { word: 'timeBack', icon: RotateCcw },
  copy: { word: 'timeCopy', icon: Copy },
  claim: { word: 'timeClaim', icon: MessageSquareQuote },
  report: { word: 'timeReport', icon: Newspaper },
} as const satisfies Readonly<Record<TimelineEntry['kind'], { readonly word: string; readonly icon: LucideIcon }>>;

/** One thing that happened: when, what, of what, and what shows it. */
export function TimelineRow({ entry }: { readonly entry: TimelineEntry }): ReactNode {
  const say = useWords('cases');
  const terms = useWords('terms');
  const { kind, of, other, copyKind, visit, capture, captureIndex, logIndex } = entry;
  const { word, icon: Icon } = KINDS[kind];
  return (
    <li className={css.entry} data-kind={kind}>
      <span className={css.what}>
        <Icon aria-hidden="true" />
        {say(word)}
        {copyKind !== null && <span className={css.soft}>{terms(COPY_WORDS[copyKind])}</span>}
      </span>
      <div className={css.of}>
        <When entry={entry} />
        <p className={css.title}>
          {of.kind === 'claim' ? (
            <q>
              <ShownText text={of.title} />
            </q>
          ) : (
            <NoticeLink id={of.id}>
              <ShownText text={of.title} />
            </NoticeLink>
          )}
          {of.who !== null && (
            <span className={css.who}>
              {' '}
              <PublisherName name={of.who} />
            </span>
          )}
        </p>
        {other !== null && (
          <p className={css.soft}>
            {say('copyOfWhat')}{' '}
            <NoticeLink id={other.id}>
              <ShownText text={other.title} />
            </NoticeLink>
          </p>
        )}
        {(visit !== null || capture !== null) && (
          <p className={css.proof}>
            {visit !== null && <Basis of={visit} />}
            {capture !== null && <Digest value={capture} />}
            {captureIndex !== null && <span>{say('captureIndex', { index: captureIndex })}</span>}
            {logIndex !== null && <span>{say('logIndex', { index: logIndex })}</span>}
          </p>
        )}
      </div>
    </li>
  );
}

function When({ entry: { at, until, kind, recorded } }: { readonly entry: TimelineEntry }): ReactNode {
  const say = useWords('claims');
  if (until === null)
    return (
      <p className={css.when}>
        {recorded && `${say('saidUnknown')} `}
        <Moment at={at} />
      </p>
    );
  // What lasted is told from its first to its last visit; what happened, as lying between two.
  const lasted = kind === 'blocked' || kind === 'unreachable';
  return <p className={css.when}>{lasted ? <Lasted from={at} to={until} /> : <Between from={at} to={until} />}</p>;
}

function Lasted({ from, to }: { readonly from: string; readonly to: string }): ReactNode {
  const say = useWords('cases');
  return (
    <>
      <Moment at={from} /> {say('until')} <Moment at={to} />
    </>
  );
}
