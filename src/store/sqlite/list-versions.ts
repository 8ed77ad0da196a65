import { setImmediate } from 'node:timers/promises';
import type { Digest } from '../../model/digest.ts';
import { DualwatchError } from '../../model/errors.ts';
import { KEPT_BAD_ROWS } from '../../model/kept-list.ts';
import type { ListCounts, ListVersion } from '../../model/kept-list.ts';
import type { ListRecord } from '../../model/log-record.ts';
import { batches } from '../batches.ts';
import type { ListRow, NewListVersion, RecordedListVersion, Rows, ScreeningStore, UnreadOfVersion } from '../screening-port.ts';
import type { Connection } from './connection.ts';
import type { EvidenceRows } from './evidence-rows.ts';
import type { ListRows } from './list-rows.ts';
import { stageListings } from './stage-listings.ts';
import type { KeptPart, StagedListings } from './stage-listings.ts';

/**
 * Takes in versions of lists. Rows wait in a table beside the database; what new listings say comes in some rows at a time; then one commit, kept
 * short, closes what changed or went, opens what is new and logs it. Between these steps anybody may write.
 */
export function listVersions(connection: Connection, lists: ListRows, evidence: EvidenceRows) {
  const { db } = connection;

  return {
    async record({
      list,
      rows,
      unread = NOTHING_UNREAD,
      version,
      hold,
    }: Parameters<ScreeningStore['recordListVersion']>[0]): Promise<RecordedListVersion> {
      const holds = (counts: ListCounts, current: ListVersion | null): boolean => hold(counts, current?.counts.listings ?? null);
      return taking(list, { rows, unread }, holds, (taken) => {
        const meta = version();
        const number = lists.newest(list) + 1;
        lists.supersede(list, 'held');
        return put(list, number, meta, { ...taken, outcome: taken.held ? 'held' : 'current', at: meta.fetchedAt });
      });
    },
    async accept({
      list,
      version,
      rows,
      unread = NOTHING_UNREAD,
      at,
    }: Parameters<ScreeningStore['acceptListVersion']>[0]): Promise<RecordedListVersion> {
      connection.read(() => heldVersion(list, version));
      return taking(
        list,
        { rows, unread },
        () => false,
        (taken) => put(list, version, heldVersion(list, version), { ...taken, outcome: 'accepted', at }),
      );
    },
  };

  /** What is current at the commit must be what the rows were compared with. */
  async function taking(
    list: string,
    { rows, unread }: { readonly rows: Rows<ListRow>; readonly unread: UnreadOfVersion },
    holds: (counts: ListCounts, current: ListVersion | null) => boolean,
    act: (taken: Taken) => ListVersion,
  ): Promise<RecordedListVersion> {
    const before = connection.read(() => lists.require(list).current);
    const staged = connection.alone(() => stageListings(db, list, lastReadIn(before)));
    const parts: KeptPart[] = [];
    try {
      for await (const batch of batches(rows)) connection.read(() => staged.put(batch));
      const counts = countsOf(staged, unread.count, before);
      const held = holds(counts, before);
      const listings = connection.read(() => staged.digest());
      if (!held) {
        for (let from = 0; connection.read(() => staged.goesOn(from)); from = parts.at(-1)?.to ?? from) {
          parts.push(connection.write(() => staged.keep(from)));
          await setImmediate();
        }
        connection.read(() => staged.mark());
      }
      const version = connection.write(() => {
        if (lists.require(list).current?.version !== before?.version)
          throw new DualwatchError('store-busy', `another process has updated the list ${list} meanwhile; update it again`);
        return act({ staged, unread, parts, counts, held, listings });
      });
      return { version, previous: before?.version ?? null, repeated: staged.repeated };
    } catch (error) {
      takeBack(staged, parts);
      throw error;
    } finally {
      if (db.open) staged.drop();
    }
  }

  function takeBack(staged: StagedListings, parts: readonly KeptPart[]): void {
    try {
      for (const part of parts) connection.write(() => staged.takeBack(part));
    } catch {
      // What stays nobody sees; why it all failed is told already.
    }
  }

  function put(
    list: string,
    number: number,
    meta: NewListVersion,
    done: Taken & { readonly outcome: ListRecord['outcome']; readonly at: string },
  ): ListVersion {
    const { staged, unread, parts, listings, counts, outcome, at } = done;
    const { sha256, publishedAt, fetchedAt, format, files } = meta;
    const loaded = outcome !== 'held';
    const logIndex = evidence.list({ type: 'list', list, version: number, sha256, publishedAt, at, counts, listings, outcome });
    if (loaded) {
      lists.supersede(list, 'current');
      staged.open(lists.require(list).order, number, parts);
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
      unreadValues: unread.values.slice(0, KEPT_BAD_ROWS),
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

/** The rows of a file, read and compared. */
interface Taken {
  readonly staged: StagedListings;
  readonly unread: UnreadOfVersion;
  readonly parts: readonly KeptPart[];
  readonly counts: ListCounts;
  readonly held: boolean;
  /** See {@link ListVersion.listings}. */
  readonly listings: Digest;
}

const NOTHING_UNREAD: UnreadOfVersion = { count: 0, values: [] };

function countsOf({ listings, bad, added, changed, kept }: StagedListings, unread: number, current: ListVersion | null): ListCounts {
  const stayed = listings - added;
  return {
    listings,
    bad,
    added,
    changed,
    removed: (current?.counts.listings ?? 0) - stayed,
    ...(kept === 0 ? {} : { kept }),
    ...(unread === 0 ? {} : { unread }),
  };
}

/** The version in which the row of a listing could be read last, where the one before (`since`: the version that brought the listing as it is) is current. */
function lastReadIn(before: ListVersion | null): (id: string, since: number) => number {
  const earlier = new Map(before?.badRows.flatMap(({ kept }) => (kept === undefined ? [] : [[kept.id, kept.version] as const])));
  const allTold = before !== null && before.counts.bad <= before.badRows.length;
  return (id, since) => earlier.get(id) ?? (allTold ? before.version : since);
}
