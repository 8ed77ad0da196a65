import type Database from 'better-sqlite3';
import type { Claim, NewClaim } from '../../model/claim.ts';
import type { Digest } from '../../model/digest.ts';
import { DualwatchError } from '../../model/errors.ts';
import type { CaseId, ClaimId, NoticeId } from '../../model/ids.ts';
import type { ClaimStore } from '../case-port.ts';
import type { CaseRows } from './case-rows.ts';
import type { Connection } from './connection.ts';
import type { NoticeRows } from './notice-rows.ts';

interface ClaimRow {
  readonly num: number;
  readonly id: ClaimId;
  readonly who: string;
  readonly said_at: string | null;
  readonly quote: string;
  readonly capture: Digest | null;
  readonly place: string | null;
  readonly asserts: string;
  readonly recorder: string;
  readonly recorded_at: string;
  readonly forgotten: number;
  readonly withdrawn: string | null;
}

/** Rows of claims. */
export function claimRows(db: Database.Database) {
  const byId = db.prepare<[string], ClaimRow>('SELECT * FROM claims WHERE id = ?');
  const insert = db.prepare(
    `INSERT INTO claims (id, who, said_at, quote, capture, place, asserts, recorder, recorded_at)
     VALUES (@id, @who, @saidAt, @quote, @capture, @place, @asserts, @by, @recordedAt)`,
  );
  const about = db.prepare('INSERT INTO claim_notices (claim, notice) VALUES (?, ?)');
  const noticesOf = db.prepare<[number], NoticeId>('SELECT notice FROM claim_notices WHERE claim = ? ORDER BY notice').pluck();
  const withdraw = db.prepare('UPDATE claims SET withdrawn = ? WHERE num = ?');
  const forget = db.prepare("UPDATE claims SET quote = '', place = NULL, forgotten = 1 WHERE capture = ?");
  const all = db.prepare<[number, number], ClaimRow>('SELECT * FROM claims WHERE num < ? ORDER BY num DESC LIMIT ?');
  const aboutOne = db.prepare<{ ids: string; before: number; limit: number }, ClaimRow>(
    `SELECT * FROM claims WHERE num IN (SELECT claim FROM claim_notices WHERE notice IN (SELECT value FROM json_each(@ids)))
     AND num < @before ORDER BY num DESC LIMIT @limit`,
  );
  return {
    get: (id: string): ClaimRow | undefined => byId.get(id),
    add({ asserts, at, about: wanted, ...claim }: NewClaim): void {
      const place = at === null ? null : JSON.stringify(at);
      const num = Number(insert.run({ ...claim, place, asserts: JSON.stringify(asserts) }).lastInsertRowid);
      for (const notice of new Set(wanted)) about.run(num, notice);
    },
    noticesOf: (num: number): readonly NoticeId[] => noticesOf.all(num),
    withdraw: (num: number, withdrawn: Claim['withdrawn']): void => void withdraw.run(JSON.stringify(withdrawn), num),
    /** The words that were taken out of a capture go with it. */
    forgetCapture: (capture: Digest): void => void forget.run(capture),
    page: (ids: readonly NoticeId[] | undefined, before: number, limit: number): readonly ClaimRow[] =>
      ids === undefined ? all.all(before, limit) : aboutOne.all({ ids: JSON.stringify(ids), before, limit }),
  };
}

export type ClaimRows = ReturnType<typeof claimRows>;

/** Claims, as acts of the store. */
export function claimStore(
  connection: Connection,
  { notices, cases, claims }: { readonly notices: NoticeRows; readonly cases: CaseRows; readonly claims: ClaimRows },
): ClaimStore {
  const captured = connection.db.prepare<[string], number>('SELECT 1 FROM captures WHERE sha256 = ?').pluck();
  return {
    async record(claim: NewClaim, inCases: readonly CaseId[]) {
      return connection.write(() => {
        if (claim.capture !== null && captured.get(claim.capture) === undefined)
          throw new DualwatchError('not-found', `there is no capture ${claim.capture}`);
        if (claims.get(claim.id) !== undefined) throw new DualwatchError('conflict', `there is a claim ${claim.id} already`);
        claims.add({ ...claim, about: claim.about.map((id) => notices.require(id).id) });
        for (const id of new Set(inCases)) {
          const row = cases.get(id);
          if (row === undefined) throw new DualwatchError('not-found', `there is no case ${id}`);
          const item = { kind: 'claim', id: claim.id } as const;
          cases.add(row, [{ do: 'add', item, why: null }], { by: claim.by, at: claim.recordedAt });
        }
        return view(require(claim.id));
      });
    },
    async withdraw(id, { by, at, why }) {
      return connection.write(() => {
        const row = require(id);
        if (row.withdrawn !== null) throw new DualwatchError('conflict', `claim ${id} was taken back before`);
        claims.withdraw(row.num, { by, at, why });
        cases.note([{ item: id, done: { do: 'withdraw', claim: id, why } }], { by, at });
        return view(require(id));
      });
    },
    async find(id) {
      return connection.read(() => {
        const row = claims.get(id);
        return row && view(row);
      });
    },
    async list({ about, limit, before }) {
      return connection.read(() => {
        const notice = about === undefined ? undefined : (notices.resolve(about) ?? about);
        const from = before === undefined ? Number.MAX_SAFE_INTEGER : require(before).num;
        return claims.page(notice && notices.ids(notice), from, limit).map(view);
      });
    },
  };

  function require(id: string): ClaimRow {
    const row = claims.get(id);
    if (row === undefined)
      throw new DualwatchError('not-found', `there is no claim ${id}; "dualwatch claim list" shows those of this home`);
    return row;
  }

  function view(row: ClaimRow): Claim {
    return {
      id: row.id,
      who: row.who,
      saidAt: row.said_at,
      quote: row.quote,
      capture: row.capture,
      at: row.place === null ? null : (JSON.parse(row.place) as Claim['at']),
      about: [...new Set(claims.noticesOf(row.num).map((id) => notices.resolve(id) ?? id))],
      asserts: JSON.parse(row.asserts) as Claim['asserts'],
      by: row.recorder,
      recordedAt: row.recorded_at,
      forgotten: row.forgotten === 1,
      withdrawn: row.withdrawn === null ? null : (JSON.parse(row.withdrawn) as Claim['withdrawn']),
      cases: cases.holding(row.id),
    };
  }
}
