import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { Digest } from '../../model/digest.ts';
import { DualwatchError } from '../../model/errors.ts';
import { KEPT_BAD_ROWS } from '../../model/kept-list.ts';
import type { BadListRow, KeptAsOf } from '../../model/kept-list.ts';
import type { Listing } from '../../model/party.ts';
import { listingLine } from '../listing-line.ts';
import type { ListRow, RecordedListVersion } from '../screening-port.ts';

/** What a file holds, compared with what the list holds now; to be dropped in the end. */
export interface StagedListings {
  readonly listings: number;
  readonly added: number;
  readonly changed: number;
  readonly bad: number;
  /** Listings of bad rows that stay. */
  readonly kept: number;
  readonly badRows: readonly BadListRow[];
  readonly repeated: RecordedListVersion['repeated'];
  put(rows: readonly ListRow[]): void;
  /** See {@link ListVersion.listings}. */
  digest(): Digest;
  /** Whether rows of the table stand above this number of a row. */
  goesOn(from: number): boolean;
  /** Puts what some listings say in its place, those of the rows after `from`. */
  keep(from: number): KeptPart;
  /** Takes it back, where the version does not come after all. */
  takeBack(part: KeptPart): void;
  /** Notes which rows of the list the file ends. */
  mark(): void;
  /** Closes those and opens what is new, as of a version. The one step in the commit of the version. */
  open(list: number, version: number, parts: readonly KeptPart[]): void;
  drop(): void;
}

/** Ids come in any order: pages that do not fit are written and read again and again. */
const CACHE_KIB = 32 * 1024;
/** Rows `from < num ≤ to` of the table, put in their place: number of an entity = offset + number of its row. */
export interface KeptPart {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

/** Rows in one commit: others wait for a moment only. */
const KEPT_AT_ONCE = 1000;
const REPEATED_KEPT = 1000;
let tables = 0;

/**
 * A table beside the database, on the disk and of this connection alone, for the listings of one file: rows come in at the pace of the parser and
 * nobody waits for them. Entities that the list holds already are not copied. `lastRead` says of a listing that stays, and of the version that brought it as it
 * is, in which version its row could be read last.
 */
export function stageListings(db: Database.Database, list: string, lastRead: (id: string, since: number) => number): StagedListings {
  const table = `temp.staged_${(tables += 1)}`;
  db.pragma(`temp.cache_size = -${CACHE_KIB}`);
  // `change`: 0 as it is, 1 changed, 2 added.
  db.exec(
    `CREATE TABLE ${table} (num INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, change INTEGER NOT NULL, line INTEGER NOT NULL, hash TEXT NOT NULL, entity TEXT NOT NULL)`,
  );
  const ended = `${table}_ended`;
  db.exec(`CREATE TABLE ${ended} (num INTEGER PRIMARY KEY)`);
  const known = db
    .prepare<[string], string>('SELECT hash FROM party_listings WHERE id = ? AND until IS NULL ORDER BY since DESC LIMIT 1')
    .pluck();
  const kept = db.prepare<[string], Pick<Listing, 'line' | 'hash'> & { readonly since: number; readonly name: string }>(
    `SELECT p.line, p.hash, p.since, json_extract(e.entity, '$.caption') AS name FROM party_listings p JOIN party_entities e ON e.num = p.entity
     WHERE p.id = ? AND p.until IS NULL ORDER BY p.since DESC LIMIT 1`,
  );
  const insert = db.prepare(`INSERT OR IGNORE INTO ${table} (id, change, line, hash, entity) VALUES (?, ?, ?, ?, ?)`);
  const inOrder = db.prepare<[], Pick<Listing, 'id' | 'hash'>>(`SELECT id, hash FROM ${table} ORDER BY id`);
  const keep = db.prepare<[number, number, number]>(
    `INSERT INTO party_entities (num, entity) SELECT ? + num, entity FROM ${table} WHERE num > ? AND num <= ? AND change > 0`,
  );
  const lastKept = db.prepare<[], number>('SELECT coalesce(max(num), 0) FROM party_entities').pluck();
  const last = db.prepare<[], number>(`SELECT max(num) FROM ${table}`).pluck();
  // A list is a range of ids: `;` is the character after `:`.
  const mark = db.prepare<[string, string]>(
    `INSERT INTO ${ended} (num) SELECT num FROM party_listings p WHERE p.id >= ? AND p.id < ? AND p.until IS NULL
       AND NOT EXISTS (SELECT 1 FROM ${table} s WHERE s.id = p.id AND s.change = 0)`,
  );
  const close = db.prepare<[number]>(`UPDATE party_listings SET until = ? WHERE num IN (SELECT num FROM ${ended})`);
  const open = db.prepare<[number, number, number, number, number]>(
    `INSERT INTO party_listings (list, since, entity, line, id, hash) SELECT ?, ?, ? + num, line, id, hash FROM ${table} WHERE num > ? AND num <= ? AND change > 0`,
  );
  const takeBack = db.prepare<[number, number, number]>(
    `DELETE FROM party_entities WHERE num IN (SELECT ? + num FROM ${table} WHERE num > ? AND num <= ? AND change > 0)`,
  );
  const prefix = `${list}:`;
  const staged = {
    listings: 0,
    added: 0,
    changed: 0,
    bad: 0,
    kept: 0,
    badRows: [] as BadListRow[],
    repeated: [] as { id: string; line: number }[],
    put(rows: readonly ListRow[]): void {
      for (const row of rows) {
        if (isListing(row)) take(row);
        else {
          staged.bad += 1;
          const stays = row.keeps === undefined ? undefined : stay(row.keeps);
          if (staged.badRows.length < KEPT_BAD_ROWS)
            staged.badRows.push({ line: row.line, why: row.why.toWellFormed(), ...(stays === undefined ? {} : { kept: stays }) });
        }
      }
    },
    digest(): Digest {
      const hash = createHash('sha256');
      for (const row of inOrder.iterate()) hash.update(listingLine(row));
      return hash.digest('hex') as Digest;
    },
    goesOn: (from: number): boolean => from < (last.get() ?? 0),
    keep(from: number): KeptPart {
      const part = { from, to: from + KEPT_AT_ONCE, offset: (lastKept.get() ?? 0) - from };
      keep.run(part.offset, part.from, part.to);
      return part;
    },
    takeBack: ({ from, to, offset }: KeptPart): void => void takeBack.run(offset, from, to),
    mark: (): void => void mark.run(prefix, `${list};`),
    open(order: number, version: number, parts: readonly KeptPart[]): void {
      close.run(version);
      for (const { from, to, offset } of parts) open.run(order, version, offset, from, to);
    },
    drop: (): void => void db.exec(`DROP TABLE IF EXISTS ${table}; DROP TABLE IF EXISTS ${ended}`),
  };
  return staged;

  function stay(id: string): KeptAsOf | undefined {
    const before = kept.get(id);
    if (before === undefined || insert.run(id, 0, before.line, before.hash, '').changes === 0) return undefined;
    staged.listings += 1;
    staged.kept += 1;
    return { id, name: before.name, version: lastRead(id, before.since) };
  }

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
