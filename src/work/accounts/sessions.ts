import { randomBytes } from 'node:crypto';
import type { Session, User } from '../../model/account.ts';
import { sha256, type Digest } from '../../model/digest.ts';
import { DualwatchError } from '../../model/errors.ts';
import { newSessionId } from '../../model/ids.ts';
import { normaliseMail } from '../../model/mail-address.ts';
import type { AccountStore } from '../../store/account-port.ts';
import { actOf, actorOfUser, type Acting } from './acting.ts';
import { hashPassword, refuseWhileFull, verifyPassword } from './hash-password.ts';
import { forgiveLogin, takeLogin } from './throttle.ts';

export interface SessionRules {
  /** Ends when nobody used it for so long. */
  readonly idleMs: number;
  /** Ends then in any case. */
  readonly mostMs: number;
}

/** A token is renewed so often. */
const ROTATE_MS = 15 * 60_000;
/** Requests that were under way while the token was renewed still bring the one before. */
const GRACE_MS = 60_000;
/** Times of use are kept to the minute: not every request is a commit. */
const TOUCH_MS = 60_000;
const MOST_AGENT = 200;

/** A session with its token, which is shown to nobody but the browser that it is for. */
export interface Opened {
  readonly session: Session;
  readonly user: User;
  readonly token: string;
}

/**
 * Logs in by mail address and password. Throws `too-many-requests` (see throttle.ts), and `login-required` alike, and after as long, for an account that does
 * not exist, is disabled or has another password.
 */
export async function login(
  store: AccountStore,
  given: { readonly mail: string; readonly password: string; readonly agent: string | null },
  acting: Acting & { readonly address: string },
  rules: SessionRules,
): Promise<Opened> {
  refuseWhileFull();
  const mail = nameOf(given.mail);
  await takeLogin(store, mail, acting.address, acting.now);
  const user = await store.findUser(mail);
  const phc = user === undefined ? null : await store.passwordHashOf(user.id);
  const { holds, weak } = await verifyPassword(given.password, phc);
  if (user === undefined || phc === null || !holds || user.disabledAt !== null) {
    // People type passwords into the wrong field: what names no account is not written down.
    await store.recordAct(actOf(acting, 'login.fail', user === undefined ? 'no account' : user.mail, {}));
    throw new DualwatchError('login-required', 'mail address or password is wrong');
  }
  await forgiveLogin(store, mail, acting.address, acting.now);
  if (weak) await store.rehash(user.id, phc, await hashPassword(given.password));
  return openSession(store, user, { agent: given.agent, by: 'password' }, acting, rules);
}

/** A session for somebody whose identity is certain. */
export async function openSession(
  store: AccountStore,
  user: User,
  { agent, by }: { readonly agent: string | null; readonly by: 'password' | 'openid' },
  acting: Acting,
  rules: SessionRules,
): Promise<Opened> {
  const { now, address } = acting;
  const token = newToken();
  const session: Session = {
    id: newSessionId(now),
    user: user.id,
    createdAt: now,
    lastUsedAt: now,
    rotatedAt: now,
    expiresAt: now + rules.mostMs,
    address,
    agent: agent === null ? null : agent.slice(0, MOST_AGENT),
    csrf: randomBytes(24).toString('base64url'),
  };
  await store.openSession(
    { ...session, tokenHash: sha256(token) },
    actOf({ ...acting, actor: actorOfUser(user) }, 'login', user.mail, { by }),
  );
  return { session, user, token };
}

/**
 * Whose token it is, or undefined. `token` is there where it was renewed: the browser must be given it. A token that was replaced longer than a minute ago
 * by one that is in use has been copied: whoever brings it, the session ends for both.
 *
 * Tokens have 256 bits and are looked for by their SHA-256: what the time of a look-up tells of a hash helps nobody to the token.
 */
export async function useSession(
  store: AccountStore,
  token: string,
  acting: Pick<Acting, 'address' | 'now'>,
  rules: SessionRules,
): Promise<{ readonly session: Session; readonly user: User; readonly token?: string } | undefined> {
  if (!/^[\w-]{43}$/.test(token)) return undefined;
  const { now } = acting;
  const tokenHash: Digest = sha256(token);
  const found = await store.findSession(tokenHash, now, rules.idleMs);
  if (found === undefined) return undefined;
  const { session, user, previous } = found;
  if (previous) {
    if (now - session.rotatedAt <= GRACE_MS) return { session, user };
    // Nobody has used the token that took its place: the answer that held it was lost on its way.
    const again = newToken();
    if (await store.replaceUnusedToken(session.id, tokenHash, sha256(again), now))
      return { session: renewed(session, now), user, token: again };
    await store.endSession(session.id, actOf({ ...acting, actor: actorOfUser(user) }, 'session.reuse', user.mail, { session: session.id }));
    return undefined;
  }
  if (now - session.rotatedAt >= ROTATE_MS) {
    const next = newToken();
    if (await store.rotateSession(session.id, tokenHash, sha256(next), now)) return { session: renewed(session, now), user, token: next };
  } else if (session.lastUsedAt === session.rotatedAt || now - session.lastUsedAt >= TOUCH_MS)
    await store.touchSession(session.id, Math.max(now, session.rotatedAt + 1));
  return { session, user };
}

function renewed(session: Session, now: number): Session {
  return { ...session, rotatedAt: now, lastUsedAt: now };
}

function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is no mail address is an account that does not exist. */
function nameOf(given: string): string {
  try {
    return normaliseMail(given);
  } catch {
    return '';
  }
}
