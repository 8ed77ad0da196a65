import { useWords } from '../../words/use-words.ts';

/** What the roles are called. */
export function useRoleWords(): (role: 'viewer' | 'analyst' | 'admin') => string {
  const say = useWords('terms');
  return (role) => say(({ viewer: 'roleViewer', analyst: 'roleAnalyst', admin: 'roleAdmin' } as const)[role]);
}
