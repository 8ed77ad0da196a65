import type { ReactNode } from 'react';
import type { Finding } from '../../api/routes.gen.ts';
import { Section } from '../../parts/page.tsx';
import { useWords } from '../../words/use-words.ts';
import { useAllOpen } from '../notice/all-open.ts';
import { GROUP_WORDS, groupsOf } from '../notice/evidence/finding-groups.ts';
import { FindingRow } from '../notice/evidence/finding-row.tsx';
import { Quotes } from '../notice/evidence/quotes.tsx';
import { bundlesOf } from './inquiry-bundles.ts';
import css from './inquiry.module.css';

/** Red flags that were seen, then entries of control lists that may apply, the surest first, what only a tariff code points to folded; a click shows their words in the text. */
export function InquiryFindings({ id, findings }: { readonly id: string; readonly findings: readonly Finding[] }): ReactNode {
  const say = useWords('screening');
  const notice = useWords('notice');
  const allOpen = useAllOpen();
  const flags = findings.filter(({ indicator, status }) => indicator !== undefined && status === 'seen');
  const controls = groupsOf(findings.filter(({ control, status }) => control !== undefined && status !== 'absent'));
  return (
    <>
      <Section title={say('flagsTitle')}>
        {flags.length === 0 ? <p className={css.soft}>{say('noFlags')}</p> : <Rows id={id} findings={flags} />}
      </Section>
      <Section title={say('controlsTitle')}>
        <p className={css.soft}>{say(controls.length === 0 ? 'noControls' : 'notLegal')}</p>
        {controls.map(([group, members]) => (
          <details key={group} className={css.group} open={allOpen || group === 'met' || group === 'unstated'}>
            <summary>
              <h3>{notice(GROUP_WORDS[group])}</h3> <span className={css.soft}>{members.length}</span>
            </summary>
            {bundlesOf(members).map(({ signs, findings: bundled }) => (
              <div key={signs.map(({ text }) => text).join(' ')} className={css.bundle}>
                <Quotes notice={id} label={notice('speaksFor')} signs={signs} sign="+" />
                <Rows id={id} findings={bundled.map((finding) => ({ ...finding, for: [] }))} />
              </div>
            ))}
          </details>
        ))}
      </Section>
    </>
  );
}

function Rows({ id, findings }: { readonly id: string; readonly findings: readonly Finding[] }): ReactNode {
  return (
    <ul>
      {findings.map((finding, n) => (
        <FindingRow key={`${n} ${finding.title}`} notice={id} finding={finding} />
      ))}
    </ul>
  );
}
