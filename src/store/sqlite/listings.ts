import type Database from 'better-sqlite3';
import type { Digest } from '../../model/digest.ts';
import { DualwatchError } from '../../model/errors.ts';
import type { FtmEntity } from '../../model/party.ts';
import type { KeptListing, ListingChange } from '../screening-port.ts';
import type { ListRows } from './list-rows.ts';

interface ListingRow {
  readonly since: number;
  readonly until: number | null;
  readonly line: number;
  readonly id: string;
  readonly hash: Digest;
  readonly entity: string;
}

const PAGE = 500;
const SELECT = 'SELECT p.since, p.until, p.line, p.id, p.hash, e.entity FROM party_listings p JOIN party_entities e ON e.num = p.entity';

/** Reads listings back, of any version that was taken in. Each step of a generator is one short look. */
export function listingViews(db: Database.Database, lists: ListRows) {
  const alive = db.prepare<{ after: string; to: string; version: number }, ListingRow>(
    `${SELECT} WHERE id > @after AND id < @to AND since <= @version AND (until IS NULL OR until > @version) ORDER BY id LIMIT ${PAGE}`,
  );
  const last = db.prepare<[string], ListingRow>(`${SELECT} WHERE id = ? ORDER BY since DESC LIMIT 1`);
  const history = db.prepare<[string], ListingRow>(`${SELECT} WHERE id = ? ORDER BY since`);
  /** Rows that stand in one of the two versions and not in the other; the older form of a listing first. */
  const differing = db
    .prepare<{ list: number; from: number; to: number }, number>(
      `SELECT num, id, since FROM party_listings WHERE list = @list AND since > @from AND since <= @to AND (until IS NULL OR until > @to)
       UNION ALL
       SELECT num, id, since FROM party_listings WHERE list = @list AND until > @from AND until <= @to AND since <= @from
       ORDER BY id, since`,
    )
    .pluck();
  const byNum = db.prepare<[number], ListingRow>(`${SELECT} WHERE p.num = ?`);

  return {
    byId(id: string): KeptListing | undefined {
      const row = last.get(id);
      return row && keptListing(row);
    },
    history: (id: string): readonly KeptListing[] => history.all(id).map(keptListing),
    /** By id, a page at each step. */
    *pages(list: string, version?: number): Generator<readonly KeptListing[], undefined, undefined> {
      const number = version ?? lists.require(list).current?.version;
      if (number === undefined) return undefined;
      requireLoaded(list, number);
      for (let after = `${list}:`; ;) {
        const page: readonly ListingRow[] = alive.all({ after, to: `${list};`, version: number });
        const end = page.at(-1);
        if (end === undefined) return undefined;
        after = end.id;
        yield page.map(keptListing);
      }
    },
    /** By id, some changes at each step. */
    *diff(list: string, from: number, to: number): Generator<readonly ListingChange[], undefined, undefined> {
      const { order } = lists.require(list);
      if (from > to)
        throw new DualwatchError('usage', `a list is compared from an older version to a newer one, not from ${from} to ${to}`);
      for (const version of [from, to]) if (version !== 0) requireLoaded(list, version);
      // Eight bytes a row; the listings themselves come page by page.
      const nums = differing.all({ list: order, from, to });
      let older: KeptListing | undefined;
      for (let start = 0; start < nums.length; start += PAGE) {
        const changes: ListingChange[] = [];
        for (const num of nums.slice(start, start + PAGE)) {
          const row = byNum.get(num);
          if (row === undefined) continue;
          const listing = keptListing(row);
          if (older !== undefined && older.id !== listing.id) changes.push(removed(older));
          if (listing.sinceVersion <= from) {
            older = listing;
            continue;
          }
          if (older?.id !== listing.id) changes.push({ id: listing.id, change: 'added', before: null, after: listing });
          else if (older.hash !== listing.hash) changes.push({ id: listing.id, change: 'changed', before: older, after: listing });
          older = undefined;
        }
        if (start + PAGE >= nums.length && older !== undefined) changes.push(removed(older));
        yield changes;
      }
      return undefined;
    },
  };

  function requireLoaded(list: string, version: number): void {
    const found = lists.version(list, version);
    if (found?.loaded) return;
    throw new DualwatchError(
      'not-found',
      found === undefined
        ? `the list ${list} has no version ${version}; \`lists status\` names the versions`
        : `version ${version} of the list ${list} was held back and its listings were never taken in`,
    );
  }
}

export type ListingViews = ReturnType<typeof listingViews>;

function removed(before: KeptListing): ListingChange {
  return { id: before.id, change: 'removed', before, after: null };
}

function keptListing(row: ListingRow): KeptListing {
  return {
    list: row.id.slice(0, row.id.indexOf(':')),
    id: row.id,
    hash: row.hash,
    line: row.line,
    entity: JSON.parse(row.entity) as FtmEntity,
    sinceVersion: row.since,
    untilVersion: row.until,
  };
}
