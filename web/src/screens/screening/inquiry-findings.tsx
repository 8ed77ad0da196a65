import type { ReactNode } from 'react';
import { useGlossary } from '../../api/glossary.ts';
import type { Finding } from '../../api/routes.gen.ts';
import { Section } from '../../parts/page.tsx';
import { ShownText } from '../../parts/shown-text.tsx';
import { STATUS_WORDS } from '../../parts/term-keys.ts';
import { useWords } from '../../words/use-words.ts';
import css from './inquiry.module.css';

const SHOWN = 12;

/** Red flags that were seen, and entries of control lists that may apply, with the words for each, and what the text leaves open. */
export function InquiryFindings({ findings }: { readonly findings: readonly Finding[] }): ReactNode {
  const say = useWords('screening');
  const flags = findings.filter(({ indicator, status }) => indicator !== undefined && status === 'seen');
  const controls = findings.filter(({ control, status }) => control !== undefined && status !== 'absent');
  return (
    <>
      <Section title={say('flagsTitle')}>
        {flags.length === 0 ? <p className={css.soft}>{say('noFlags')}</p> : <Lines findings={flags} />}
      </Section>
      <Section title={say('controlsTitle')}>
        <p className={css.soft}>{say('notLegal')}</p>
        {controls.length === 0 ? (
          <p className={css.soft}>{say('noControls')}</p>
        ) : (
          <>
            <Lines findings={controls.slice(0, SHOWN)} />
            {controls.length > SHOWN && (
              <details>
                <summary>{say('andMore', { count: controls.length - SHOWN })}</summary>
                <Lines findings={controls.slice(SHOWN)} />
              </details>
            )}
          </>
        )}
      </Section>
    </>
  );
}

function Lines({ findings }: { readonly findings: readonly Finding[] }): ReactNode {
  const say = useWords('screening');
  const terms = useWords('terms');
  const glossary = useGlossary();
  const titleOf = ({ indicator, control, title }: Finding): string =>
    control === undefined
      ? indicator === undefined
        ? title
        : glossary.indicator(indicator)
      : `${glossary.list(control.list)} ${control.entry}`;
  return (
    <ul className={css.findings}>
      {findings.map((finding, n) => (
        <li key={`${n} ${finding.title}`}>
          <p className={css.findingHead}>
            <strong>{titleOf(finding)}</strong>
            <span className={css.soft}>{terms(STATUS_WORDS[finding.status])}</span>
          </p>
          {finding.for.length > 0 && (
            <p>
              {finding.for.map(({ text }, at) => (
                <q key={`${at} ${text}`} className={css.quote}>
                  <ShownText text={text} />
                </q>
              ))}
            </p>
          )}
          {finding.missing.length > 0 && <p className={css.soft}>{say('leavesOpen', { what: finding.missing.join('; ') })}</p>}
          <p className={css.soft} lang="en">
            {finding.source}
          </p>
        </li>
      ))}
    </ul>
  );
}
