import { FolderPlus, Trash2, TriangleAlert, UserPlus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useKeys } from '../acts/keys.ts';
import { useTriage, type Doing } from '../acts/triage.ts';
import type { Notice, Triage } from '../api/routes.gen.ts';
import { useMay } from '../api/who.ts';
import { useWords } from '../words/use-words.ts';
import { AddToCase } from './add-to-case.tsx';
import { Assign } from './assign.tsx';
import { Button } from './button.tsx';

export type Asking = 'assign' | 'case';

/** The acts of triage for one notice as buttons; whoever shows them does what they ask. */
export function JudgeButtons({
  triage,
  onAct,
  onAsk,
}: {
  readonly triage: Triage;
  readonly onAct: (doing: Doing) => void;
  readonly onAsk: (what: Asking) => void;
}): ReactNode {
  const [say, shell] = [useWords('inbox'), useWords('shell')];
  const may = useMay('analyst');
  const all = { disabled: !may, title: may ? undefined : shell('notAllowed') } as const;
  const { state, assignee } = triage;
  // Each stays where it is whatever was done: a second click takes it back, and hits nothing else.
  const judge = (act: 'dismiss' | 'escalate', becomes: Triage['state'], hotkey: string, icon: ReactNode): ReactNode => (
    <Button
      icon={icon}
      hotkey={hotkey}
      aria-pressed={state === becomes}
      onClick={() => onAct(state === becomes ? { act: 'reopen' } : { act })}
      {...all}
      title={state === becomes ? say('reopen') : all.title}
    >
      {say(act)}
    </Button>
  );
  return (
    <>
      {judge('dismiss', 'dismissed', 'e', <Trash2 aria-hidden="true" />)}
      {judge('escalate', 'escalated', 's', <TriangleAlert aria-hidden="true" />)}
      <Button icon={<FolderPlus aria-hidden="true" />} hotkey="c" onClick={() => onAsk('case')} {...all}>
        {say('addToCase')}
      </Button>
      <Button icon={<UserPlus aria-hidden="true" />} hotkey="a" onClick={() => onAsk('assign')} {...all}>
        {assignee === null ? say('assign') : say('whose', { name: assignee })}
      </Button>
    </>
  );
}

/** The same with keys and choosers, for a screen that shows one notice and no list: `<Reader id={id} acts={<Judge notice={notice} />} />`. */
export function Judge({ notice }: { readonly notice: Pick<Notice, 'id' | 'title' | 'type' | 'triage'> }): ReactNode {
  const say = useWords('inbox');
  const may = useMay('analyst');
  const triage = useTriage();
  const [asked, setAsked] = useState<Asking | null>(null);
  const act = (doing: Doing): void => triage([notice], doing);
  useKeys(
    'here',
    may
      ? [
          { key: 'e', label: say('dismiss'), run: () => act({ act: 'dismiss' }) },
          { key: 's', label: say('escalate'), run: () => act({ act: 'escalate' }) },
          { key: 'r', label: say('reopen'), run: () => act({ act: 'reopen' }) },
          { key: 'a', label: say('assign'), run: () => setAsked('assign') },
          { key: 'c', label: say('addToCase'), run: () => setAsked('case') },
        ]
      : [],
  );
  return (
    <>
      <JudgeButtons triage={notice.triage} onAct={act} onAsk={setAsked} />
      <AddToCase notices={asked === 'case' ? [notice] : null} onClose={() => setAsked(null)} />
      <Assign notices={asked === 'assign' ? [notice] : null} onClose={() => setAsked(null)} />
    </>
  );
}
