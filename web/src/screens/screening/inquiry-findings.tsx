import type { ReactNode } from 'react';
import type { Finding } from '../../api/routes.gen.ts';
import { Section } from '../../parts/page.tsx';
import { useWords } from '../../words/use-words.ts';
import { GROUP_WORDS, groupsOf } from '../notice/evidence/finding-groups.ts';
import { FindingRow } from '../notice/evidence/finding-row.tsx';
import { Quotes } from '../notice/evidence/quotes.tsx';
import { bundlesOf } from './inquiry-bundles.ts';
import css from './inquiry.module.css';

/** Red flags that were seen, then entries of control lists that may apply, the surest first; a click shows their words in the text. */
export function InquiryFindings({ id, findings }: { readonly id: string; readonly findings: readonly Finding[] }): ReactNode {
  const say = useWords('screening');
  const notice = useWords('notice');
  const groups = groupsOf(findings).filter(([group]) => group !== 'absent');
  const flags = groups.find(([group]) => group === 'flags')?.[1] ?? [];
  const controls = groups.filter(([group]) => group !== 'flags');
  return (
    <>
      <Section title={say('flagsTitle')}>
        {flags.length === 0 ? <p className={css.soft}>{say('noFlags')}</p> : <Rows id={id} findings={flags} />}
      </Section>
      <Section title={say('controlsTitle')}>
        <p className={css.soft}>{say(controls.length === 0 ? 'noControls' : 'notLegal')}</p>
        {controls.map(([group, members]) => (
          <section key={group} aria-label={notice(GROUP_WORDS[group])}>
            <h3 className={css.group}>
              {notice(GROUP_WORDS[group])} <span className={css.soft}>{members.length}</span>
            </h3>
            {bundlesOf(members).map(({ signs, findings: bundled }) => (
              <div key={signs.map(({ text }) => text).join(' ')} className={css.bundle}>
                <Quotes notice={id} label={notice('speaksFor')} signs={signs} sign="+" />
                <Rows id={id} findings={bundled.map((finding) => ({ ...finding, for: [] }))} />
              </div>
            ))}
          </section>
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
