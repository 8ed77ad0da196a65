import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useListsKept } from '../../api/lists-kept.ts';
import { asking } from '../../api/queries.ts';
import type { PublisherProfile as Profile } from '../../api/routes.gen.ts';
import { Answered } from '../../parts/answered.tsx';
import { Moment } from '../../parts/moment.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { NameReading } from '../../parts/publisher-name.tsx';
import { ShownText } from '../../parts/shown-text.tsx';
import { useWords } from '../../words/use-words.ts';
import { Copies } from './copies.tsx';
import { NoticeLine } from './notice-line.tsx';
import { Oversight } from './oversight.tsx';
import { Vanished } from './vanished.tsx';
import css from './publishers.module.css';

/** One publisher: what of it vanished and when, what it edited, whom it copies, who oversees it. */
export function PublisherProfile({ id }: { readonly id: string }): ReactNode {
  const query = useQuery(asking('GET /api/v1/publishers/:id', { params: { id } }));
  const shell = useWords('shell');
  if (query.data !== undefined) return <Shown profile={query.data} />;
  return (
    <Page title={shell('publishers')} acts={<Back />}>
      <Answered query={query} lines={12}>
        {() => null}
      </Answered>
    </Page>
  );
}

function Back(): ReactNode {
  const say = useWords('publishers');
  return (
    <Link from="/publishers" to="/publishers" search={({ publisher: _, ...rest }) => rest} className={`${css.back} no-print`}>
      <ArrowLeft aria-hidden="true" />
      {say('all')}
    </Link>
  );
}

function Shown({ profile }: { readonly profile: Profile }): ReactNode {
  const say = useWords('publishers');
  const notice = useWords('notice');
  const unscreened = useListsKept() === false;
  const { name, host, key, firstSeenAt, lastSeenAt, latest, vanished } = profile;
  const edited = latest.filter(({ versions }) => versions > 1);
  return (
    <Page
      title={<ShownText text={name} />}
      lead={
        <>
          <NameReading name={name} below />
          <Back />
        </>
      }
    >
      <dl className={css.facts} aria-label={say('facts')}>
        <Fact term={say('host')}>{host}</Fact>
        <Fact term={say('account')}>
          <code>{key}</code>
        </Fact>
        <Fact term={say('first')}>
          <Moment at={firstSeenAt} />
        </Fact>
        <Fact term={say('latest')}>
          <Moment at={lastSeenAt} />
        </Fact>
      </dl>
      <ul className={css.figures}>
        <Figure value={profile.notices} label={say('notices')} />
        <Figure
          value={profile.removed}
          label={say('removed')}
          beside={profile.removed > 0 ? say('byItself', { count: profile.removedByPublisher }) : undefined}
        />
        <Figure
          value={profile.edited}
          label={say('edited')}
          beside={profile.edits > 0 ? say('editsOf', { edits: profile.edits }) : undefined}
        />
        <Figure value={profile.copied} label={say('copied')} />
        <Figure value={unscreened ? '–' : profile.listed} label={say('listed')} beside={unscreened ? notice('notScreened') : undefined} />
      </ul>
      <Vanished notices={vanished} />
      <Section title={say('edits')}>
        {edited.length === 0 && <p className={css.soft}>{say('nothingEdited')}</p>}
        <ul className={css.lines}>
          {edited.map((notice) => (
            <NoticeLine key={notice.id} notice={notice} tab="versions">
              {say('versions', { count: notice.versions })}
            </NoticeLine>
          ))}
        </ul>
      </Section>
      <Copies notices={[...new Map([...vanished, ...latest].map((notice) => [notice.id, notice])).values()]} />
      <Oversight profile={profile} />
      <Section
        title={say('latestNotices')}
        acts={
          <Link to="/inbox" search={{ q: `publisher:"${name.replaceAll('"', '')}"` }}>
            {say('allInSearch')}
          </Link>
        }
      >
        <ul className={css.lines}>
          {latest.map((notice) => (
            <NoticeLine key={notice.id} notice={notice}>
              <Moment at={notice.publishedAt ?? notice.firstSeenAt} about />
            </NoticeLine>
          ))}
        </ul>
      </Section>
    </Page>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Figure({
  value,
  label,
  beside,
}: {
  readonly value: number | '–';
  readonly label: string;
  readonly beside?: string | undefined;
}): ReactNode {
  return (
    <li>
      <strong>{value}</strong>
      <span>{label}</span>
      {beside !== undefined && <span className={css.beside}>{beside}</span>}
    </li>
  );
}
