import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import css from './steps.module.css';

/** Buttons side by side, of which one is pressed. `label` where nothing beside them says what is chosen. */
export function Steps<Step extends string>({
  steps,
  at,
  label,
  onStep,
}: {
  readonly steps: readonly (readonly [step: Step, label: string])[];
  readonly at: Step;
  readonly label?: string;
  readonly onStep: (step: Step) => void;
}): ReactNode {
  return (
    <div className={css.steps} {...(label === undefined ? {} : { role: 'group', 'aria-label': label })}>
      {steps.map(([step, text]) => (
        <Button key={step} kind="quiet" aria-pressed={step === at} onClick={() => onStep(step)}>
          {text}
        </Button>
      ))}
    </div>
  );
}
