import { useQuery } from '@tanstack/react-query';
import { Check, CircleHelp, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ClaimComparison } from '../../api/routes.gen.ts';
import { Digest } from '../../parts/digest.tsx';
import { around } from '../../parts/marked-pieces.ts';
import { MarkedText } from '../../parts/marked-text.tsx';
import { ShownText } from '../../parts/shown-text.tsx';
import { useWords } from '../../words/use-words.ts';
import { useClaimWords } from './claim-words.ts';
import { noticeQuery } from '../notice/use-notice.ts';
import css from './claims.module.css';
import { NoticeLink } from './notice-link.tsx';

type ClaimFinding = ClaimComparison['findings'][number];

const VERDICTS = {
  contradicts: { word: 'contradicted', icon: X },
  agrees: { word: 'consistent', icon: Check },
  unsaid: { word: 'silent', icon: CircleHelp },
} as const;

/** What one notice says to a claim: the verdict in a word, what it is about, the words of the notice in their line, and why. */
export function ComparisonRows({ comparison: { notice: id, capture, findings } }: { readonly comparison: ClaimComparison }): ReactNode {
  const [say, cases] = [useWords('claims'), useWords('cases')];
  const { data: notice } = useQuery(noticeQuery(id));
  const text = notice?.reading?.capture === capture ? (notice.reading?.text ?? null) : null;
  return (
    <div className={css.notice}>
      <h4>
        <NoticeLink id={id}>
          <ShownText text={notice?.title ?? id} />
        </NoticeLink>{' '}
        {notice?.publisher !== null && notice?.publisher !== undefined && (
          <span className={css.publisher}>
            <ShownText text={notice.publisher} />
          </span>
        )}
      </h4>
      {findings.length === 0 && <p className={css.none}>{say('comparesNothing')}</p>}
      <ul>
        {findings.map((finding, place) => (
          <FindingRow key={`${finding.about} ${finding.says} ${String(place)}`} finding={finding} text={text} />
        ))}
      </ul>
      {capture !== null && (
        <p className={css.standing}>
          {cases('textOf')} <Digest value={capture} />
        </p>
      )}
    </div>
  );
}

function FindingRow({ finding, text }: { readonly finding: ClaimFinding; readonly text: string | null }): ReactNode {
  const say = useWords('claims');
  const { topic, says, why } = useClaimWords();
  const { verdict, about, notice } = finding;
  const { word, icon: Icon } = VERDICTS[verdict];
  const line = notice === null || text === null ? null : around(text, notice);
  return (
    <li className={css.finding} data-verdict={verdict}>
      <span className={css.verdict}>
        <Icon aria-hidden="true" />
        {say(word)}
      </span>
      <div>
        <p>
          {topic(about)}: {says(finding)}
        </p>
        {notice !== null && (
          <blockquote className={css.words}>
            {line === null ? (
              <MarkedText text={notice.text} marks={[{ start: 0, end: notice.text.length }]} />
            ) : (
              <MarkedText text={line.text} marks={[{ start: notice.start - line.start, end: notice.end - line.start }]} />
            )}
          </blockquote>
        )}
        <p className={css.basis} title={finding.basis}>
          {why(finding)}
        </p>
      </div>
    </li>
  );
}
