import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { sayMore, type Done } from '../acts/done.ts';
import { Panel } from '../parts/panel.tsx';
import { ReasonForm } from '../parts/reason-form.tsx';
import { useWords } from '../words/use-words.ts';

/** Asks why something was done, after it was done: nobody who judges two hundred notices is held up by it. */
export function Reason({ of, onClose }: { readonly of: Done | null; readonly onClose: () => void }): ReactNode {
  const say = useWords('shell');
  return (
    <Panel open={of !== null} onClose={onClose} title={say('reasonTitle')}>
      {of !== null && <Afterwards of={of} onClose={onClose} />}
    </Panel>
  );
}

function Afterwards({ of: { no, text, explain }, onClose }: { readonly of: Done; readonly onClose: () => void }): ReactNode {
  const say = useWords('shell');
  const keep = useMutation({
    mutationFn: async (why: string) => explain?.(why),
    onSuccess() {
      onClose();
      sayMore(no, say('reasonKept', { done: text }));
    },
  });
  return (
    <ReasonForm about={text} acts={[{ label: say('save'), run: (why) => keep.mutate(why) }]} pending={keep.isPending} error={keep.error} />
  );
}
