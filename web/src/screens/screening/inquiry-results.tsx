import { Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Answer } from '../../api/ask.ts';
import { useGlossary } from '../../api/glossary.ts';
import { Button } from '../../parts/button.tsx';
import { Chip } from '../../parts/chip.tsx';
import { MatchList, type MatchGroup } from '../../parts/match-list.tsx';
import { Section } from '../../parts/page.tsx';
import { useWords } from '../../words/use-words.ts';
import { InquiryFindings } from './inquiry-findings.tsx';
import { InquiryNotices } from './inquiry-notices.tsx';
import { InquiryReceipt } from './inquiry-receipt.tsx';
import { InquiryText } from './inquiry-text.tsx';
import css from './screening.module.css';

type Found = Answer<'POST /api/v1/inquiries'>;

/** What is known about an inquiry; what matters stands first. */
export function InquiryResults({
  asked,
  found,
  onClear,
}: {
  readonly asked: { readonly text: string; readonly names: readonly string[] };
  readonly found: Found;
  readonly onClear: () => void;
}): ReactNode {
  const say = useWords('screening');
  const shell = useWords('shell');
  const glossary = useGlossary();
  const listed = found.listed.length + found.names.filter(({ matches }) => matches.length > 0).length;
  const flags = found.findings.filter(({ indicator, status }) => indicator !== undefined && status === 'seen');
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
  return (
    <article className={css.results}>
      <header className={css.resultsHead}>
        <h2>
          {[
            say('goodsFound', { count: found.goods.length }),
            say('flagsFound', { count: flags.length }),
            say('listedFound', { count: listed }),
            say('noticesFound', { count: found.notices.length }),
          ].join(' · ')}
        </h2>
        <div className={`${css.acts} no-print`}>
          <Button icon={<Printer aria-hidden="true" />} onClick={() => window.print()}>
            {shell('print')}
          </Button>
          <Button onClick={onClear}>{say('clear')}</Button>
        </div>
      </header>
      <p className={css.soft}>
        {say('inquiryKept')}{' '}
        {found.lists.length === 0
          ? say('inquiryNoLists')
          : say('against', { lists: found.lists.map(({ list, version }) => `${list} ${version}`).join(', ') })}
      </p>
      {found.goods.length > 0 && (
        <p className={css.chips}>
          {found.goods.map((concept) => (
            <Chip key={concept} strong>
              {glossary.goods(concept)}
            </Chip>
          ))}
        </p>
      )}
      <InquiryText text={asked.text} found={found} />
      <InquiryFindings findings={found.findings} />
      <Section title={say('listedTitle')}>
        {groups.length === 0 ? <p className={css.soft}>{say('noneListed')}</p> : <MatchList groups={groups} />}
        <InquiryReceipt asked={asked} found={found} />
      </Section>
      <InquiryNotices notices={found.notices} isCompared={found.compared} />
    </article>
  );
}
