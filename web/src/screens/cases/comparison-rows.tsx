import { useQuery } from '@tanstack/react-query';
import { Check, CircleHelp, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ClaimComparison, NoticeInFull } from '../../api/routes.gen.ts';
import { Digest } from '../../parts/digest.tsx';
import { around } from '../../parts/marked-pieces.ts';
import { MarkedText } from '../../parts/marked-text.tsx';
import { PublisherName } from '../../parts/publisher-name.tsx';
import { ShownText } from '../../parts/shown-text.tsx';
import { useWho } from '../../words/use-who.ts';
import { useWords } from '../../words/use-words.ts';
import { useClaimWords } from './claim-words.ts';
import { GlossedText } from '../notice/text/glossed-text.tsx';
import { noticeQuery } from '../notice/use-notice.ts';
import css from './claims.module.css';
import type { LikeComparisons } from './like-comparisons.ts';
import { NoticeNumber, useHeld } from './numbers.tsx';
import { NoticeLink } from './notice-link.tsx';

type ClaimFinding = ClaimComparison['findings'][number];

const VERDICTS = {
  contradicts: { word: 'contradicted', icon: X },
  agrees: { word: 'consistent', icon: Check },
  unsaid: { word: 'silent', icon: CircleHelp },
} as const;

const MOST_HEADS = 12;

/** What a notice, with its copies, says to a claim: the verdict in a word, what it is about, the words of the notice in their line, and why. */
export function ComparisonRows({
  like: { first, all },
  by,
}: {
  readonly like: LikeComparisons;
  /** Whoever recorded the claim. */
  readonly by: string;
}): ReactNode {
  const [say, cases] = [useWords('claims'), useWords('cases')];
  const { notice: id, capture, findings } = first;
  const { data } = useQuery(noticeQuery(id));
  const notice = data?.reading?.capture === capture ? data : undefined;
  return (
    <div className={css.notice}>
      {all.slice(0, MOST_HEADS).map((one) => (
        <Head key={one.notice} id={one.notice} />
      ))}
      {all.length > MOST_HEADS && <p className={css.none}>{say('alikeMore', { count: all.length - MOST_HEADS })}</p>}
      {findings.length === 0 && <p className={css.none}>{say('comparesNothing')}</p>}
      <ul>
        {findings.map((finding, place) => (
          <FindingRow key={`${finding.about} ${finding.says} ${String(place)}`} finding={finding} notice={notice} by={by} />
        ))}
      </ul>
      {all.slice(0, MOST_HEADS).map(
        (one) =>
          one.capture !== null && (
            <p key={one.notice} className={css.standing}>
              <NoticeNumber id={one.notice} /> {cases('textOf')} <Digest value={one.capture} />
            </p>
          ),
      )}
    </div>
  );
}

/** A notice by its title and publisher: as the case has it, or asked for where the case does not hold it. */
function Head({ id }: { readonly id: string }): ReactNode {
  const held = useHeld().get(id);
  const { data } = useQuery({ ...noticeQuery(id), enabled: held === undefined });
  const publisher = held?.notice?.publisher ?? data?.publisher ?? null;
  return (
    <h4>
      <NoticeLink id={id}>
        <ShownText text={held?.caption ?? data?.title ?? id} />
      </NoticeLink>{' '}
      {publisher !== null && (
        <span className={css.publisher}>
          <PublisherName name={publisher} />
        </span>
      )}
    </h4>
  );
}

function FindingRow({
  finding,
  notice: read,
  by,
}: {
  readonly finding: ClaimFinding;
  readonly notice: NoticeInFull | undefined;
  readonly by: string;
}): ReactNode {
  const say = useWords('claims');
  const who = useWho();
  const { topic, says, why } = useClaimWords();
  const { verdict, about, notice } = finding;
  const { word, icon: Icon } = VERDICTS[verdict];
  const line = notice === null || read === undefined ? null : around(read.reading?.text ?? '', notice);
  return (
    <li className={css.finding} data-verdict={verdict}>
      <span className={css.verdict}>
        <Icon aria-hidden="true" />
        {say(word)}
      </span>
      <div>
        <p>
          {topic(about)}: {says(finding)}
          {finding.claim === null && <span className={css.publisher}> {say('readSoBy', { name: who(by) })}</span>}
        </p>
        {notice !== null && (
          <blockquote className={css.words}>
            {line === null || read === undefined ? (
              <MarkedText text={notice.text} marks={[{ start: 0, end: notice.text.length }]} />
            ) : (
              <GlossedText notice={read} part={{ start: line.start, end: line.start + line.text.length }} chosen={notice} />
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
