import { randomBytes, timingSafeEqual } from 'node:crypto';
import { KEY_SCOPES, type ApiKey, type KeyScope, type User } from '../../model/account.ts';
import { sha256 } from '../../model/digest.ts';
import { DualwatchError } from '../../model/errors.ts';
import { newKeyId, type KeyId } from '../../model/ids.ts';
import type { Role } from '../../model/role.ts';
import type { AccountStore } from '../../store/account-port.ts';
import { actOf, type Acting } from './acting.ts';

const TOUCH_MS = 60_000;

export interface WantedKey {
  readonly name: string;
  readonly role: Role;
  readonly scope: KeyScope;
  readonly owner: User | null;
  readonly expiresInMs: number | null;
}

/** Makes a key, `dw_<id>_<secret>`. Its secret has 256 bits, is in the answer and nowhere else. Throws `usage` for a name that will not do, `conflict` where it is taken. */
export async function addKey(
  store: AccountStore,
  { name: given, role, scope, owner, expiresInMs }: WantedKey,
  acting: Acting,
): Promise<{ readonly key: ApiKey; readonly secret: string }> {
  const name = given.trim();
  if (!/^[^\p{C}\s][^\p{C}]{0,99}$/u.test(name))
    throw new DualwatchError('usage', 'the name of a key is one line of at most 100 characters');
  const { now } = acting;
  const key: ApiKey = {
    id: newKeyId(now),
    name,
    role,
    scope,
    owner: owner?.id ?? null,
    createdAt: new Date(now).toISOString(),
    expiresAt: expiresInMs === null ? null : new Date(now + expiresInMs).toISOString(),
    revokedAt: null,
    lastUsedAt: null,
  };
  const secret = randomBytes(32).toString('base64url');
  const detail = { id: key.id, role, scope, owner: owner?.mail ?? null, expiresAt: key.expiresAt };
  await store.addKey(key, sha256(secret), actOf(acting, 'key.add', name, detail));
  return { key, secret: `dw_${key.id}_${secret}` };
}

/** By id or name. Throws `not-found`. */
export async function revokeKey(store: AccountStore, idOrName: string, acting: Acting): Promise<ApiKey> {
  const revoked = await store.revokeKey(idOrName, new Date(acting.now).toISOString(), (key) =>
    actOf(acting, 'key.revoke', key.name, { id: key.id }),
  );
  if (revoked === undefined)
    throw new DualwatchError('not-found', `there is no key ${idOrName}; "dualwatch keys list" shows those there are`);
  return revoked;
}

/** The key that a program brought, with its owner, or undefined where it is unknown, expired, revoked, or its owner disabled. Compared in constant time. */
export async function useKey(
  store: AccountStore,
  brought: string,
  now: number,
): Promise<{ readonly key: ApiKey; readonly owner: User | null } | undefined> {
  const [, id, secret] = /^dw_(k[0-9a-hjkmnp-tv-z]{26})_([\w-]{43})$/.exec(brought) ?? [];
  if (id === undefined || secret === undefined) return undefined;
  const found = await store.findKey(id as KeyId);
  const same = timingSafeEqual(Buffer.from(sha256(secret)), Buffer.from(found?.secretHash ?? sha256('')));
  if (found === undefined || !same) return undefined;
  if (!keyHolds(found, now)) return undefined;
  const { key, owner } = found;
  const { lastUsedAt } = key;
  if (lastUsedAt === null || now - Date.parse(lastUsedAt) >= TOUCH_MS) await store.touchKey(key.id, new Date(now).toISOString());
  return { key, owner };
}

/** Neither revoked nor expired, and its owner, where it has one, may log in. */
export function keyHolds({ key, owner }: { readonly key: ApiKey; readonly owner: User | null }, now: number): boolean {
  if (key.revokedAt !== null || (key.expiresAt !== null && Date.parse(key.expiresAt) <= now)) return false;
  return key.owner === null || (owner !== null && owner.disabledAt === null);
}

/** Throws `usage` for anything but a scope. */
export function parseScope(given: string): KeyScope {
  const scope = KEY_SCOPES.find((one) => one === given);
  if (scope === undefined) throw new DualwatchError('usage', `"${given}" is no scope; choose one of ${KEY_SCOPES.join(', ')}`);
  return scope;
}
