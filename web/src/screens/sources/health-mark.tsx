import { Check, CircleDashed, Clock, Hourglass, Pause, TriangleAlert, UserRoundCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../../words/use-words.ts';
import css from './sources.module.css';
import type { Health } from './source-health.ts';

const ICONS = {
  failing: TriangleAlert,
  waiting: UserRoundCheck,
  held: Hourglass,
  overdue: Clock,
  new: CircleDashed,
  fine: Check,
  paused: Pause,
} as const;
const WORDS = {
  failing: 'healthFailing',
  waiting: 'healthWaiting',
  held: 'healthHeld',
  overdue: 'healthOverdue',
  new: 'healthNew',
  fine: 'healthFine',
  paused: 'healthPaused',
} as const;

/** How a source does, as icon and word; colour only repeats it. */
export function HealthMark({ health }: { readonly health: Health }): ReactNode {
  const say = useWords('sources');
  const Icon = ICONS[health];
  return (
    <span className={css.health} data-health={health}>
      <Icon aria-hidden="true" />
      {say(WORDS[health])}
    </span>
  );
}
