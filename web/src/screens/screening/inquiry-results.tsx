import { Link } from '@tanstack/react-router';
import { Download, Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import { saveAs } from '../../acts/save-as.ts';
import type { Answer } from '../../api/ask.ts';
import { useGlossary } from '../../api/glossary.ts';
import { useMay } from '../../api/who.ts';
import { Button } from '../../parts/button.tsx';
import { Chip } from '../../parts/chip.tsx';
import { Acts } from '../../parts/form.tsx';
import { MatchList, type MatchGroup } from '../../parts/match-list.tsx';
import { Section } from '../../parts/page.tsx';
import { useWords } from '../../words/use-words.ts';
import { AllOpen } from '../notice/all-open.ts';
import { Fields } from '../notice/evidence/fields.tsx';
import { NoticeText } from '../notice/text/notice-text.tsx';
import { InquiryFindings } from './inquiry-findings.tsx';
import { InquiryNotices } from './inquiry-notices.tsx';
import { InquiryReceipt } from './inquiry-receipt.tsx';
import { InquiryRecord } from './inquiry-record.tsx';
import { NamesGiven } from './names-given.tsx';
import { usePrinting } from './use-printing.ts';
import inquiry from './inquiry.module.css';
import css from './screening.module.css';

type Found = Answer<'POST /api/v1/inquiries'>;
/** Under which its spans are shown, as those of a notice are under the notice's id. */
const ID = 'inquiry';

/** What is known about an inquiry; what matters stands first. */
export function InquiryResults({
  asked,
  at,
  found,
  onClear,
}: {
  readonly asked: { readonly text: string; readonly names: readonly string[] };
  readonly at: string;
  readonly found: Found;
  readonly onClear: () => void;
}): ReactNode {
  const say = useWords('screening');
  const shell = useWords('shell');
  const glossary = useGlossary();
  const printing = usePrinting();
  const listed = found.listed.length + found.names.filter(({ matches }) => matches.length > 0).length;
  const flags = found.findings.filter(({ indicator, status }) => indicator !== undefined && status === 'seen');
  const isScreened = found.lists.length > 0;
  const marked = { ...found, id: ID, matches: found.listed, reading: { text: asked.text } };
  return (
    <article className={css.results}>
      <header className={css.resultsHead}>
        <h2>
          {[
            say('goodsFound', { count: found.goods.length }),
            say('flagsFound', { count: flags.length }),
            isScreened ? say('listedFound', { count: listed }) : say('unscreenedShort'),
            say('noticesFound', { count: found.notices.length }),
          ].join(' · ')}
        </h2>
        <div className="no-print">
          <Acts>
            <Button
              icon={<Download aria-hidden="true" />}
              onClick={() =>
                saveAs(
                  `inquiry-${at.replaceAll(/[^\dTZ]/g, '')}.json`,
                  JSON.stringify({ at, ...asked, found }, null, 2),
                  'application/json',
                )
              }
            >
              {say('saveInquiry')}
            </Button>
            <Button icon={<Printer aria-hidden="true" />} onClick={() => window.print()}>
              {shell('print')}
            </Button>
            <Button onClick={onClear}>{say('newInquiry')}</Button>
          </Acts>
        </div>
      </header>
      {found.goods.length > 0 && (
        <p className={css.chips}>
          {found.goods.map((concept) => (
            <Chip key={concept} strong>
              {glossary.goods(concept)}
            </Chip>
          ))}
        </p>
      )}
      <div className={inquiry.text} role="region" aria-label={say('inquiryMarked')}>
        <NoticeText notice={marked} />
      </div>
      <Section title={say('inquiryAsked')}>
        <Fields notice={marked} />
      </Section>
      <AllOpen value={printing}>
        <InquiryFindings id={ID} findings={found.findings} />
      </AllOpen>
      <Section title={say('listedTitle')}>
        {isScreened ? <Listed found={found} /> : <Unscreened names={asked.names} />}
        <InquiryReceipt asked={asked} found={found} />
      </Section>
      <InquiryNotices notices={found.notices} isCompared={found.compared} />
      <InquiryRecord at={at} asked={asked} found={found} />
    </article>
  );
}

function Listed({ found }: { readonly found: Found }): ReactNode {
  const say = useWords('screening');
  const groups: readonly MatchGroup[] = [
    ...(found.listed.length === 0 ? [] : [{ id: 'text', head: <h3>{say('listedInText')}</h3>, matches: found.listed }]),
    ...found.names.map(({ query, matches }, n) => ({
      id: `name ${n}`,
      head: (
        <h3>
          <bdi>{query.name}</bdi>
        </h3>
      ),
      matches,
      none: <p className={css.soft}>{say('noMatch')}</p>,
    })),
  ];
  return groups.length === 0 ? <p className={css.soft}>{say('noneListed')}</p> : <MatchList groups={groups} />;
}

/** That nobody is listed is said only where names were compared with a list. */
function Unscreened({ names }: { readonly names: readonly string[] }): ReactNode {
  const say = useWords('screening');
  const notice = useWords('notice');
  const mayAdd = useMay('admin');
  return (
    <>
      <p>
        <strong>{notice('notScreened')}</strong>
      </p>
      {names.length > 0 && (
        <p>
          {say('notScreenedNames')} <NamesGiven names={names} />
        </p>
      )}
      <p>
        {say('unscreenedHint')}{' '}
        {mayAdd ? (
          <Link to="/lists" search={{ add: true }}>
            {say('addList')}
          </Link>
        ) : (
          say('noListsAskAdmin')
        )}
      </p>
    </>
  );
}
