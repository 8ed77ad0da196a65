/** What somebody may do: a viewer reads, an analyst works on notices and cases, an administrator also sets up sources, lists, users and the evidence log. */
export const ROLES = ['viewer', 'analyst', 'admin'] as const;

export type Role = (typeof ROLES)[number];

/** Whether a role may do what is open to `least` and above. */
export function mayAct(role: Role, least: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(least);
}
