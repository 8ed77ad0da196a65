import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { asking } from '../../api/queries.ts';
import type { Case, NoticeInFull } from '../../api/routes.gen.ts';
import { useMe } from '../../api/who.ts';
import { keep, useKept } from '../../look/kept.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Field } from '../../parts/field.tsx';
import { Between, Moment } from '../../parts/moment.tsx';
import { Section } from '../../parts/page.tsx';
import { PublisherName } from '../../parts/publisher-name.tsx';
import { ShownText } from '../../parts/shown-text.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { COPY_WORDS } from '../../parts/term-keys.ts';
import { useWho } from '../../words/use-who.ts';
import { useWords } from '../../words/use-words.ts';
import { About } from './about.tsx';
import css from './case.module.css';
import { DossierVerified } from './dossier-verified.tsx';
import paper from './dossier.module.css';
import type { Gathered } from './gathered.ts';
import { glanceOf } from './glance.ts';
import { useNumbers } from './numbers.tsx';

const CLAIM_CAME = {
  contradicted: 'glanceContradicted',
  agrees: 'glanceAgrees',
  silent: 'glanceSilent',
  notCompared: 'glanceNotCompared',
} as const;

/** What lies before the reader, by whom, and what it comes to, for somebody who has never heard of the case or of this program. */
export function DossierFront({ of, data }: { readonly of: Case; readonly data: Gathered }): ReactNode {
  const say = useWords('cases');
  const who = useWho();
  const { data: demo } = useQuery(asking('GET /api/v1/demo', {}));
  const isDemo = data.notices.some(({ id }) => demo?.notices.includes(id) === true);
  return (
    <>
      <p className={paper.what}>{say('dossierWhat')}</p>
      {isDemo && <p className={paper.demo}>{say('dossierDemo')}</p>}
      <dl className={paper.facts}>
        <dt>{say('preparedBy')}</dt>
        <dd>
          <Author />
        </dd>
        <dt>{say('number')}</dt>
        <dd>
          <code>{of.id}</code> {say('versionOf', { version: of.version })}
        </dd>
        <dt>{say('opened')}</dt>
        <dd>
          <Moment at={of.createdAt} />, {who(of.by)}
        </dd>
        <dt>{say('lastAct')}</dt>
        <dd>
          <Moment at={of.updatedAt} />
        </dd>
        <dt>{say('evidenceVerified')}</dt>
        <dd>
          <DossierVerified of={of} />
        </dd>
      </dl>
      <Glance data={data} />
    </>
  );
}

/** Whoever is logged in; where nobody is, a name that is asked for once and kept in this browser, or a line to sign on. */
function Author(): ReactNode {
  const say = useWords('cases');
  const me = useMe();
  const author = useKept('author');
  if (me?.kind === 'user') return me.name;
  return (
    <>
      <span className={`${paper.author} no-print`}>
        <Field
          bare
          label={say('preparedBy')}
          value={author ?? ''}
          maxLength={200}
          onChange={({ target }) => keep('author', target.value || null)}
        />
      </span>
      <span className={paper.signed}>{author}</span>
    </>
  );
}

function Glance({ data }: { readonly data: Gathered }): ReactNode {
  const say = useWords('cases');
  const terms = useWords('terms');
  const numbers = useNumbers();
  const { copies, listed, claims } = glanceOf(data);
  const called = ({ id, title }: { readonly id: string; readonly title: string | null }): string => {
    const no = numbers.get(id);
    return no === undefined ? say('glanceOutside', { title: title ?? id }) : say('glanceNo', { no });
  };
  if (data.notices.length === 0) return null;
  return (
    <Section title={say('glance')}>
      <DataTable
        label={say('notices')}
        rows={data.notices}
        keyOf={({ id }) => id}
        columns={[
          { id: 'no', label: say('no'), figures: true, cell: ({ id }) => numbers.get(id) },
          { id: 'title', label: say('noticeAndPublisher'), cell: (notice) => <Named notice={notice} /> },
          { id: 'published', label: say('published'), cell: ({ publishedAt }) => <Moment at={publishedAt} /> },
          { id: 'state', label: say('state'), cell: (notice) => <Became notice={notice} /> },
        ]}
      />
      <ul className={paper.glance}>
        {copies.map(({ key, of, other, copyKind }) => (
          <li key={key}>
            {say('glanceCopy', {
              copy: called(of),
              of: other === null ? '' : called(other),
              kind: copyKind === null ? '' : terms(COPY_WORDS[copyKind]),
            })}
          </li>
        ))}
        {listed.length > 0 && <li>{say('glanceListed', { names: listed.join(' · ') })}</li>}
        {claims.map(({ id, who, came, points }) => (
          <li key={id}>{say(CLAIM_CAME[came], { who, count: points })}</li>
        ))}
      </ul>
    </Section>
  );
}

function Named({ notice }: { readonly notice: NoticeInFull }): ReactNode {
  return (
    <>
      <ShownText text={notice.title ?? notice.url} />
      <p className={css.meta}>
        <About notice={notice} />
        {notice.publisher !== null && (
          <span>
            <PublisherName name={notice.publisher} />
          </span>
        )}
      </p>
    </>
  );
}

/** What became of it, and when: where it is gone, between which visits. */
export function Became({ notice: { state, removal, lastSeenPresentAt } }: { readonly notice: NoticeInFull }): ReactNode {
  return (
    <>
      <StateMark state={state} />
      {removal !== undefined && lastSeenPresentAt !== null && (
        <p>
          <Between from={lastSeenPresentAt} to={removal.firstSeenGoneAt} />
        </p>
      )}
    </>
  );
}
