import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { formatByteSize } from '../../model/byte-size.ts';
import { asDualwatchError, DualwatchError } from '../../model/errors.ts';
import { fileTrouble } from '../../model/file-trouble.ts';
import type { KeptList, ListSettings, ListVersion } from '../../model/kept-list.ts';
import { readListMapping } from '../../catalogue/list-mappings.ts';
import type { Store } from '../../store/port.ts';
import type { ListRow, UnreadOfVersion } from '../../store/screening-port.ts';
import type { Client } from '../../fetch/client.ts';
import type { Clock } from '../../capture/clock.ts';
import { isoTime } from '../../capture/clock.ts';
import type { BadRow, ListFile, ParsedList } from '../../screen/lists/list-file.ts';
import { parseList } from '../../screen/lists/parse-list.ts';
import { fetchList } from './fetch-list.ts';
import { keptOfBadRows } from './kept-of-bad-rows.ts';
import { keepListFiles, MOST_LIST_BYTES, readKeptFiles, versionDigest } from './list-files.ts';

export interface UpdateParts {
  readonly store: Store;
  readonly home: string;
  readonly client: Pick<Client, 'get'>;
  readonly clock: Clock;
  readonly signal?: AbortSignal;
}

export interface ListUpdate {
  readonly list: string;
  /** `unchanged`: the bytes are those of the current version; `held`: it shrank, and waits for a person. */
  readonly outcome: 'unchanged' | 'updated' | 'held' | 'accepted';
  readonly version: ListVersion;
  readonly previous: number | null;
  /** Records left out because an earlier one has their id. */
  readonly repeated: number;
  /** Records of the file that stand in the listing of another; rows that were read and are rather a mistake of the table. Of what is unchanged, none. */
  readonly folded: number;
  readonly doubts: readonly BadRow[];
}

export interface UpdateOptions {
  /** Take in what is held back, or what is fetched now however small it is. */
  readonly accept: boolean;
  /** Read the list anew even if its bytes are the same: a newer Dualwatch may read more in them. */
  readonly reread?: boolean;
  /** What was fetched and read just now, in place of fetching it. */
  readonly fetched?: FetchedList;
}

/** A list as it came, and as it is read. */
export interface FetchedList {
  readonly at: string;
  readonly files: readonly ListFile[];
  readonly parsed: ParsedList;
}

/** A download that loses more than this share of the listings is held back: it is more often broken than true. */
const SHRINK_HELD = 0.1;
/** A list whose update failed is tried again after this, or after its own interval where that is shorter. */
const RETRY_MS = 30 * 60_000;

/**
 * Fetches a list, keeps its bytes, reads them and takes them in as a version. With `accept`, the version that is held back is taken in instead, if there
 * is one. How it went is noted at the list. Throws what {@link fetchList} and {@link readListFiles} throw: the version before stays.
 */
export async function updateList(parts: UpdateParts, list: KeptList, options: UpdateOptions): Promise<ListUpdate> {
  const { store, clock } = parts;
  const note = async (error: string | null): Promise<void> => {
    const now = clock.now();
    const waitMs = list.everyMs === null ? null : error === null ? list.everyMs : Math.min(list.everyMs, RETRY_MS);
    await store.noteListCheck(list.name, { at: isoTime(now), error, nextCheckAt: waitMs === null ? null : isoTime(now + waitMs) });
  };
  try {
    const waits = options.accept && options.fetched === undefined ? list.held : null;
    const update = waits === null ? await takeIn(parts, list, options) : await acceptHeld(parts, list, waits);
    await note(null);
    return update;
  } catch (error) {
    await note(asDualwatchError(error).message);
    throw error;
  }
}

/** Fetches a list and reads it; nothing is kept. Throws what {@link updateList} throws. */
export async function fetchAndRead(
  { client, clock, signal }: Pick<UpdateParts, 'client' | 'clock' | 'signal'>,
  settings: ListSettings,
): Promise<FetchedList> {
  const at = isoTime(clock.now());
  const files = await fetchList(settings, client, signal);
  return { at, files, parsed: readListFiles(settings, files) };
}

