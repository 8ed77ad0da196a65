import type Database from 'better-sqlite3';
import type { Notice } from '../../model/notice.ts';
import { pendingState } from '../../model/pending-state.ts';
import { lagSeconds } from '../lag.ts';
import type { NoticeFilter, NoticePlace } from '../port.ts';
import { NO_COPIES, type CopyCounts, type CopyRows } from './copy-rows.ts';
import { followOf, summaryOf } from './notice-rows.ts';
import type { ListingRow, NoticeRow, NoticeRows } from './notice-rows.ts';
import type { SearchIndex } from './search.ts';
import type { SourceTable } from './sources.ts';
import { triageOf } from './triage-store.ts';

type Place = Pick<NoticeRow, 'priority' | 'first_seen_at' | 'num'>;

interface Range {
  readonly first: number;
  readonly last: number;
}

/** What other tables have of a notice. */
interface Beside {
  readonly aliases: readonly string[];
  readonly listings: readonly ListingRow[];
  readonly copies: CopyCounts;
  readonly nameOf: (source: string) => string;
}

const PAGE = 200;
const BEFORE_ALL: Place = { priority: Number.MAX_SAFE_INTEGER, first_seen_at: '', num: 0 };
const ORDER = 'priority DESC, first_seen_at DESC, num DESC';
/** Row values compare member by member, as the order sorts. */
const AFTER = '(n.priority, n.first_seen_at, n.num) < (@priority, @first_seen_at, @num)';

