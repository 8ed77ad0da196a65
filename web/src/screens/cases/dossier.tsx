import { useIsFetching } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import type { ReadName } from '../../api/ask.ts';
import type { Case, Copy } from '../../api/routes.gen.ts';
import { useMay } from '../../api/who.ts';
import { Button } from '../../parts/button.tsx';
import { Moment } from '../../parts/moment.tsx';
import { Section } from '../../parts/page.tsx';
import { ShownText } from '../../parts/shown-text.tsx';
import { useWho } from '../../words/use-who.ts';
import { useWords } from '../../words/use-words.ts';
import { summaryOf } from './apply-change.ts';
import css from './case.module.css';
import { ClaimCard } from './claim-card.tsx';
import { DossierFront } from './dossier-front.tsx';
import { DossierNotice } from './dossier-notice.tsx';
import paper from './dossier.module.css';
import { GatheringNote } from './gathering-note.tsx';
import { useGathered } from './gathered.ts';
import { KINDS, ONE_WORDS } from './item-kinds.ts';
import { networkOf } from './network.ts';
import { NetworkTable } from './network-table.tsx';
import { PaperFoot } from './paper-foot.tsx';
import { SayForm } from './say-form.tsx';
import { Days, useTimeline } from './timeline-view.tsx';
import { useChangeCase } from './use-case.ts';

const NONE: readonly Copy[] = [];

/** The whole case as one text to be printed: what is known, and for each thing the capture, digest and entry of the log that show it. */
export function Dossier({ of }: { readonly of: Case }): ReactNode {
  const say = useWords('cases');
  const frame = useWords('shell');
  const gathering = useGathered(of);
  // Who judged what is asked by each notice itself: paper waits for that too.
  const isAsked = useIsFetching({ queryKey: ['GET /api/v1/notices/:id/triage' satisfies ReadName] }) > 0;
  const { data } = gathering;
  const { notices, copies, claims } = data;
  const entries = useTimeline(data);
  const network = useMemo(() => networkOf({ of, ...data }), [of, data]);
  const others = of.items.filter(({ kind }) => kind === 'publisher' || kind === 'party' || kind === 'capture');
  return (
    <article className={paper.dossier}>
      <div className={paper.content}>
        <div className={`${css.lead} no-print`}>
          <p className={css.soft}>{say('dossierLead')}</p>
          <Button
            kind="main"
            icon={<Printer aria-hidden="true" />}
            disabled={gathering.isPending || isAsked}
            onClick={() => window.print()}
          >
            {frame('print')}
          </Button>
        </div>
        {summaryOf(of) === undefined && <AskSummary of={of} />}
        <GatheringNote gathering={gathering} />
        <DossierFront of={of} data={data} />
        <Section title={say('timeline')}>
          <Days entries={entries} />
        </Section>
        {notices.map((notice) => (
          <DossierNotice key={notice.id} notice={notice} copies={copies.get(notice.id) ?? NONE} />
        ))}
        {claims.length > 0 && (
          <Section title={say('claimsAgainst')}>
            <ul>
              {claims.map(({ claim, comparison }) => (
                <ClaimCard key={claim.id} claim={claim} comparison={comparison} />
              ))}
            </ul>
          </Section>
        )}
        {others.length > 0 && (
          <Section title={say('others')}>
            <ul>
              {KINDS.flatMap((kind) => others.filter((item) => item.kind === kind)).map((item) => (
                <li key={item.no}>
                  {say(ONE_WORDS[item.kind])}: <ShownText text={item.caption ?? say('gone')} /> <code>{item.id}</code>
                </li>
              ))}
            </ul>
          </Section>
        )}
        <Section title={say('network')}>
          <NetworkTable network={network} chosen={null} />
        </Section>
        <DossierNotes of={of} />
        <Section title={say('howToCheck')}>
          <p className={paper.check}>{say('howToCheckText')}</p>
        </Section>
      </div>
      <PaperFoot of={of} readAt={gathering.readAt} />
    </article>
  );
}

/** Asks softly for what only a person can say, where nobody has. */
function AskSummary({ of }: { readonly of: Case }): ReactNode {
  const say = useWords('cases');
  const change = useChangeCase(of.id);
  if (!useMay('analyst')) return null;
  return (
    <details className={`${paper.ask} no-print`}>
      <summary>{say('summaryAsk')}</summary>
      <SayForm
        label={say('summary')}
        button={say('summaryAdd')}
        onSay={(text) => change({ change: { do: 'note', text }, said: say('saidSummary') })}
      />
    </details>
  );
}

function DossierNotes({ of }: { readonly of: Case }): ReactNode {
  const say = useWords('cases');
  const who = useWho();
  const summary = summaryOf(of);
  const notes = of.notes.filter((note) => note !== summary);
  if (notes.length === 0) return null;
  return (
    <Section title={say('notes')}>
      <ul>
        {notes.map(({ no, text, by, at, on, words }) => (
          <li key={no} className={paper.note}>
            {on !== null && (
              <blockquote className={css.quote}>
                <ShownText text={words ?? say('wordsForgotten')} />{' '}
                <code>
                  {on.capture} {on.start}–{on.end}
                </code>
              </blockquote>
            )}
            <p className={css.text}>{text}</p>
            <p className={css.soft}>
              {who(by)} <Moment at={at} />
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
