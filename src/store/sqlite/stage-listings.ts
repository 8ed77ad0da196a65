import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { Digest } from '../../model/digest.ts';
import { DualwatchError } from '../../model/errors.ts';
import { KEPT_BAD_ROWS } from '../../model/kept-list.ts';
import type { BadListRow } from '../../model/kept-list.ts';
import type { Listing } from '../../model/party.ts';
import { listingLine } from '../listing-line.ts';
import type { ListRow, RecordedListVersion } from '../screening-port.ts';

/** What a file holds, compared with what the list holds now; `table` is to be dropped. */
export interface StagedListings {
  readonly table: string;
  readonly listings: number;
  readonly added: number;
  readonly changed: number;
  readonly bad: number;
  readonly badRows: readonly BadListRow[];
  readonly repeated: RecordedListVersion['repeated'];
  put(rows: readonly ListRow[]): void;
  /** See {@link ListVersion.listings}. */
  digest(): Digest;
  drop(): void;
}

/** Ids come in any order: pages that do not fit are written and read again and again. */
const CACHE_KIB = 32 * 1024;
const REPEATED_KEPT = 1000;
let tables = 0;

/**
 * A table beside the database, on the disk and of this connection alone, for the listings of one file: rows come in at the pace of the parser and
 * nobody waits for them. Entities that the list holds already are not copied.
 */
export function stageListings(db: Database.Database, list: string): StagedListings {
  const table = `temp.staged_${(tables += 1)}`;
  db.pragma(`temp.cache_size = -${CACHE_KIB}`);
  // `change`: 0 as it is, 1 changed, 2 added.
  db.exec(
    `CREATE TABLE ${table} (num INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, change INTEGER NOT NULL, line INTEGER NOT NULL, hash TEXT NOT NULL, entity TEXT NOT NULL)`,
  );
  const known = db
    .prepare<[string], string>('SELECT hash FROM party_listings WHERE id = ? AND until IS NULL ORDER BY since DESC LIMIT 1')
    .pluck();
  const insert = db.prepare(`INSERT OR IGNORE INTO ${table} (id, change, line, hash, entity) VALUES (?, ?, ?, ?, ?)`);
  const inOrder = db.prepare<[], Pick<Listing, 'id' | 'hash'>>(`SELECT id, hash FROM ${table} ORDER BY id`);
  const prefix = `${list}:`;
  const staged = {
    table,
    listings: 0,
    added: 0,
    changed: 0,
    bad: 0,
    badRows: [] as BadListRow[],
    repeated: [] as { id: string; line: number }[],
    put(rows: readonly ListRow[]): void {
      for (const row of rows) {
        if (isListing(row)) take(row);
        else {
          staged.bad += 1;
          if (staged.badRows.length < KEPT_BAD_ROWS) staged.badRows.push({ line: row.line, why: row.why.toWellFormed() });
        }
      }
    },
    digest(): Digest {
      const hash = createHash('sha256');
      for (const row of inOrder.iterate()) hash.update(listingLine(row));
      return hash.digest('hex') as Digest;
    },
    drop: (): void => void db.exec(`DROP TABLE IF EXISTS ${table}`),
  };
  return staged;

  function take({ id, hash, line, entity }: Listing): void {
    if (!id.startsWith(prefix))
      throw new DualwatchError('internal', `a listing of the list ${list} has the id ${id}, which does not begin with ${prefix}`);
    const before = known.get(id);
    const change = before === undefined ? 2 : before === hash ? 0 : 1;
    if (insert.run(id, change, line, hash, change === 0 ? '' : JSON.stringify(entity)).changes === 0) {
      if (staged.repeated.length < REPEATED_KEPT) staged.repeated.push({ id, line });
      return;
    }
    staged.listings += 1;
    if (change === 2) staged.added += 1;
    else if (change === 1) staged.changed += 1;
  }
}

function isListing(row: ListRow): row is Listing {
  return 'entity' in row;
}
