import type { IdempotencyStore } from '../idempotency-port.ts';
import type { Connection } from './connection.ts';

interface Row {
  readonly request: Buffer;
  readonly at: number;
  readonly status: number | null;
  readonly answer: string | null;
}

export function idempotencyStore(connection: Connection): IdempotencyStore {
  const { db } = connection;
  const get = db.prepare<[string, string], Row>('SELECT request, at, status, answer FROM idempotent_answers WHERE actor = ? AND key = ?');
  const put = db.prepare('INSERT OR REPLACE INTO idempotent_answers (actor, key, request, at) VALUES (?, ?, ?, ?)');
  const end = db.prepare('UPDATE idempotent_answers SET status = ?, answer = ? WHERE actor = ? AND key = ?');
  const remove = db.prepare('DELETE FROM idempotent_answers WHERE actor = ? AND key = ?');
  const forget = db.prepare('DELETE FROM idempotent_answers WHERE at < ?');
  return {
    begin: async ({ actor, key, request, at }, forgetBefore, lostBefore) =>
      connection.write(() => {
        forget.run(forgetBefore);
        const row = get.get(actor, key);
        if (row !== undefined && !row.request.equals(request)) return { is: 'other' };
        if (row !== undefined && row.status !== null) return { is: 'done', status: row.status, answer: row.answer ?? '' };
        if (row !== undefined && row.at >= lostBefore) return { is: 'running' };
        put.run(actor, key, request, at);
        return { is: 'new' };
      }),
    finish: async ({ actor, key }, status, answer) => connection.write(() => void end.run(status, answer, actor, key)),
    abandon: async ({ actor, key }) => connection.write(() => void remove.run(actor, key)),
  };
}
