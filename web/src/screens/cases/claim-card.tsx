import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Case, Claim, ClaimComparison } from '../../api/routes.gen.ts';
import { useMay } from '../../api/who.ts';
import { Button } from '../../parts/button.tsx';
import { Digest } from '../../parts/digest.tsx';
import { MarkedText } from '../../parts/marked-text.tsx';
import { Moment } from '../../parts/moment.tsx';
import { ShownText } from '../../parts/shown-text.tsx';
import { useWho } from '../../words/use-who.ts';
import { useWords } from '../../words/use-words.ts';
import css from './claims.module.css';
import { likeComparisonsOf } from './like-comparisons.ts';
import { ComparisonRows } from './comparison-rows.tsx';
import { ReadingForm } from './reading-form.tsx';
import { WithdrawClaim } from './withdraw-claim.tsx';

/** One claim: its words to the left, to the right what each notice says to each thing that they say. */
export function ClaimCard({
  claim,
  comparison,
  of,
  isChosen = false,
}: {
  readonly claim: Claim;
  /** The case, where one may add to the claim: not on paper. */
  readonly of?: Case;
  readonly comparison: readonly ClaimComparison[];
  readonly isChosen?: boolean;
}): ReactNode {
  const say = useWords('claims');
  const who = useWho();
  const mayChange = useMay('analyst');
  const [withdrawing, setWithdrawing] = useState(false);
  const [reading, setReading] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isChosen) row.current?.scrollIntoView({ block: 'start' });
  }, [isChosen]);
  const mayRead = of !== undefined && mayChange && claim.withdrawn === null && !claim.forgotten;
  const isRecognised = comparison.some(({ findings }) => findings.length > 0);
  const marks = comparison.flatMap(({ findings }) => findings.flatMap((finding) => finding.claim ?? []));
  return (
    <li className={css.claim} data-chosen={isChosen} ref={row}>
      <div className={css.said}>
        <h3>
          <ShownText text={claim.who} />
        </h3>
        <p className={css.when}>
          {claim.saidAt === null ? (
            <>
              {say('saidUnknown')} <Moment at={claim.recordedAt} />
            </>
          ) : (
            <>
              {say('saidAt')} <Moment at={claim.saidAt} />
            </>
          )}
        </p>
        <blockquote className={css.quote}>
          {claim.forgotten ? say('quoteForgotten') : <MarkedText text={claim.quote} marks={marks} />}
        </blockquote>
        <Standing claim={claim} />
        {claim.withdrawn !== null ? (
          <p className={css.withdrawn}>{say('withdrawn', { name: who(claim.withdrawn.by), why: claim.withdrawn.why })}</p>
        ) : (
          mayChange && (
            <Button
              kind="quiet"
              className="no-print"
              onClick={() => setWithdrawing(true)}
              aria-label={say('withdrawThis', { who: claim.who })}
            >
              {say('withdraw')}
            </Button>
          )
        )}
      </div>
      <div className={css.against}>
        {comparison.length === 0 && <p className={css.none}>{say('comparesNothing')}</p>}
        {likeComparisonsOf(comparison).map((like) => (
          <ComparisonRows key={like.first.notice} like={like} by={claim.by} />
        ))}
        {mayRead && (
          <p className={`${css.none} no-print`}>
            {!isRecognised && `${say('readingNeeded')} `}
            <Button kind={isRecognised ? 'quiet' : 'plain'} onClick={() => setReading(true)}>
              {say('addReading')}
            </Button>
          </p>
        )}
      </div>
      {of !== undefined && <ReadingForm of={of} claim={claim} open={reading} onClose={() => setReading(false)} />}
      <WithdrawClaim claim={claim} open={withdrawing} onClose={() => setWithdrawing(false)} />
    </li>
  );
}

/** Whether its words stand in what was captured, word for word. */
function Standing({ claim: { capture, at } }: { readonly claim: Claim }): ReactNode {
  const say = useWords('claims');
  return (
    <p className={css.standing}>
      {say(capture === null ? 'standsNowhere' : at === null ? 'standsNotWordForWord' : 'standsWordForWord')}
      {capture !== null && (
        <>
          {' '}
          <Digest value={capture} />
        </>
      )}
    </p>
  );
}
