import { useSyncExternalStore } from 'react';
import { listenersOf } from './listeners.ts';

/** What a person has chosen for this browser: appearance, language, width of panes, the name under what they print. Never anything of notices. */
export type KeptName = 'theme' | 'density' | 'language' | 'glosses' | 'rail' | 'author';

const changes = listenersOf();

export function kept(name: KeptName): string | null {
  try {
    return localStorage.getItem(`dualwatch.${name}`);
  } catch {
    return null;
  }
}

/** Keeps a choice; null takes it back. A browser that keeps nothing forgets it with the page. */
export function keep(name: KeptName, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`dualwatch.${name}`);
    else localStorage.setItem(`dualwatch.${name}`, value);
  } catch {
    // Private windows may refuse; the choice then holds for this page.
  }
  const root = document.documentElement;
  if (name === 'theme' || name === 'density') {
    if (value === null) delete root.dataset[name];
    else root.dataset[name] = value;
  }
  changes.tell();
}

export function useKept(name: KeptName): string | null {
  return useSyncExternalStore(changes.subscribe, () => kept(name));
}
