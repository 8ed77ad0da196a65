import type { Anchor, Authority } from '../../model/anchor.ts';
import { sha256 } from '../../model/digest.ts';
import { DualwatchError } from '../../model/errors.ts';
import type { AnchorStore } from '../anchor-port.ts';
import type { Connection } from './connection.ts';

interface AuthorityRow {
  readonly name: string;
  readonly url: string;
  readonly roots: string | null;
  readonly allow_private: number;
  readonly added_at: string;
  readonly due_at: number;
  readonly error_streak: number;
  readonly last_error: string | null;
  readonly anchors: number;
  readonly anchored_size: number | null;
  readonly last_anchor_at: string | null;
}

interface AnchorRow extends Omit<Anchor, 'receivedAt'> {
  readonly received_at: string;
}

const COLUMNS = `SELECT a.num, a.authority, a.url, a.size, a.checkpoint, a.response, a.chain, a.at, a.received_at,
  c.bytes AS crl, o.bytes AS ocsp
  FROM anchors a LEFT JOIN revocations c ON c.sha256 = a.crl LEFT JOIN revocations o ON o.sha256 = a.ocsp`;

/** The part of the store that keeps authorities and anchors, as acts of the store. */
export function anchorStore(connection: Connection): AnchorStore {
  const { db } = connection;
  const insert = db.prepare(
    `INSERT INTO authorities (name, url, roots, allow_private, added_at, due_at) VALUES (@name, @url, @roots, @allowPrivate, @addedAt, @dueAt)`,
  );
  const named = db.prepare<[string, string], { name: string; url: string }>('SELECT name, url FROM authorities WHERE name = ? OR url = ?');
  const every = db.prepare<[], AuthorityRow>(
    `SELECT t.*, count(a.num) AS anchors, max(a.size) AS anchored_size, max(a.received_at) AS last_anchor_at
     FROM authorities t LEFT JOIN anchors a ON a.url = t.url GROUP BY t.num ORDER BY t.num`,
  );
  const remove = db.prepare('DELETE FROM authorities WHERE name = ?');
  const keepFile = db.prepare('INSERT OR IGNORE INTO revocations (sha256, bytes) VALUES (?, ?)');
  const keep = db.prepare(
    `INSERT OR IGNORE INTO anchors (authority, url, size, checkpoint, response, chain, crl, ocsp, at, received_at)
     VALUES (@authority, @url, @size, @checkpoint, @response, @chain, @crl, @ocsp, @at, @receivedAt)`,
  );
  const held = db.prepare('UPDATE authorities SET due_at = @dueAt, error_streak = 0, last_error = NULL WHERE url = @url');
  const failed = db.prepare(
    'UPDATE authorities SET due_at = @dueAt, error_streak = error_streak + 1, last_error = @why WHERE name = @name',
  );
  const after = db.prepare<[number, number], AnchorRow>(`${COLUMNS} WHERE a.num > ? ORDER BY a.num LIMIT ?`);
  const covering = db.prepare<[number], AnchorRow>(
    `${COLUMNS} JOIN (SELECT url, min(size) AS size FROM anchors WHERE size >= ? GROUP BY url) f ON f.url = a.url AND f.size = a.size ORDER BY a.num`,
  );
  const latest = db.prepare<[], AnchorRow>(
    `${COLUMNS} JOIN (SELECT url, max(size) AS size FROM anchors GROUP BY url) f ON f.url = a.url AND f.size = a.size ORDER BY a.num`,
  );
  const fileOf = (bytes: Uint8Array | null): string | null => {
    if (bytes === null) return null;
    const digest = sha256(bytes);
    keepFile.run(digest, Buffer.from(bytes));
    return digest;
  };
  return {
    async addAuthority(authority: Authority, dueAt: number) {
      connection.write(() => {
        const known = named.get(authority.name, authority.url);
        if (known !== undefined)
          throw new DualwatchError(
            'usage',
            known.url === authority.url
              ? `${known.url} is an anchor already, under the name ${known.name}`
              : `there is an anchor ${known.name} already, ${known.url}; give another --name`,
          );
        insert.run({ ...authority, allowPrivate: authority.allowPrivate ? 1 : 0, dueAt });
      });
    },
    async authorities() {
      return connection.read(() => every.all().map(authorityOf));
    },
    async removeAuthority(name: string) {
      return connection.write(() => remove.run(name).changes > 0);
    },
    async recordAnchor(anchor: Omit<Anchor, 'num'>, dueAt: number) {
      connection.write(() => {
        keep.run({ ...anchor, response: Buffer.from(anchor.response), crl: fileOf(anchor.crl), ocsp: fileOf(anchor.ocsp) });
        held.run({ url: anchor.url, dueAt });
      });
    },
    async recordAnchorFailure(name: string, why: string, dueAt: number) {
      connection.write(() => failed.run({ name, why, dueAt }));
    },
    async anchorsAfter(num: number, limit: number) {
      return connection.read(() => after.all(num, limit).map(anchorOf));
    },
    async anchorsCovering(size: number) {
      return connection.read(() => covering.all(size).map(anchorOf));
    },
    async latestAnchors() {
      return connection.read(() => latest.all().map(anchorOf));
    },
  };
}

function authorityOf(row: AuthorityRow): Awaited<ReturnType<AnchorStore['authorities']>>[number] {
  return {
    name: row.name,
    url: row.url,
    roots: row.roots,
    allowPrivate: row.allow_private === 1,
    addedAt: row.added_at,
    anchors: row.anchors,
    anchoredSize: row.anchored_size ?? 0,
    lastAnchorAt: row.last_anchor_at,
    dueAt: row.due_at,
    errorStreak: row.error_streak,
    lastError: row.last_error,
  };
}

function anchorOf({ received_at: receivedAt, ...row }: AnchorRow): Anchor {
  return { ...row, receivedAt };
}