async function takeIn(
  { store, home, client, clock, signal }: UpdateParts,
  list: KeptList,
  { accept, reread, fetched }: UpdateOptions,
): Promise<ListUpdate> {
  const fetchedAt = fetched?.at ?? isoTime(clock.now());
  const files = fetched?.files ?? (await fetchList(list, client, signal));
  const sha256 = versionDigest(files);
  // While a version waits, one that is like the current again is a version of its own: what waits is out of date then, and gives way.
  const same = list.held ?? list.current;
  if (same?.sha256 === sha256 && reread !== true)
    return {
      list: list.name,
      outcome: same.state === 'held' ? 'held' : 'unchanged',
      version: same,
      previous: list.current?.version ?? null,
      repeated: 0,
      folded: 0,
      doubts: [],
    };
  const parsed = fetched?.parsed ?? readListFiles(list, files);
  const paths = await keepListFiles(home, list.name, files);
  const recorded = await store.recordListVersion({
    list: list.name,
    ...(await rowsOf(store, list.name, parsed)),
    version: () => ({ sha256, publishedAt: parsed.publishedAt, fetchedAt, format: parsed.format, files: paths }),
    hold: (counts, before) => !accept && before !== null && counts.listings < before * (1 - SHRINK_HELD),
  });
  return {
    list: list.name,
    outcome: recorded.version.state === 'held' ? 'held' : 'updated',
    version: recorded.version,
    previous: recorded.previous,
    repeated: recorded.repeated.length,
    folded: parsed.folded,
    doubts: parsed.doubts,
  };
}

async function acceptHeld({ store, home, clock }: UpdateParts, list: KeptList, held: ListVersion): Promise<ListUpdate> {
  const parsed = readListFiles({ ...list, format: held.format }, await readKeptFiles(home, held, list));
  const recorded = await store.acceptListVersion({
    list: list.name,
    version: held.version,
    ...(await rowsOf(store, list.name, parsed)),
    at: isoTime(clock.now()),
  });
  return {
    list: list.name,
    outcome: 'accepted',
    version: recorded.version,
    previous: recorded.previous,
    repeated: recorded.repeated.length,
    folded: parsed.folded,
    doubts: parsed.doubts,
  };
}

/**
 * Reads the files of a list in its format, or in the one that fits. Throws `input-malformed`, `input-too-large` (once it is decompressed), `usage`; of a mapping
 * of the user's own `input-unreadable`, `catalogue-invalid`.
 */
export function readListFiles(settings: Pick<ListSettings, 'name' | 'format' | 'mapping'>, files: readonly ListFile[]): ParsedList {
  return parseList(settings.name, files.map(expanded), {
    ...(settings.format === null ? {} : { format: settings.format }),
    ...(settings.mapping === null ? {} : { mapping: mappingOf(settings.mapping) }),
  });
}

/** A list that its publisher has compressed with gzip; what is kept are the bytes as they came. */
function expanded(file: ListFile): ListFile {
  if (file.bytes[0] !== 0x1f || file.bytes[1] !== 0x8b) return file;
  try {
    return { name: file.name.replace(/\.gz$/i, ''), bytes: gunzipSync(file.bytes, { maxOutputLength: MOST_LIST_BYTES }) };
  } catch (cause) {
    if (cause instanceof RangeError)
      throw new DualwatchError(
        'input-too-large',
        `${file.name} is larger than ${formatByteSize(MOST_LIST_BYTES)} once it is decompressed`,
        {
          cause,
        },
      );
    throw new DualwatchError(
      'input-malformed',
      `${file.name} cannot be decompressed: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  }
}

function mappingOf(path: string): ReturnType<typeof readListMapping> {
  let source: string;
  try {
    source = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new DualwatchError('input-unreadable', `the mapping ${path} cannot be read: ${fileTrouble(cause)}`, { cause });
  }
  return readListMapping({ name: basename(path), source });
}

async function rowsOf(
  store: Store,
  list: string,
  parsed: ParsedList,
): Promise<{ readonly rows: Iterable<ListRow>; readonly unread: UnreadOfVersion }> {
  const { listings, bad, unread } = parsed;
  const kept = await keptOfBadRows(store, list, parsed);
  return { rows: rows(), unread: { count: unread.length, values: unread } };

  function* rows(): Generator<ListRow> {
    yield* listings;
    for (const row of bad) {
      const keeps = kept.get(row);
      yield { line: row.line, why: `${row.file}: ${row.why}`, ...(keeps === undefined ? {} : { keeps }) };
    }
  }
}
