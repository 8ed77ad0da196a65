import { useKeys } from '../../acts/keys.ts';
import { useMay } from '../../api/who.ts';
import { useWords } from '../../words/use-words.ts';
import type { Tab } from './address.ts';

/**
 * `h` and `l` lead to the matches of the notice that is open, whatever of it is loaded: for the frame that stands before its evidence does.
 * The matches themselves have the same keys, and win while they are shown.
 */
export function useMatchKeys(tab: Tab | undefined, onTab: (tab: Tab) => void, isOpen = true): void {
  const say = useWords('notice');
  const may = useMay('analyst');
  const lead = (key: string, label: string) => ({ key, label, run: () => onTab('matches') });
  useKeys('here', isOpen && may && tab !== 'matches' ? [lead('h', say('keyHit')), lead('l', say('keyCleared'))] : []);
}
