import { useKeys } from '../acts/keys.ts';
import type { Doing } from '../acts/triage.ts';
import { useMay } from '../api/who.ts';
import { useWords } from '../words/use-words.ts';
import type { Asking } from './asked-about.tsx';

/** The keys of triage, for who may; in capitals the reason is asked for first. */
export function useJudgeKeys(act: (doing: Doing) => void, ask: (what: Asking) => void): void {
  const say = useWords('inbox');
  const may = useMay('analyst');
  useKeys(
    'here',
    may
      ? [
          { key: 'e', label: say('dismiss'), run: () => act({ act: 'dismiss' }) },
          { key: 's', label: say('escalate'), run: () => act({ act: 'escalate' }) },
          { key: 'E', label: say('dismissBecause'), run: () => ask('dismiss') },
          { key: 'S', label: say('escalateBecause'), run: () => ask('escalate') },
          { key: 'r', label: say('reopen'), run: () => act({ act: 'reopen' }) },
          { key: 'a', label: say('assign'), run: () => ask('assign') },
          { key: 'c', label: say('addToCase'), run: () => ask('case') },
        ]
      : [],
  );
}
