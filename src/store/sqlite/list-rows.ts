import type Database from 'better-sqlite3';
import type { Digest } from '../../model/digest.ts';
import { DualwatchError } from '../../model/errors.ts';
import type {
  BadListRow,
  KeptList,
  ListCounts,
  ListSettings,
  ListVersion,
  ListVersionState,
  UnreadListValue,
} from '../../model/kept-list.ts';

interface ListRow {
  readonly num: number;
  readonly name: string;
  readonly settings: string;
  readonly added_at: string;
  readonly next_check_at: string | null;
  readonly last_check_at: string | null;
  readonly last_error: string | null;
}

interface VersionRow {
  readonly list: string;
  readonly version: number;
  readonly sha256: Digest;
  readonly published_at: string | null;
  readonly fetched_at: string;
  readonly format: string;
  readonly counts: string;
  readonly listings: Digest;
  readonly bad_rows: string;
  readonly unread_values: string;
  readonly state: ListVersionState;
  readonly loaded: number;
  readonly files: string;
  readonly log_index: number;
}

/** Rows of lists and of their versions. */
export function listRows(db: Database.Database) {
  const byName = db.prepare<[string], ListRow>('SELECT * FROM lists WHERE name = ?');
  const every = db.prepare<[], ListRow>('SELECT * FROM lists ORDER BY num');
  const due = db.prepare<[string], ListRow>('SELECT * FROM lists WHERE next_check_at <= ? ORDER BY next_check_at');
  const insert = db.prepare('INSERT INTO lists (name, settings, added_at, next_check_at) VALUES (?, ?, ?, ?)');
  const change = db.prepare('UPDATE lists SET settings = ? WHERE name = ?');
  const note = db.prepare('UPDATE lists SET last_check_at = ?, last_error = ?, next_check_at = ? WHERE name = ?');
  const inState = db.prepare<[string, string], VersionRow>(
    `SELECT * FROM list_versions WHERE list = ? AND state = ? AND state <> 'superseded'`,
  );
  const versions = db.prepare<[string], VersionRow>('SELECT * FROM list_versions WHERE list = ? ORDER BY version DESC');
  const version = db.prepare<[string, number], VersionRow>('SELECT * FROM list_versions WHERE list = ? AND version = ?');
  const newest = db.prepare<[string], number>('SELECT coalesce(max(version), 0) FROM list_versions WHERE list = ?').pluck();
  const putVersion = db.prepare(
    `INSERT INTO list_versions (list, version, sha256, published_at, fetched_at, format, counts, listings, bad_rows, unread_values, state, loaded, files, log_index)
     VALUES (@list, @version, @sha256, @publishedAt, @fetchedAt, @format, @counts, @listings, @badRows, @unreadValues, @state, @loaded, @files, @logIndex)
     ON CONFLICT (list, version) DO UPDATE SET counts = @counts, listings = @listings, bad_rows = @badRows, unread_values = @unreadValues, state = @state, loaded = @loaded, log_index = @logIndex`,
  );
  const supersede = db.prepare(`UPDATE list_versions SET state = 'superseded' WHERE list = ? AND state = ? AND state <> 'superseded'`);

  const stateOf = (list: string, state: 'current' | 'held'): ListVersion | null => {
    const row = inState.get(list, state);
    return row === undefined ? null : versionOf(row);
  };
  const kept = ({ num, settings, ...row }: ListRow): KeptList => ({
    ...(JSON.parse(settings) as ListSettings),
    order: num,
    addedAt: row.added_at,
    nextCheckAt: row.next_check_at,
    lastCheckAt: row.last_check_at,
    lastError: row.last_error,
    current: stateOf(row.name, 'current'),
    held: stateOf(row.name, 'held'),
  });
  return {
    find(name: string): KeptList | undefined {
      const row = byName.get(name);
      return row && kept(row);
    },
    require(name: string): KeptList {
      const found = this.find(name);
      if (found === undefined) throw noList(name);
      return found;
    },
    all: (): readonly KeptList[] => every.all().map(kept),
    due: (nowIso: string): readonly KeptList[] => due.all(nowIso).map(kept),
    add(settings: ListSettings, nowIso: string, nextCheckAt: string | null): KeptList {
      if (byName.get(settings.name) !== undefined)
        throw new DualwatchError('usage', `there is a list ${settings.name} already; give this one another --name`);
      insert.run(settings.name, JSON.stringify(settings), nowIso, nextCheckAt);
      return this.require(settings.name);
    },
    change(settings: ListSettings): void {
      if (change.run(JSON.stringify(settings), settings.name).changes === 0) throw noList(settings.name);
    },
    note(name: string, check: { readonly at: string; readonly error: string | null; readonly nextCheckAt: string | null }): void {
      if (note.run(check.at, check.error, check.nextCheckAt, name).changes === 0) throw noList(name);
    },
    versions: (name: string): readonly ListVersion[] => versions.all(name).map(versionOf),
    version(name: string, number: number): ListVersion | undefined {
      const row = version.get(name, number);
      return row && versionOf(row);
    },
    newest: (name: string): number => newest.get(name) ?? 0,
    supersede: (name: string, state: 'current' | 'held'): void => void supersede.run(name, state),
    putVersion(given: ListVersion): void {
      const { counts, badRows, unreadValues, files, loaded } = given;
      putVersion.run({
        ...given,
        counts: JSON.stringify(counts),
        badRows: JSON.stringify(badRows),
        unreadValues: JSON.stringify(unreadValues),
        files: JSON.stringify(files),
        loaded: loaded ? 1 : 0,
      });
    },
  };
}

export type ListRows = ReturnType<typeof listRows>;

function versionOf(row: VersionRow): ListVersion {
  return {
    list: row.list,
    version: row.version,
    sha256: row.sha256,
    publishedAt: row.published_at,
    fetchedAt: row.fetched_at,
    format: row.format,
    counts: JSON.parse(row.counts) as ListCounts,
    listings: row.listings,
    badRows: JSON.parse(row.bad_rows) as readonly BadListRow[],
    unreadValues: JSON.parse(row.unread_values) as readonly UnreadListValue[],
    state: row.state,
    loaded: row.loaded === 1,
    files: JSON.parse(row.files) as readonly string[],
    logIndex: row.log_index,
  };
}

function noList(name: string): DualwatchError {
  return new DualwatchError('not-found', `there is no list ${name}; \`lists status\` names those of this home`);
}
