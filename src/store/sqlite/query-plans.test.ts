import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { Connection } from './connection.ts';
import { migrate } from './schema/migrate.ts';
import { SqliteStore } from './store.ts';

/**
 * Statements that may go through a whole table: lists that are asked for whole, and runs with limits, which look at every host.
 * Everything else must find its rows through an index: the cost of an act does not grow with the number of notices, captures or entries.
 */
const WHOLE = [
  /FROM sources WHERE removed = 0 ORDER BY id/,
  /FROM hosts ORDER BY host/,
  /FROM lists ORDER BY num/,
  /FROM customer_sets ORDER BY num/,
  /FROM hosts WHERE ready_at IS NOT NULL ORDER BY/,
  // A row for each running program.
  /FROM workers WHERE machine/,
  /FROM leases WHERE holder/,
  // Authorities are few, and each stamps once a day.
  /FROM authorities t LEFT JOIN anchors/,
  /FROM anchors (?:WHERE size >= \? )?GROUP BY url/,
  // Rules of alerts are few, and so are lists of parties, of which it is asked whether there is one.
  /FROM alert_rules r /,
  /EXISTS \(SELECT 1 FROM alert_rules\)$/,
  /FROM notice_changes c LEFT JOIN merged/,
  // Saved searches, asked for whole.
  /FROM saved_searches ORDER BY name/,
  // Its index holds reports alone.
  /FROM notices WHERE type = 'report' ORDER BY num DESC LIMIT/,
  // Publishers, asked for whole.
  /FROM publishers p JOIN notice_publishers x [^?]*GROUP BY p\.num ORDER BY removed/,
  // Those that a killed process left, and orders to forget: rare, and these tables hold what waits or a row for each host.
  /FROM forgets WHERE erased = 0/,
  /^DELETE FROM (?:learned_pages|extras) WHERE capture/,
  /^DELETE FROM alert_deliveries WHERE instr/,
  // Accounts and keys, asked for whole; administrators are few. Of the audit log its last entry alone.
  /FROM (?:users|api_keys) ORDER BY num$/,
  /FROM users WHERE role = 'admin' AND disabled_at IS NULL/,
  /FROM audit ORDER BY num DESC LIMIT 1$/,
  /FROM sqlite_sequence WHERE name = 'audit'$/,
  // Everything that was found is thrown away.
  /^DELETE FROM copies$/,
  /^UPDATE copy_queue SET recipe = '' WHERE recipe IS NOT NULL/,
];

test('no statement of the store scans a table of notices, schedule, captures or log', () => {
  const db = new Database(':memory:');
  migrate(db, ':memory:');
  const prepared: string[] = [];
  const prepare = db.prepare.bind(db);
  db.prepare = (sql: string) => {
    prepared.push(sql);
    return prepare(sql);
  };
  void new SqliteStore(new Connection(db, ':memory:'));

  expect(prepared.length).toBeGreaterThan(60);
  const scans = prepared.flatMap((sql) => {
    // Without statistics the planner decides by the schema alone, as it does in a new home.
    const names = [...sql.matchAll(/@(\w+)/g)].map(([, name]) => [name, null] as const);
    const places = (sql.match(/\?/g) ?? []).map(() => null);
    const explain = prepare<unknown[], { readonly detail: string }>(`EXPLAIN QUERY PLAN ${sql}`);
    const plan = names.length > 0 ? explain.all(Object.fromEntries(names)) : explain.all(...places);
    // A virtual table is always "scanned": its own index does it.
    const bad = plan
      .map(({ detail }) => detail)
      .filter((detail) => detail.startsWith('SCAN') && !/VIRTUAL TABLE|CONSTANT ROW|SUBQUERY/i.test(detail));
    return bad.length > 0 && !WHOLE.some((whole) => whole.test(sql)) ? [{ sql, bad }] : [];
  });
  expect(scans).toEqual([]);
});
