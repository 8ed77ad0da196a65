import { FolderPlus, MessageSquareText, Trash2, TriangleAlert, UserPlus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTriage, type Doing } from '../acts/triage.ts';
import type { Notice, Triage } from '../api/routes.gen.ts';
import { useWords } from '../words/use-words.ts';
import { AnalystButton } from './analyst-button.tsx';
import { AskedAbout, type Asking } from './asked-about.tsx';
import { useJudgeKeys } from './judge-keys.ts';
import { useWho } from '../words/use-who.ts';

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
  const say = useWords('inbox');
  const who = useWho();
  const { state, assignee } = triage;
  // Each stays where it is whatever was done: a second click takes it back, and hits nothing else.
  const judge = (act: 'dismiss' | 'escalate', becomes: Triage['state'], hotkey: string, icon: ReactNode): ReactNode => (
    <AnalystButton
      icon={icon}
      hotkey={hotkey}
      aria-pressed={state === becomes}
      onClick={() => onAct(state === becomes ? { act: 'reopen' } : { act })}
      title={state === becomes ? say('reopen') : undefined}
    >
      {say(act)}
    </AnalystButton>
  );
  return (
    <>
      {judge('dismiss', 'dismissed', 'e', <Trash2 aria-hidden="true" />)}
      {judge('escalate', 'escalated', 's', <TriangleAlert aria-hidden="true" />)}
      <BecauseButton onAsk={onAsk} />
      <AnalystButton icon={<FolderPlus aria-hidden="true" />} hotkey="c" onClick={() => onAsk('case')}>
        {say('addToCase')}
      </AnalystButton>
      <AnalystButton icon={<UserPlus aria-hidden="true" />} hotkey="a" onClick={() => onAsk('assign')}>
        {assignee === null ? say('assign') : say('whose', { name: who(assignee) })}
      </AnalystButton>
    </>
  );
}

/** Asks for the reason first, and for what is decided with it. */
export function BecauseButton({ onAsk }: { readonly onAsk: (what: Asking) => void }): ReactNode {
  const say = useWords('inbox');
  return (
    <AnalystButton
      icon={<MessageSquareText aria-hidden="true" />}
      aria-keyshortcuts="S"
      aria-label={say('decideBecause')}
      title={say('decideBecause')}
      onClick={() => onAsk('escalate')}
    />
  );
}

/** The same with keys and choosers, for a screen that shows one notice and no list: `<Reader id={id} acts={<Judge notice={notice} />} />`. */
export function Judge({ notice }: { readonly notice: Pick<Notice, 'id' | 'title' | 'type' | 'triage'> }): ReactNode {
  const triage = useTriage();
  const [asked, setAsked] = useState<Asking | null>(null);
  const act = (doing: Doing): void => triage([notice], doing);
  useJudgeKeys(act, setAsked);
  return (
    <>
      <JudgeButtons triage={notice.triage} onAct={act} onAsk={setAsked} />
      <AskedAbout what={asked} notices={[notice]} onDecide={act} onClose={() => setAsked(null)} />
    </>
  );
}
