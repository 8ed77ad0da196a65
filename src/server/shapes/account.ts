import { z } from 'zod';
import type { ApiKey, Session, User } from '../../model/account.ts';
import { KEY_SCOPES } from '../../model/account.ts';
import { ROLES } from '../../model/role.ts';
import { digest, time } from './notice.ts';

export const role = z.enum(ROLES);
export const scope = z.enum(KEY_SCOPES);

export const user = z
  .object({
    id: z.string(),
    mail: z.string(),
    role,
    createdAt: time,
    disabledAt: time.nullable(),
    hasPassword: z.boolean(),
    openid: z.boolean().describe('has logged in through the OpenID provider'),
  })
  .meta({ id: 'User' });

export function shownUser({ id, mail, role: of, createdAt, disabledAt, hasPassword, identity }: User): z.output<typeof user> {
  return { id, mail, role: of, createdAt, disabledAt, hasPassword, openid: identity !== null };
}

export const session = z
  .object({
    id: z.string(),
    current: z.boolean().describe('the one that asks'),
    createdAt: time,
    lastUsedAt: time,
    expiresAt: time,
    address: z.string().nullable(),
    agent: z.string().nullable().describe('what the browser called itself'),
  })
  .meta({ id: 'Session' });

export function shownSession(
  { id, createdAt, lastUsedAt, expiresAt, address, agent }: Session,
  current: boolean,
): z.output<typeof session> {
  return { id, current, createdAt: iso(createdAt), lastUsedAt: iso(lastUsedAt), expiresAt: iso(expiresAt), address, agent };
}

export const apiKey = z
  .object({
    id: z.string(),
    name: z.string(),
    role,
    scope,
    owner: z.string().nullable().describe('mail address; the key never goes further than its owner'),
    createdAt: time,
    expiresAt: time.nullable(),
    revokedAt: time.nullable(),
    lastUsedAt: time.nullable().describe('to the minute'),
  })
  .meta({ id: 'ApiKey' });

export function shownKey(key: ApiKey, mailOf: (id: string) => string | undefined): z.output<typeof apiKey> {
  return { ...key, owner: key.owner === null ? null : (mailOf(key.owner) ?? key.owner) };
}

export const auditEntry = z
  .object({
    num: z.number().int(),
    at: time,
    actor: z.object({
      kind: z.enum(['local', 'user', 'key', 'nobody']),
      id: z.string().nullable(),
      name: z.string(),
      role: role.nullable(),
    }),
    address: z.string().nullable().describe('null for the command line'),
    act: z.string(),
    subject: z.string(),
    detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    hash: digest.describe('over the entry and the hash before it'),
  })
  .meta({ id: 'AuditEntry' });

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
