import type { Answer } from '../../api/ask.ts';

export const ROLES = ['name', 'country', 'id', 'key', 'schema', 'birthDate'] as const;
export type Role = (typeof ROLES)[number];
/** What a column holds, in words. */
export const ROLE_WORDS = {
  name: 'roleName',
  country: 'roleCountry',
  id: 'roleId',
  key: 'roleKey',
  schema: 'roleSchema',
  birthDate: 'roleBirthDate',
} as const satisfies Readonly<Record<Role, string>>;

export function isRole(text: string): text is Role {
  return ROLES.some((role) => role === text);
}
/** Which column holds what, by place from 0. */
export type Mapping = Readonly<Partial<Record<Role, number>>>;

type Preview = Pick<Answer<'POST /api/v1/screen/uploads/columns'>, 'columns' | 'read' | 'proposed' | 'header'>;

/** What the server would read, and what it proposes to read too. */
export function firstMapping({ columns, read, proposed }: Preview): Mapping {
  const mapping: Partial<Record<Role, number>> = {};
  for (const role of ROLES) {
    const column = read[role] ?? proposed[role];
    const at = column === undefined ? -1 : columns.indexOf(column);
    if (at >= 0 && !Object.values(mapping).includes(at)) mapping[role] = at;
  }
  return mapping;
}

/** With this column holding `role`, or nothing: a role has one column, and a column one role. */
export function withRole(mapping: Mapping, at: number, role: Role | ''): Mapping {
  const rest = Object.fromEntries(Object.entries(mapping).filter(([one, place]) => place !== at && one !== role)) as Mapping;
  return role === '' ? rest : { ...rest, [role]: at };
}

export function roleOf(mapping: Mapping, at: number): Role | '' {
  return ROLES.find((role) => mapping[role] === at) ?? '';
}

/** How an upload names the columns: by their names, or by number where a name is missing or stands there twice. */
export function columnsAsked(
  mapping: Mapping,
  { columns, header }: Pick<Preview, 'columns' | 'header'>,
): Readonly<Partial<Record<Role, string>>> {
  const asked: Partial<Record<Role, string>> = {};
  for (const role of ROLES) {
    const at = mapping[role];
    const name = at === undefined ? undefined : columns[at];
    if (at === undefined || name === undefined) continue;
    const alone = columns.filter((one) => one.trim().toLowerCase() === name.trim().toLowerCase()).length === 1;
    asked[role] = header && alone && name.trim() !== '' ? name : String(at + 1);
  }
  return asked;
}
