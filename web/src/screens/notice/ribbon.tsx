import { Check, CloudOff, Pencil, ShieldAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Observation } from '../../api/routes.gen.ts';
import { Between, Moment } from '../../parts/moment.tsx';
import { REMOVAL_WORDS } from '../../parts/term-keys.ts';
import { useWords, type WordKey } from '../../words/use-words.ts';
import { quoteOf } from './basis-words.ts';
import { stepsOf, type Step } from './steps.ts';
import css from './ribbon.module.css';

const ICONS = { present: Check, changed: Pencil, removed: X, blocked: ShieldAlert, unreachable: CloudOff } as const;
const WORDS = {
  present: 'stepPresent',
  changed: 'stepChanged',
  removed: 'stepRemoved',
  blocked: 'stepBlocked',
  unreachable: 'stepUnreachable',
} as const satisfies Record<Step['state'], WordKey<'notice'>>;

/** What visits showed of a notice over time, as a list in order. What lies between two visits is said as an interval. */
export function Ribbon({ observations }: { readonly observations: readonly Observation[] }): ReactNode {
  const [say, terms] = [useWords('notice'), useWords('terms')];
  const steps = stepsOf(observations);
  if (steps.length === 0) return null;
  return (
    <ol className={css.ribbon} aria-label={say('timeline')}>
      {steps.map((step) => {
        const Icon = ICONS[step.state];
        return (
          <li key={step.from} className={css.step} data-state={step.state} title={quoteOf(step.basis) ?? undefined}>
            <span className={css.dot}>
              <Icon aria-hidden="true" />
            </span>
            <span className={css.word}>
              <b>{say(WORDS[step.state])}</b>
              {step.removalKind !== null && ` ${terms(REMOVAL_WORDS[step.removalKind])}`}
            </span>
            <span className={css.when}>
              <When step={step} />
              {step.visits > 1 && <span> · {say('visits', { count: step.visits })}</span>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function When({ step: { state, after, from } }: { readonly step: Step }): ReactNode {
  return (state === 'removed' || state === 'changed') && after !== null ? <Between from={after} to={from} /> : <Moment at={from} />;
}
