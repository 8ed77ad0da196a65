import { memo, type ReactNode } from 'react';
import { useGlossary } from '../../api/glossary.ts';
import type { Copy, NoticeInFull } from '../../api/routes.gen.ts';
import { Moment } from '../../parts/moment.tsx';
import { PublisherName } from '../../parts/publisher-name.tsx';
import { ShownText } from '../../parts/shown-text.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { COPY_WORDS } from '../../parts/term-keys.ts';
import { useWords } from '../../words/use-words.ts';
import { DossierFindings } from './dossier-findings.tsx';
import { Became } from './dossier-front.tsx';
import { DossierText } from './dossier-text.tsx';
import { DossierTriage } from './dossier-triage.tsx';
import { ObservationsTable } from './dossier-observations.tsx';
import paper from './dossier.module.css';
import { ONE_WORDS } from './item-kinds.ts';
import { NoticeNumber, useNumbers } from './numbers.tsx';

/** A notice or report on paper: where it stood, what it says, what was found in it and by which source, every visit with its digest and entry of the log. */
export const DossierNotice = memo(function DossierNotice({
  notice,
  copies,
}: {
  readonly notice: NoticeInFull;
  readonly copies: readonly Copy[];
}): ReactNode {
  const say = useWords('cases');
  const terms = useWords('terms');
  const claims = useWords('claims');
  const { goods, country } = useGlossary();
  const numbers = useNumbers();
  const no = numbers.get(notice.id);
  const findings = notice.findings.filter(({ status }) => status === 'met' || status === 'seen' || status === 'unstated');
  return (
    <section className={paper.notice}>
      <h2>
        {no !== undefined && `${String(no)}. `}
        {say(ONE_WORDS[notice.type])}: <ShownText text={notice.title ?? notice.url} />
      </h2>
      <dl className={paper.facts}>
        <dt>{say('address')}</dt>
        <dd>
          <ShownText text={notice.url} />
        </dd>
        <dt>{say('publisher')}</dt>
        <dd>
          <PublisherName name={notice.publisher ?? '–'} />
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
          <Became notice={notice} />
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
      <DossierText notice={notice} />
      {findings.length > 0 && (
        <>
          <h3>{say('findings')}</h3>
          <DossierFindings notice={notice} findings={findings} />
        </>
      )}
      <DossierTriage id={notice.id} />
      <h3>{say('visits')}</h3>
      <ObservationsTable notice={notice} />
    </section>
  );
});

function CopyFact({ kind, other }: { readonly kind: string; readonly other: Copy['other'] }): ReactNode {
  const say = useWords('cases');
  return (
    <>
      <dt>{say('copy')}</dt>
      <dd>
        {kind}: <NoticeNumber id={other.id} /> {other.publisher !== null && <PublisherName name={other.publisher} />}{' '}
        <ShownText text={other.url} /> <StateMark state={other.state} />
      </dd>
    </>
  );
}
