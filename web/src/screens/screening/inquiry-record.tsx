import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Answer } from '../../api/ask.ts';
import { Digest } from '../../parts/digest.tsx';
import { Fact, Facts } from '../../parts/facts.tsx';
import { Moment } from '../../parts/moment.tsx';
import { Section } from '../../parts/page.tsx';
import { useWords } from '../../words/use-words.ts';
import { NamesGiven } from './names-given.tsx';
import css from './inquiry.module.css';

/** What makes a printed or saved inquiry a record: when it was looked into, what text it was, and with which lists and rules. */
export function InquiryRecord({
  at,
  asked: { text, names },
  found,
}: {
  readonly at: string;
  readonly asked: { readonly text: string; readonly names: readonly string[] };
  readonly found: Answer<'POST /api/v1/inquiries'>;
}): ReactNode {
  const say = useWords('screening');
  const notice = useWords('notice');
  const digest = useQuery({
    queryKey: ['screening', 'digest', text],
    queryFn: () => sha256(text),
    staleTime: Infinity,
    // The key holds the text, which goes with the page.
    gcTime: 0,
    // A page that was not fetched over a secure way has no digests.
    enabled: isSecureContext,
  });
  return (
    <Section title={say('inquiryRecord')}>
      <p className={css.soft}>{say('inquiryRecordHint')}</p>
      <Facts ruled>
        <Fact label={say('inquiryAt')}>
          <Moment at={at} />
        </Fact>
        {digest.data !== undefined && (
          <Fact label={say('inquiryDigest')}>
            <Digest value={digest.data} whole />
          </Fact>
        )}
        {names.length > 0 && (
          <Fact label={say('inquiryNames')}>
            <NamesGiven names={names} />
          </Fact>
        )}
        <Fact label={say('receiptLists')}>
          {found.lists.length === 0 ? notice('notScreened') : found.lists.map(({ list, version }) => `${list} ${version}`).join(', ')}
        </Fact>
        <Fact label={say('inquiryRules')}>
          <code>{found.recipe}</code>
        </Fact>
      </Facts>
    </Section>
  );
}

/** Of a text in UTF-8, as hex. */
async function sha256(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
