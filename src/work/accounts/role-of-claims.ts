import type { Role } from '../../model/role.ts';

/** How values of a claim give roles. */
export interface RoleClaim {
  /** Name of the claim; a path of members with dots where no claim has the whole name, as in `realm_access.roles`. */
  readonly claim: string;
  readonly values: Readonly<Record<Role, readonly string[]>>;
}

/** The highest role that the values of the claim give, or null where they give none. The claim may be one value, a list, or words with spaces between. */
export function roleOfClaims(claims: Readonly<Record<string, unknown>>, { claim, values }: RoleClaim): Role | null {
  const given = valuesOf(claims, claim);
  for (const role of ['admin', 'analyst', 'viewer'] as const) if (values[role].some((one) => given.has(one))) return role;
  return null;
}

function valuesOf(claims: Readonly<Record<string, unknown>>, name: string): ReadonlySet<string> {
  const value = memberOf(claims, name) ?? name.split('.').reduce<unknown>(memberOf, claims);
  if (typeof value === 'string') return new Set([value, ...value.split(' ')]);
  return new Set(Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []);
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}
