import type { User } from '../../model/account.ts';
import { DualwatchError } from '../../model/errors.ts';
import { newUserId, type SessionId } from '../../model/ids.ts';
import { normaliseMail } from '../../model/mail-address.ts';
import { ROLES, type Role } from '../../model/role.ts';
import type { AccountStore } from '../../store/account-port.ts';
import { actOf, type Acting } from './acting.ts';
import { checkPassword } from './check-password.ts';
import { hashPassword, verifyPassword } from './hash-password.ts';

/**
 * Adds an account. Without a password it logs in through the OpenID provider alone. Throws `usage` for a mail address or password that will not do, `conflict`
 * where the address has an account.
 */
export async function addUser(
  store: AccountStore,
  { mail: given, role, password }: { readonly mail: string; readonly role: Role; readonly password: string | null },
  acting: Acting,
): Promise<User> {
  const mail = normaliseMail(given);
  if (password !== null) checkPassword(password, mail);
  if ((await store.findUser(mail)) !== undefined) throw new DualwatchError('conflict', `${mail} has an account already`);
  const passwordHash = password === null ? null : await hashPassword(password);
  const createdAt = new Date(acting.now).toISOString();
  const user = { id: newUserId(acting.now), mail, role, createdAt, identity: null, passwordHash };
  return store.addUser(user, actOf(acting, 'user.add', mail, { role, login: password === null ? 'openid' : 'password' }));
}

/** By id or mail address, however that is written. Throws `not-found`. */
export async function userNamed(store: AccountStore, idOrMail: string): Promise<User> {
  const user = await store.findUser(idOrMail.trim().normalize('NFC').toLowerCase());
  if (user === undefined)
    throw new DualwatchError('not-found', `there is no account ${idOrMail}; "dualwatch users list" shows those there are`);
  return user;
}

/** Logs it out everywhere at once. Its keys go no further either. */
export async function disableUser(store: AccountStore, idOrMail: string, acting: Acting): Promise<User> {
  const user = await userNamed(store, idOrMail);
  if (user.disabledAt !== null) return user;
  return store.changeUser(user.id, { disabledAt: new Date(acting.now).toISOString() }, actOf(acting, 'user.disable', user.mail));
}

export async function enableUser(store: AccountStore, idOrMail: string, acting: Acting): Promise<User> {
  const user = await userNamed(store, idOrMail);
  if (user.disabledAt === null) return user;
  return store.changeUser(user.id, { disabledAt: null }, actOf(acting, 'user.enable', user.mail));
}

export async function setRole(store: AccountStore, idOrMail: string, role: Role, acting: Acting): Promise<User> {
  const user = await userNamed(store, idOrMail);
  if (user.role === role) return user;
  return store.changeUser(user.id, { role }, actOf(acting, 'user.role', user.mail, { from: user.role, to: role }));
}

/** An administrator sets somebody's password: they are logged out everywhere. */
export async function setPassword(store: AccountStore, idOrMail: string, password: string, acting: Acting): Promise<User> {
  const user = await userNamed(store, idOrMail);
  checkPassword(password, user.mail);
  return store.changeUser(user.id, { passwordHash: await hashPassword(password) }, actOf(acting, 'user.password', user.mail));
}

/**
 * Somebody changes their own password: they stay logged in where they are, and nowhere else. Throws `not-allowed` where `current` is not the password that
 * they have; the caller counts attempts.
 */
export async function changeOwnPassword(
  store: AccountStore,
  {
    user,
    session,
    current,
    password,
  }: { readonly user: User; readonly session: SessionId; readonly current: string; readonly password: string },
  acting: Acting,
): Promise<User> {
  const { holds } = await verifyPassword(current, await store.passwordHashOf(user.id));
  if (!holds) throw new DualwatchError('not-allowed', 'that is not the password that the account has');
  checkPassword(password, user.mail);
  const passwordHash = await hashPassword(password);
  return store.changeUser(user.id, { passwordHash, keepSession: session }, actOf(acting, 'user.password', user.mail, { own: true }));
}

/** Throws `usage` for anything but a role. */
export function parseRole(given: string): Role {
  const role = ROLES.find((one) => one === given);
  if (role === undefined) throw new DualwatchError('usage', `"${given}" is no role; choose one of ${ROLES.join(', ')}`);
  return role;
}
