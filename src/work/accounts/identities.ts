import type { Identity, User } from '../../model/account.ts';
import { DualwatchError } from '../../model/errors.ts';
import { newUserId } from '../../model/ids.ts';
import { normaliseMail } from '../../model/mail-address.ts';
import type { Role } from '../../model/role.ts';
import type { AccountStore } from '../../store/account-port.ts';
import { actOf, actorOfUser, type Acting } from './acting.ts';

/** Who an OpenID provider says that somebody is. */
export interface Vouched {
  readonly identity: Identity;
  readonly mail: string | null;
  /** What the provider says of the mail address; null where it says nothing. */
  readonly mailVerified: boolean | null;
  /** The role that its claims give; null where they give none, undefined where claims give no roles here. */
  readonly role: Role | null | undefined;
}

/**
 * The account of somebody whom an OpenID provider vouches for. Known by identity; at first by a mail address that the provider has verified, for an account that waits for
 * it. Where claims give roles an account is made, and its role is that of the claims at each login. Throws `not-allowed` with what an administrator can do.
 */
export async function userOfIdentity(store: AccountStore, who: Vouched, acting: Acting): Promise<User> {
  if (who.role === null) throw refused('the provider gives you no role here; an administrator can, there or in the settings oidc.*');
  const known = (await store.userOf(who.identity)) ?? (await bound(store, who, acting));
  if (known === undefined) return made(store, who, acting);
  if (known.disabledAt !== null) throw refused('the account is disabled');
  if (who.role === undefined || who.role === known.role) return known;
  const act = actOf({ ...acting, actor: actorOfUser(known) }, 'user.role', known.mail, {
    from: known.role,
    to: who.role,
    by: who.identity.issuer,
  });
  return store.changeUser(known.id, { role: who.role }, act);
}

/** The account that the mail address names, with the identity from now on its own. */
async function bound(store: AccountStore, { identity, mail, mailVerified }: Vouched, acting: Acting): Promise<User | undefined> {
  const user = mail === null ? undefined : await store.findUser(normaliseMail(mail));
  if (user === undefined) return undefined;
  if (user.disabledAt !== null) throw refused('the account is disabled');
  if (user.identity !== null) throw refused(`the account ${user.mail} belongs to another identity of the provider`);
  // Anybody may write any address into a profile that nobody has verified.
  if (mailVerified !== true) throw refused(`the provider does not say that ${user.mail} is yours (email_verified)`);
  const act = actOf({ ...acting, actor: actorOfUser(user) }, 'user.identity', user.mail, {
    issuer: identity.issuer,
    subject: identity.subject,
  });
  return store.changeUser(user.id, { identity }, act);
}

async function made(store: AccountStore, { identity, mail, mailVerified, role }: Vouched, acting: Acting): Promise<User> {
  if (role === undefined || role === null)
    throw refused(
      `there is no account for ${mail ?? 'you'}; an administrator makes one with "dualwatch users add <mail> --role … --openid"`,
    );
  if (mail === null || mailVerified === false) throw refused('the provider tells no verified mail address; the scope "email" asks for it');
  const user = {
    id: newUserId(acting.now),
    mail: normaliseMail(mail),
    role,
    createdAt: new Date(acting.now).toISOString(),
    identity,
    passwordHash: null,
  };
  return store.addUser(
    user,
    actOf(acting, 'user.add', user.mail, { role, login: 'openid', issuer: identity.issuer, subject: identity.subject }),
  );
}

function refused(why: string): DualwatchError {
  return new DualwatchError('not-allowed', why);
}
