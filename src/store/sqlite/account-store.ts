import type { Act, ApiKey } from '../../model/account.ts';
import type { AccountStore } from '../account-port.ts';
import { auditRows } from './audit-rows.ts';
import type { Connection } from './connection.ts';
import { keyRows } from './key-rows.ts';
import { loginCounters } from './login-counters.ts';
import { sessionRows } from './session-rows.ts';
import { userOf, userRows } from './user-rows.ts';

/** The part of the store that keeps accounts, as acts of the store. */
export function accountStore(connection: Connection): AccountStore {
  const { db } = connection;
  const users = userRows(db);
  const sessions = sessionRows(db);
  const keys = keyRows(db);
  const counters = loginCounters(db);
  const audit = auditRows(db);
  return {
    async addUser(user, act) {
      return connection.write(() => {
        const added = users.add(user);
        audit.add(act);
        return added;
      });
    },
    async users() {
      return connection.read(() => users.all());
    },
    async findUser(idOrMail) {
      const row = connection.read(() => users.find(idOrMail));
      return row && userOf(row);
    },
    async userOf(identity) {
      const row = connection.read(() => users.of(identity));
      return row && userOf(row);
    },
    async passwordHashOf(id) {
      return connection.read(() => users.find(id)?.password ?? null);
    },
    async hasAdmin() {
      return connection.alone(() => users.hasAdmin());
    },
    async changeUser(id, change, act) {
      return connection.write(() => {
        const { user, endsSessions } = users.change(id, change);
        if (endsSessions) sessions.endOf(id, user.disabledAt === null ? (change.keepSession ?? null) : null);
        audit.add(act);
        return user;
      });
    },
    async rehash(id, from, to) {
      connection.write(() => users.rehash(id, from, to));
    },

    async openSession(session, act) {
      connection.write(() => {
        sessions.open(session);
        audit.add(act);
      });
    },
    async findSession(tokenHash, now, idleMs) {
      return connection.read(() => {
        const found = sessions.find(tokenHash, now, idleMs);
        const user = found && users.find(found.session.user);
        if (found === undefined || user === undefined || user.disabled_at !== null) return undefined;
        return { ...found, user: userOf(user) };
      });
    },
    async touchSession(id, now) {
      connection.write(() => sessions.touch(id, now));
    },
    async rotateSession(id, from, to, now) {
      return connection.write(() => sessions.rotate(id, from, to, now));
    },
    async replaceUnusedToken(id, before, to, now) {
      return connection.write(() => sessions.replaceUnused(id, before, to, now));
    },
    async endSession(id, act) {
      return connection.write(() => {
        const ended = sessions.end(id);
        if (ended) audit.add(act);
        return ended;
      });
    },
    async endSessionsOf(user, except, act) {
      return connection.write(() => {
        const ended = sessions.endOf(user, except);
        if (ended > 0) audit.add({ ...act, detail: { ...act.detail, sessions: ended } });
        return ended;
      });
    },
    async sessionsOf(user, now, idleMs) {
      return connection.read(() => sessions.of(user, now, idleMs));
    },

    async addKey(key, secretHash, act) {
      connection.write(() => {
        keys.add(key, secretHash);
        audit.add(act);
      });
    },
    async keys() {
      return connection.read(() => keys.all());
    },
    async findKey(id) {
      return connection.read(() => {
        const found = keys.find(id);
        if (found === undefined) return undefined;
        const owner = found.key.owner === null ? undefined : users.find(found.key.owner);
        return { ...found, owner: owner === undefined ? null : userOf(owner) };
      });
    },
    async touchKey(id, nowIso) {
      connection.write(() => keys.touch(id, nowIso));
    },
    async revokeKey(idOrName: string, nowIso: string, act: (key: ApiKey) => Act) {
      return connection.write(() => {
        const key = keys.named(idOrName);
        if (key === undefined || key.revokedAt !== null) return key;
        keys.revoke(key.id, nowIso);
        audit.add(act(key));
        return { ...key, revokedAt: nowIso };
      });
    },

    async takeLogin(attempt) {
      // A look without a lock first: whoever guesses on and on costs no commit.
      const heldMs = connection.read(() => counters.heldMs(attempt));
      return heldMs > 0 ? heldMs : connection.write(() => counters.take(attempt));
    },
    async forgiveLogin(forgiven, known, now) {
      connection.write(() => counters.forgive(forgiven, known, now));
    },

    async recordAct(act) {
      return connection.write(() => audit.add(act));
    },
    async audit(query) {
      return connection.read(() => audit.newest(query));
    },
    async auditAfter(after, limit) {
      return connection.read(() => audit.after(after, limit));
    },
    async lastAuditNum() {
      return connection.read(() => audit.lastNum());
    },
  };
}
