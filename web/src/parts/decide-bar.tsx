import { Check, CircleHelp, X } from 'lucide-react';
import { useState, type ReactNode, type Ref, useImperativeHandle } from 'react';
import { useDecide, useDecision, type Decidable, type Verdict } from '../acts/decide-match.ts';
import { useMay } from '../api/who.ts';
import type { Explanation } from '../api/routes.gen.ts';
import { useLanguage, useWords } from '../words/use-words.ts';
import { Button } from './button.tsx';
import css from './decide-bar.module.css';
import { Field } from './field.tsx';
import { asScore } from './fractions.ts';
import { Moment } from './moment.tsx';
import { nameFact } from './name-facts.ts';
import { useWho } from '../words/use-who.ts';

export interface DecideBarHandle {
  /** Asks for the reason of this verdict. */
  readonly begin: (verdict: Verdict) => void;
}

const ICONS = { hit: Check, cleared: X, unsure: CircleHelp } as const;
const WORDS = { hit: 'verdictHit', cleared: 'verdictCleared', unsure: 'verdictUnsure' } as const;

type Bare = Decidable & { readonly score: number; readonly explanation: Explanation };

/** What is decided about a match, and the buttons that decide: first the verdict, then its reason, which is proposed and stays in the log. */
export function DecideBar({
  match,
  notice,
  first,
  onEnd,
  ref,
}: {
  readonly match: Bare;
  readonly notice?: string | undefined;
  /** A verdict whose reason is asked for as soon as it is shown. */
  readonly first?: Verdict | undefined;
  /** The reason was given, or not. */
  readonly onEnd?: (() => void) | undefined;
  readonly ref?: Ref<DecideBarHandle>;
}): ReactNode {
  const say = useWords('screening');
  const terms = useWords('terms');
  const may = useMay('analyst');
  const decide = useDecide(notice);
  const decision = useDecision(match);
  const proposed = useProposedWhy(match);
  const [asked, setAsked] = useState<{ readonly verdict: Verdict; readonly why: string } | null>(
    first === undefined || !may ? null : { verdict: first, why: proposed(first) },
  );
  const begin = (verdict: Verdict): void => {
    if (may) setAsked({ verdict, why: proposed(verdict) });
  };
  useImperativeHandle(ref, () => ({ begin }));
  const end = (): void => {
    setAsked(null);
    onEnd?.();
  };
  return (
    <div className={css.bar}>
      <DecisionMark match={match} />
      {asked === null ? (
        may && (
          <div className={`${css.acts} no-print`}>
            {(['hit', 'cleared', 'unsure'] as const).map((verdict) => {
              const Icon = ICONS[verdict];
              return (
                <Button
                  key={verdict}
                  icon={<Icon aria-hidden="true" />}
                  aria-pressed={decision?.verdict === verdict && decision.holds}
                  onClick={() => begin(verdict)}
                  {...(verdict === 'hit' ? { hotkey: 'h' } : verdict === 'cleared' ? { hotkey: 'l' } : {})}
                >
                  {terms(WORDS[verdict])}
                </Button>
              );
            })}
          </div>
        )
      ) : (
        <form
          className={css.why}
          onSubmit={(event) => {
            event.preventDefault();
            void decide(match, asked.verdict, asked.why.trim());
            end();
          }}
        >
          <Field
            label={say('why', { verdict: terms(WORDS[asked.verdict]) })}
            hint={say('whyHint')}
            required
            maxLength={2000}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the reason is what the key or button asked for
            autoFocus
            onFocus={(event) => event.target.select()}
            value={asked.why}
            onChange={(event) => setAsked({ ...asked, why: event.target.value })}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              event.stopPropagation();
              end();
            }}
          />
          <div className={css.acts}>
            <Button kind="main" type="submit" disabled={asked.why.trim() === ''}>
              {say('record', { verdict: terms(WORDS[asked.verdict]) })}
            </Button>
            <Button kind="quiet" onClick={end}>
              {say('cancel')}
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}

/** The verdict, why, by whom and when; or that it lapsed. */
export function DecisionMark({ match }: { readonly match: Decidable }): ReactNode {
  const say = useWords('screening');
  const terms = useWords('terms');
  const who = useWho();
  const decision = useDecision(match);
  if (decision === undefined) return null;
  const Icon = ICONS[decision.verdict];
  return (
    <p className={css.decision} data-holds={decision.holds}>
      <strong className={css.verdict}>
        <Icon aria-hidden="true" />
        {decision.holds ? terms(WORDS[decision.verdict]) : say('lapsed', { verdict: terms(WORDS[decision.verdict]) })}
      </strong>
      <span>{decision.why}</span>
      <span className={css.by}>
        {who(decision.by)} <Moment at={decision.at} about />
      </span>
      {decision.lapsed !== undefined && <span className={css.by}>{lapsedWords(decision.lapsed, say)}</span>}
    </p>
  );
}

function lapsedWords(lapsed: string, say: ReturnType<typeof useWords<'screening'>>): string {
  const since = /since (\d{4}-\d{2}-\d{2})/.exec(lapsed)?.[1] ?? '';
  if (lapsed.startsWith('the listing was removed')) return say('lapsedRemoved', { since });
  if (lapsed.startsWith('the listing and what is known')) return say('lapsedBoth', { since });
  if (lapsed.startsWith('the listing changed')) return say('lapsedListing', { since });
  if (lapsed.startsWith('what is known of the party')) return say('lapsedParty', { since });
  return lapsed;
}

/** A reason in a few words, made of what the comparison says; whoever decides writes over it. */
function useProposedWhy({ explanation, score }: Bare): (verdict: Verdict) => string {
  const say = useWords('screening');
  const language = useLanguage();
  const words = (facts: readonly string[]): string =>
    facts
      .map((fact) => {
        const known = nameFact(fact);
        return known === null ? fact : say(known.key, known.values);
      })
      .join('; ');
  return (verdict) => {
    const facts = verdict === 'hit' ? explanation.for : verdict === 'cleared' ? explanation.against : [];
    const key = ({ hit: 'whyHit', cleared: 'whyCleared', unsure: 'whyUnsure' } as const)[verdict];
    return facts.length > 0 ? words(facts) : say(key, { score: asScore(score, language) });
  };
}
