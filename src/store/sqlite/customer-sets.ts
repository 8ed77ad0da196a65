import type { Digest } from '../../model/digest.ts';
import { DualwatchError } from '../../model/errors.ts';
import type { Match } from '../../model/match.ts';
import type { NameQuery } from '../../model/party.ts';
import type { KeptSet, SetRow } from '../screening-port.ts';
import type { Connection } from './connection.ts';

const PAGE = 500;

interface Row {
  readonly key: string;
  readonly party_hash: Digest;
  readonly recipe: string;
  readonly query: string;
  readonly results: string;
  readonly lapses: string;
}

/** Customers that their user keeps for `rescreen`. */
export function customerSets(connection: Connection) {
  const { db } = connection;
  const byName = db.prepare<[string], number>('SELECT num FROM customer_sets WHERE name = ?').pluck();
  const every = db.prepare<[], KeptSet>('SELECT name, created_at AS createdAt, rows FROM customer_sets ORDER BY num');
  const make = db.prepare('INSERT INTO customer_sets (name, created_at) VALUES (?, ?)');
  const count = db.prepare('UPDATE customer_sets SET rows = rows + ? WHERE num = ?');
  const partyOf = db.prepare<[number, string], Digest>('SELECT party_hash FROM set_rows WHERE customer_set = ? AND key = ?').pluck();
  const change = db.prepare(
    'UPDATE set_rows SET party_hash = @partyHash, recipe = @recipe, query = @query, results = @results, lapses = coalesce(@lapses, lapses) WHERE customer_set = @num AND key = @key',
  );
  const insert = db.prepare(
    `INSERT INTO set_rows (customer_set, key, party_hash, recipe, query, results, lapses) VALUES (@num, @key, @partyHash, @recipe, @query, @results, coalesce(@lapses, '[]'))`,
  );
  const after = db.prepare<[number, string], Row>(
    `SELECT key, party_hash, recipe, query, results, lapses FROM set_rows WHERE customer_set = ? AND key > ? ORDER BY key LIMIT ${PAGE}`,
  );
  const removeRows = db.prepare('DELETE FROM set_rows WHERE customer_set = ?');
  const remove = db.prepare('DELETE FROM customer_sets WHERE num = ?');
  const createdOf = db.prepare<[string], string>('SELECT created_at FROM customer_sets WHERE name = ?').pluck();
  const rename = db.prepare('UPDATE customer_sets SET name = ?, created_at = coalesce(?, created_at) WHERE num = ?');

  return {
    all: (): readonly KeptSet[] => every.all(),
    put(set: string, nowIso: string, rows: readonly SetRow[]): readonly string[] {
      return overwriting(() => {
        const num = byName.get(set) ?? Number(make.run(set, nowIso).lastInsertRowid);
        const others: string[] = [];
        let added = 0;
        for (const { query, results, lapses, ...row } of rows) {
          const values = {
            ...row,
            num,
            query: JSON.stringify(query),
            results: JSON.stringify(results),
            lapses: lapses === undefined ? null : JSON.stringify(lapses),
          };
          const before = partyOf.get(num, row.key);
          if (before === undefined) {
            insert.run(values);
            added += 1;
            continue;
          }
          change.run(values);
          if (before !== row.partyHash) others.push(row.key);
        }
        count.run(added, num);
        return others;
      });
    },
    /** By key, a page at each step. */
    *pages(set: string, afterKey = ''): Generator<readonly SetRow[], undefined, undefined> {
      for (let last: string | undefined = afterKey; last !== undefined;) {
        const page: readonly Row[] = after.all(numOf(set), last);
        last = page.at(-1)?.key;
        yield page.map((row) => ({
          key: row.key,
          query: JSON.parse(row.query) as NameQuery,
          partyHash: row.party_hash,
          results: JSON.parse(row.results) as readonly Match[],
          recipe: row.recipe,
          lapses: JSON.parse(row.lapses) as readonly string[],
        }));
      }
      return undefined;
    },
    replace(set: string, by: string): void {
      overwriting(() => {
        const [num, old] = [numOf(by), byName.get(set)];
        const since = createdOf.get(set) ?? null;
        if (old !== undefined) removeAll(old);
        rename.run(set, since, num);
      });
      forgetWritten();
    },
    remove(set: string): void {
      overwriting(() => removeAll(numOf(set)));
      forgetWritten();
    },
  };

  function removeAll(num: number): void {
    removeRows.run(num);
    remove.run(num);
  }

  /** What was written lately stands in the write-ahead file too. Where somebody reads it just now it stays until it is written over. */
  function forgetWritten(): void {
    connection.alone(() => db.pragma('wal_checkpoint(TRUNCATE)'));
  }

  function numOf(set: string): number {
    const num = byName.get(set);
    if (num === undefined) throw new DualwatchError('not-found', `there is no set ${set}; "dualwatch sets list" names those of this home`);
    return num;
  }

  /** Customers are somebody's secret: what is deleted or replaced is overwritten with zeros. https://sqlite.org/pragma.html#pragma_secure_delete */
  function overwriting<Result>(act: () => Result): Result {
    connection.alone(() => db.pragma('secure_delete = ON'));
    try {
      return connection.write(act);
    } finally {
      connection.alone(() => db.pragma('secure_delete = OFF'));
    }
  }
}
