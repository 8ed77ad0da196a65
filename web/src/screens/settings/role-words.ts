import { useWords } from '../../words/use-words.ts';

export const ROLES = ['viewer', 'analyst', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** What the roles are called. */
export function useRoleWords(): (role: Role) => string {
  const say = useWords('terms');
  return (role) => say(({ viewer: 'roleViewer', analyst: 'roleAnalyst', admin: 'roleAdmin' } as const)[role]);
}
