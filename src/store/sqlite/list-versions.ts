import type Database from 'better-sqlite3';
import type { Digest } from '../../model/digest.ts';
import { DualwatchError } from '../../model/errors.ts';
import type { ListCounts, ListVersion } from '../../model/kept-list.ts';
import type { ListRecord } from '../../model/log-record.ts';
import { batches } from '../batches.ts';
import type { NewListVersion, RecordedListVersion, Rows, ListRow, ScreeningStore } from '../screening-port.ts';
import type { Connection } from './connection.ts';
import type { EvidenceRows } from './evidence-rows.ts';
import type { ListRows } from './list-rows.ts';
import { stageListings } from './stage-listings.ts';
import type { StagedListings } from './stage-listings.ts';

/** Takes in versions of lists: rows first, beside the database, then one commit that compares and keeps. */
export function listVersions(connection: Connection, lists: ListRows, evidence: EvidenceRows) {
  const { db } = connection;
  /** A list is a range of ids: `;` is the character after `:`. */
  const close = (staged: string): Database.Statement<{ version: number; from: string; to: string }> =>
    db.prepare(
      `UPDATE party_listings SET until = @version WHERE id >= @from AND id < @to AND until IS NULL
         AND NOT EXISTS (SELECT 1 FROM ${staged} s WHERE s.id = party_listings.id AND s.change = 0)`,
    );
  const open = (staged: string): Database.Statement<{ version: number; list: number }> =>
    db.prepare(
      `INSERT INTO party_listings (list, since, line, id, hash, entity) SELECT @list, @version, line, id, hash, entity FROM ${staged} WHERE change > 0 ORDER BY num`,
    );

  return {
    async record({ list, rows, version, hold }: Parameters<ScreeningStore['recordListVersion']>[0]): Promise<RecordedListVersion> {
      return taking(list, rows, (taken) => {
        const { staged, current } = taken;
        const meta = version();
        const counts = countsOf(staged, current);
        const held = hold(counts, current?.counts.listings ?? null);
        const number = lists.newest(list) + 1;
        lists.supersede(list, 'held');
        const kept = put(list, number, meta, { ...taken, counts, outcome: held ? 'held' : 'current', at: meta.fetchedAt });
        return { version: kept, previous: current?.version ?? null, repeated: staged.repeated };
      });
    },
    async accept({ list, version, rows, at }: Parameters<ScreeningStore['acceptListVersion']>[0]): Promise<RecordedListVersion> {
      heldVersion(list, version);
      return taking(list, rows, (taken) => {
        const { staged, current } = taken;
        const held = heldVersion(list, version);
        const counts = countsOf(staged, current);
        const kept = put(list, version, held, { ...taken, counts, outcome: 'accepted', at });
        return { version: kept, previous: current?.version ?? null, repeated: staged.repeated };
      });
    },
  };

  /** Reads all rows, then runs `act` in one transaction; what is current then must be what the rows were compared with. */
  async function taking<T>(list: string, rows: Rows<ListRow>, act: (taken: Taken) => T): Promise<T> {
    const before = connection.read(() => lists.require(list).current);
    const staged = connection.alone(() => stageListings(db, list));
    try {
      for await (const batch of batches(rows)) connection.read(() => staged.put(batch));
      const listings = connection.read(() => staged.digest());
      return connection.write(() => {
        const { current } = lists.require(list);
        if (current?.version !== before?.version)
          throw new DualwatchError('store-busy', `another process has updated the list ${list} meanwhile; update it again`);
        return act({ staged, current, listings });
      });
    } finally {
      if (db.open) staged.drop();
    }
  }

  function put(
    list: string,
    number: number,
    meta: NewListVersion,
    done: Taken & {
      readonly counts: ListCounts;
      readonly outcome: ListRecord['outcome'];
      readonly at: string;
    },
  ): ListVersion {
    const { staged, listings, counts, outcome, at } = done;
    const { sha256, publishedAt, fetchedAt, format, files } = meta;
    const loaded = outcome !== 'held';
    const logIndex = evidence.list({ type: 'list', list, version: number, sha256, publishedAt, at, counts, listings, outcome });
    if (loaded) {
      lists.supersede(list, 'current');
      close(staged.table).run({ version: number, from: `${list}:`, to: `${list};` });
      open(staged.table).run({ version: number, list: lists.require(list).order });
    }
    const version: ListVersion = {
      list,
      version: number,
      sha256,
      publishedAt,
      fetchedAt,
      format,
      counts,
      listings,
      badRows: staged.badRows,
      state: loaded ? 'current' : 'held',
      loaded,
      files,
      logIndex,
    };
    lists.putVersion(version);
    return version;
  }

  function heldVersion(list: string, version: number): ListVersion {
    const { held } = lists.require(list);
    if (held?.version === version) return held;
    throw new DualwatchError(
      'usage',
      `the list ${list} holds no version ${version} back${held === null ? '' : `, but version ${held.version}`}; \`lists status\` says what waits`,
    );
  }
}

/** The rows of a file, and what they are compared with. */
interface Taken {
  readonly staged: StagedListings;
  readonly current: ListVersion | null;
  /** See {@link ListVersion.listings}. */
  readonly listings: Digest;
}

function countsOf({ listings, bad, added, changed }: StagedListings, current: ListVersion | null): ListCounts {
  const stayed = listings - added;
  return { listings, bad, added, changed, removed: (current?.counts.listings ?? 0) - stayed };
}