/** Notices as people see them. */
export function noticeViews(
  db: Database.Database,
  tables: { readonly rows: NoticeRows; readonly sources: SourceTable; readonly search: SearchIndex; readonly copies: CopyRows },
) {
  const { rows, sources, search, copies } = tables;
  const listedBy = 'EXISTS (SELECT 1 FROM listings l WHERE l.source = @source AND l.notice = n.id)';
  const page = (where: string) =>
    db.prepare<Place & { state?: string; source?: string; limit: number }, NoticeRow>(
      `SELECT n.* FROM notices n WHERE ${where} ORDER BY ${ORDER} LIMIT @limit`,
    );
  const pages = {
    all: page(AFTER),
    state: page(`n.state = @state AND ${AFTER}`),
    source: page(`${listedBy} AND ${AFTER}`),
    both: page(`n.state = @state AND ${listedBy} AND ${AFTER}`),
  };
  const found = db
    .prepare<Place & { match: string }, number>(
      `SELECT n.num FROM search JOIN notices n ON n.num = search.rowid WHERE search MATCH @match AND ${AFTER} ORDER BY ${ORDER}`,
    )
    .pluck();
  const byNum = db.prepare<{ num: number; state: string | null; source: string | null }, NoticeRow>(
    `SELECT n.* FROM notices n WHERE n.num = @num AND (@state IS NULL OR n.state = @state) AND (@source IS NULL OR ${listedBy})`,
  );

  /** Notices with numbers from `first` to `last`, each with its number: a few statements for all of them. */
  const between = (what: string) => `FROM notices n JOIN ${what} WHERE n.num BETWEEN @first AND @last`;
  const bulk = {
    rows: db.prepare<Range & { limit: number }, NoticeRow>(
      'SELECT * FROM notices WHERE num BETWEEN @first AND @last ORDER BY num LIMIT @limit',
    ),
    aliases: db.prepare<Range, { num: number; alias: string }>(
      `SELECT n.num, x.alias ${between('aliases x ON x.notice = n.id')} ORDER BY n.num, x.alias`,
    ),
    listings: db.prepare<Range, ListingRow & { num: number }>(
      `SELECT n.num, x.source, x.published_at, x.first_seen_at ${between('listings x ON x.notice = n.id')} ORDER BY n.num, x.first_seen_at, x.source`,
    ),
  };

  return {
    view,
    /** Those with a number above `after`, in order, each with its number. */
    numbered(after: number, limit: number): readonly { readonly num: number; readonly notice: Notice }[] {
      const found = bulk.rows.all({ first: after + 1, last: Number.MAX_SAFE_INTEGER, limit });
      const range = { first: after + 1, last: found.at(-1)?.num ?? after };
      const aliases = Map.groupBy(bulk.aliases.all(range), ({ num }) => num);
      const listings = Map.groupBy(bulk.listings.all(range), ({ num }) => num);
      const counts = copies.counts(range.first, range.last);
      const names = new Map<string, string>();
      const known = (id: string): string => {
        const name = names.get(id) ?? nameOf(id);
        names.set(id, name);
        return name;
      };
      return found.map((row) => ({
        num: row.num,
        notice: shown(row, {
          aliases: (aliases.get(row.num) ?? []).map(({ alias }) => alias),
          listings: listings.get(row.num) ?? [],
          copies: counts.get(row.num) ?? NO_COPIES,
          nameOf: known,
        }),
      }));
    },
    /** By id, merged id, or any name. */
    find(idOrAlias: string): Notice | undefined {
      const row = rows.get(idOrAlias) ?? rows.get(rows.named(idOrAlias) ?? '');
      return row && view(row);
    },
    /** Each step is one short look: no view of the database is held open while the caller works. */
    *pages(filter: NoticeFilter): Generator<readonly Notice[], undefined, undefined> {
      let left = filter.limit ?? Number.MAX_SAFE_INTEGER;
      const start = filter.after === undefined ? BEFORE_ALL : placeOf(filter.after);
      if (filter.query !== undefined) {
        const match = search.expression(filter.query);
        // Eight bytes a hit; the notices themselves come page by page.
        const nums = match === undefined ? [] : found.all({ match, ...start });
        for (let from = 0; from < nums.length && left > 0; from += PAGE) {
          const some = nums
            .slice(from, from + PAGE)
            .flatMap((num) => byNum.get({ num, state: filter.state ?? null, source: filter.source ?? null }) ?? []);
          const wanted = some.slice(0, left);
          left -= wanted.length;
          yield wanted.map(view);
        }
        return undefined;
      }
      const { state, source } = filter;
      const statement =
        state === undefined ? (source === undefined ? pages.all : pages.source) : source === undefined ? pages.state : pages.both;
      for (let last: Place | undefined = start; last !== undefined && left > 0;) {
        const { priority, first_seen_at, num }: Place = last;
        const some: NoticeRow[] = statement.all({
          priority,
          first_seen_at,
          num,
          ...(state && { state }),
          ...(source && { source }),
          limit: Math.min(PAGE, left),
        });
        last = some.length < PAGE ? undefined : some.at(-1);
        left -= some.length;
        yield some.map(view);
      }
      return undefined;
    },
  };

  /** A notice that has become another's since is passed by as if it stood last of those like it. */
  function placeOf({ priority, firstSeenAt, id }: NoticePlace): Place {
    return { priority, first_seen_at: firstSeenAt, num: rows.get(id)?.num ?? 0 };
  }

  function view(row: NoticeRow): Notice {
    return shown(row, besideOf(row));
  }

  function shown(row: NoticeRow, beside: Beside): Notice {
    const follow = followOf(row);
    const summary = summaryOf(row);
    const pending = pendingState(follow);
    // What the page does not say its source may have said.
    const publishedAt = summary.publishedAt ?? beside.listings.find(({ published_at: listed }) => listed !== null)?.published_at ?? null;
    return {
      id: row.id,
      type: row.type,
      url: row.url,
      aliases: beside.aliases.filter((alias) => alias !== row.url),
      sources: beside.listings.map((listing) => ({
        id: listing.source,
        name: beside.nameOf(listing.source),
        firstSeenAt: listing.first_seen_at,
      })),
      title: summary.title,
      publisher: summary.publisher,
      ...(summary.persons.length > 0 && { persons: summary.persons }),
      publishedAt,
      firstSeenAt: row.first_seen_at,
      lagSeconds: lagSeconds(row.first_seen_at, publishedAt),
      lastSeenPresentAt: follow.lastSeenPresentAt,
      state: follow.state,
      reason: follow.reason,
      ...(follow.removal && { removal: follow.removal }),
      ...(pending && { pending }),
      versions: follow.versions,
      lang: summary.lang,
      goods: summary.goods,
      tradeNames: summary.tradeNames,
      intents: summary.intents,
      places: summary.places,
      destination: summary.destination,
      indicators: summary.indicators,
      controls: summary.controls,
      listed: summary.listed,
      ...beside.copies,
      priority: summary.priority,
      reasons: summary.reasons,
      triage: triageOf(row),
    };
  }

  function besideOf({ num, id }: NoticeRow): Beside {
    return { aliases: rows.aliases(id), listings: rows.listings(id), copies: copies.count(num), nameOf };
  }

  function nameOf(id: string): string {
    return sources.row(id)?.name ?? '';
  }
}

export type NoticeViews = ReturnType<typeof noticeViews>;
