import type { ReactNode } from 'react';
import { useGlossary } from '../../../api/glossary.ts';
import type { Finding } from '../../../api/routes.gen.ts';
import { dayOfText } from '../../../parts/age-of-data.ts';
import { Chip } from '../../../parts/chip.tsx';
import { OldData } from '../../../parts/old-data.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { STATUS_WORDS } from '../../../parts/term-keys.ts';
import { useWords } from '../../../words/use-words.ts';
import { useAllOpen } from '../all-open.ts';
import { showSpans } from '../place.ts';
import { spansOfFinding } from '../text/marks.ts';
import { useFindingTitle } from './finding-title.ts';
import { Quotes } from './quotes.tsx';
import { Saying } from './saying.tsx';
import css from './findings.module.css';

const CONFIDENCE = { verbatim: 'confidenceVerbatim', transcribed: 'confidenceTranscribed', secondary: 'confidenceSecondary' } as const;

/** One finding: what it is, the words for and against it, what the text leaves open, and where the rule stands. A click shows its words in the text. */
export function FindingRow({ notice, finding }: { readonly notice: string; readonly finding: Finding }): ReactNode {
  const open = useAllOpen();
  const say = useWords('notice');
  const terms = useWords('terms');
  const glossary = useGlossary();
  const { indicator, control, status, goods = [], missing, alsoIn = [], partOf = [] } = finding;
  const spans = spansOfFinding(finding);
  const { title, heading } = useFindingTitle()(finding);
  return (
    <li className={css.finding} data-status={status}>
      <div className={css.name}>
        {spans.length > 0 ? (
          <button type="button" className={css.show} onClick={() => showSpans(notice, spans, 'evidence')} title={say('showInText')}>
            {title}
          </button>
        ) : (
          <span className={css.still}>{title}</span>
        )}
        <span className={css.status}>{terms(STATUS_WORDS[status])}</span>
      </div>
      {heading !== undefined && <p className={css.heading}>{heading}</p>}
      {indicator !== undefined && <p className={css.codes}>{[indicator, ...alsoIn].join(' · ')}</p>}
      {partOf.length > 0 && <p className={css.codes}>{say('partOf', { flags: partOf.join(' · ') })}</p>}
      {goods.length > 0 && control !== undefined && (
        <p className={css.goods}>
          {goods.map((concept) => (
            <Chip key={concept}>{glossary.goods(concept)}</Chip>
          ))}
        </p>
      )}
      <Quotes notice={notice} label={say('speaksFor')} signs={finding.for} sign="+" />
      <Quotes notice={notice} label={say('speaksAgainst')} signs={finding.against} sign="−" />
      {missing.length > 0 && (
        <details className={css.more} open={open || status === 'unstated'}>
          <summary>{say('leftOpen', { count: missing.length })}</summary>
          <ul>
            {missing.map((one) => (
              <li key={one}>
                <Saying said={one} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {control !== undefined && <OldData asOf={dayOfText(finding.source)} />}
      {status !== 'absent' && (
        <p className={css.source}>
          {control?.inForceFrom !== null && control !== undefined && (
            <>
              {say('inForceFrom')} <Moment at={control.inForceFrom} />
              {control.inForceTo !== null && (
                <>
                  {' – '}
                  <Moment at={control.inForceTo} />
                </>
              )}
              {' · '}
            </>
          )}
          {control !== undefined && finding.confidence !== undefined && `${say(CONFIDENCE[finding.confidence])} · `}
          <Saying said={finding.source} />
        </p>
      )}
    </li>
  );
}
