import type { ReactNode } from 'react';
import type { Doing, Named } from '../acts/triage.ts';
import { useWords } from '../words/use-words.ts';
import { Panel } from './panel.tsx';
import { ReasonForm } from './reason-form.tsx';

/** Asks for the reason first, and then does it: what a key or a button asked for, or the other of the two. Null: nothing is asked. */
export function DecideBecause({
  act,
  notices,
  onDecide,
  onClose,
}: {
  readonly act: 'dismiss' | 'escalate' | null;
  readonly notices: readonly Named[];
  readonly onDecide: (doing: Doing) => void;
  readonly onClose: () => void;
}): ReactNode {
  const say = useWords('inbox');
  const [first] = notices;
  const about = notices.length === 1 ? (first?.title ?? first?.id ?? '') : say('selected', { count: notices.length });
  const to = (what: 'dismiss' | 'escalate') => ({
    label: say(what),
    run(why: string) {
      onClose();
      // After the dialog has given the focus back.
      setTimeout(() => onDecide({ act: what, why }), 0);
    },
  });
  return (
    <Panel open={act !== null} onClose={onClose} title={say('decideBecause')}>
      {act !== null && <ReasonForm about={about} acts={[to(act), to(act === 'dismiss' ? 'escalate' : 'dismiss')]} />}
    </Panel>
  );
}
