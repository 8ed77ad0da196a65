import type { ReactNode } from 'react';
import { useGlossary } from '../../api/glossary.ts';
import type { Copy, NoticeInFull } from '../../api/routes.gen.ts';
import { Between, Moment } from '../../parts/moment.tsx';
import { ShownText } from '../../parts/shown-text.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { COPY_WORDS } from '../../parts/term-keys.ts';
import { useWords } from '../../words/use-words.ts';
import { DossierFindings } from './dossier-findings.tsx';
import { DossierTriage } from './dossier-triage.tsx';
import { ObservationsTable } from './dossier-observations.tsx';
import paper from './dossier.module.css';
import { ONE_WORDS } from './item-kinds.ts';

/** A notice or report on paper: where it stood, what it says, what was found in it and by which source, every visit with its digest and entry of the log. */
export function DossierNotice({
  notice,
  copies,
  number,
}: {
  readonly notice: NoticeInFull;
  readonly copies: readonly Copy[];
  readonly number: number;
}): ReactNode {
  const say = useWords('cases');
  const terms = useWords('terms');
  const claims = useWords('claims');
  const { goods, country } = useGlossary();
  const { removal, lastSeenPresentAt, reading } = notice;
  const findings = notice.findings.filter(({ status }) => status === 'met' || status === 'seen' || status === 'unstated');
  return (
    <section className={paper.notice}>
      <h2>
        {number}. {say(ONE_WORDS[notice.type])}: <ShownText text={notice.title ?? notice.url} />
      </h2>
      <dl className={paper.facts}>
        <dt>{say('address')}</dt>
        <dd>
          <ShownText text={notice.url} />
        </dd>
        <dt>{say('publisher')}</dt>
        <dd>
          <ShownText text={notice.publisher ?? '–'} />
        </dd>
        <dt>{say('published')}</dt>
        <dd>
          <Moment at={notice.publishedAt} />
        </dd>
        <dt>{say('firstSeen')}</dt>
        <dd>
          <Moment at={notice.firstSeenAt} />
        </dd>
        <dt>{say('state')}</dt>
        <dd>
          <StateMark state={notice.state} />{' '}
          {removal !== undefined && lastSeenPresentAt !== null && <Between from={lastSeenPresentAt} to={removal.firstSeenGoneAt} />}
        </dd>
        {notice.goods.length > 0 && (
          <>
            <dt>{claims('topicGoods')}</dt>
            <dd>{notice.goods.map((one) => goods(one)).join(', ')}</dd>
          </>
        )}
        {notice.destination.length > 0 && (
          <>
            <dt>{claims('topicDestination')}</dt>
            <dd>{notice.destination.map((one) => country(one)).join(', ')}</dd>
          </>
        )}
        {copies.map(({ kind, other }) => (
          <CopyFact key={other.id} kind={terms(COPY_WORDS[kind])} other={other} />
        ))}
      </dl>
      {reading !== null && (
        <>
          <h3>{say('textAsPublished')}</h3>
          <p className={paper.source}>
            {say('textOf')} <code>{reading.capture}</code>
          </p>
          <blockquote className={paper.reading} lang={notice.lang === 'und' ? undefined : notice.lang}>
            <ShownText text={reading.text} />
          </blockquote>
          <GoodsInText notice={notice} />
        </>
      )}
      {findings.length > 0 && (
        <>
          <h3>{say('findings')}</h3>
          <DossierFindings findings={findings} />
        </>
      )}
      <DossierTriage id={notice.id} />
      <h3>{say('visits')}</h3>
      <ObservationsTable notice={notice} />
    </section>
  );
}

function CopyFact({ kind, other }: { readonly kind: string; readonly other: Copy['other'] }): ReactNode {
  const say = useWords('cases');
  return (
    <>
      <dt>{say('copy')}</dt>
      <dd>
        {kind}: <ShownText text={`${other.publisher ?? ''} ${other.url}`} /> <StateMark state={other.state} />
      </dd>
    </>
  );
}

/** Words of the text that name goods, each with what the catalogue calls them: glosses, and no translation. */
function GoodsInText({ notice: { mentions } }: { readonly notice: NoticeInFull }): ReactNode {
  const say = useWords('cases');
  const { goods } = useGlossary();
  const named = new Map(
    mentions.flatMap(({ kind, concept, counted, text }) =>
      counted && concept !== undefined && (kind === 'good' || kind === 'tradeName')
        ? [[`${text} ${concept}`, { text, concept }] as const]
        : [],
    ),
  );
  if (named.size === 0) return null;
  return (
    <p className={paper.glosses}>
      {say('goodsInText')}{' '}
      {[...named].map(([key, { text, concept }]) => (
        <span key={key}>
          <q>
            <ShownText text={text} />
          </q>{' '}
          {goods(concept)}
        </span>
      ))}
    </p>
  );
}
