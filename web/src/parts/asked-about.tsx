import type { ReactNode } from 'react';
import type { Kept } from '../acts/cases.ts';
import type { Doing } from '../acts/triage.ts';
import { AddToCase } from './add-to-case.tsx';
import { Assign } from './assign.tsx';
import { DecideBecause } from './decide-because.tsx';

/** What an act must know first: whose, which case, why. */
export type Asking = 'assign' | 'case' | 'dismiss' | 'escalate';

/** The dialogs of triage about these notices; null: nothing is asked. */
export function AskedAbout({
  what,
  notices,
  known,
  onDecide,
  onClose,
}: {
  readonly what: Asking | null;
  readonly notices: readonly Kept[];
  /** Names that stand in the list already. */
  readonly known?: readonly string[];
  readonly onDecide: (doing: Doing) => void;
  readonly onClose: () => void;
}): ReactNode {
  return (
    <>
      <AddToCase notices={what === 'case' ? notices : null} onClose={onClose} />
      <Assign notices={what === 'assign' ? notices : null} {...(known === undefined ? {} : { known })} onClose={onClose} />
      <DecideBecause
        act={what === 'dismiss' || what === 'escalate' ? what : null}
        notices={notices}
        onDecide={onDecide}
        onClose={onClose}
      />
    </>
  );
}
