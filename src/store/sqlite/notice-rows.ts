import type Database from 'better-sqlite3';
import { DualwatchError } from '../../model/errors.ts';
import { hostOf } from '../../model/host-of.ts';
import { newNoticeId } from '../../model/ids.ts';
import type { NoticeId, SourceId } from '../../model/ids.ts';
import type { FollowState, NoticeSummary, NoticeType } from '../../model/notice.ts';
import type { ObservationState } from '../../model/observation.ts';
import type { TriageState } from '../../model/triage.ts';
import { UNVISITED } from '../../model/follow-state.ts';
import type { SearchIndex } from './search.ts';

export interface NoticeRow {
  readonly num: number;
  readonly id: NoticeId;
  readonly url: string;
  readonly host: string;
  readonly first_seen_at: string;
  readonly first_present_at: string | null;
  readonly state: ObservationState;
  readonly priority: number;
  readonly last_visit_at: string | null;
  readonly last_outcome: string | null;
  readonly follow: string;
  readonly summary: string;
  /** Made by screening; it stands beside the summary, which is made anew by every reading. */
  readonly listed: string;
  readonly type: NoticeType;
  readonly triage: TriageState;
  readonly assignee: string | null;
}

export interface ListingRow {
  readonly source: SourceId;
  readonly published_at: string | null;
  readonly first_seen_at: string;
}

/** Rows of notices, their names, and the sources that list them. */
export function noticeRows(db: Database.Database, search: SearchIndex) {
  const byId = db.prepare<[string], NoticeRow>('SELECT * FROM notices WHERE id = ?');
  const keptBy = db.prepare<[string], NoticeId>('SELECT kept FROM merged WHERE id = ?').pluck();
  const mergedInto = db.prepare<[string], NoticeId>('SELECT id FROM merged WHERE kept = ? ORDER BY id').pluck();
  const byAlias = db.prepare<[string], NoticeId>('SELECT notice FROM aliases WHERE alias = ?').pluck();
  const addAlias = db.prepare('INSERT OR IGNORE INTO aliases (alias, notice) VALUES (?, ?)');
  const aliasesOf = db.prepare<[string], string>('SELECT alias FROM aliases WHERE notice = ? ORDER BY alias').pluck();
  const insert = db.prepare(
    `INSERT INTO notices (id, url, host, first_seen_at, state, priority, follow, summary) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const setFollow = db.prepare(
    'UPDATE notices SET follow = ?, state = ?, removal_waits = ?, first_present_at = coalesce(first_present_at, ?) WHERE num = ?',
  );
  const setOwn = db.prepare('UPDATE notices SET follow = ? WHERE num = ?');
  const setVisit = db.prepare(
    'UPDATE notices SET last_visit_at = ?, last_outcome = ? WHERE num = ? AND (last_visit_at IS NULL OR last_visit_at <= ?)',
  );
  const setSummary = db.prepare('UPDATE notices SET summary = ?, priority = ? WHERE num = ?');
  const setType = db.prepare('UPDATE notices SET type = ? WHERE id = ?');
  const listing = db.prepare<[string, string], ListingRow>(
    'SELECT source, published_at, first_seen_at FROM listings WHERE source = ? AND notice = ?',
  );
  const listings = db.prepare<[string], ListingRow>(
    'SELECT source, published_at, first_seen_at FROM listings WHERE notice = ? ORDER BY first_seen_at, source',
  );
  const addListing = db.prepare('INSERT INTO listings (source, notice, published_at, first_seen_at) VALUES (?, ?, ?, ?)');
  const countListing = db.prepare('UPDATE sources SET notices = notices + 1 WHERE id = ?');

  /** The id that answers for this one: itself, or the older notice it was merged into; undefined where it is none. */
  const resolve = (id: string): NoticeId | undefined => byId.get(id)?.id ?? keptBy.get(id);
  return {
    resolve,
    get: (id: string): NoticeRow | undefined => byId.get(id) ?? byId.get(keptBy.get(id) ?? ''),
    require(id: string): NoticeRow {
      const row = this.get(id);
      if (row === undefined) throw new DualwatchError('not-found', `there is no notice ${id}`);
      return row;
    },
    named: (alias: string): NoticeId | undefined => byAlias.get(alias),
    /** The notice of an address: whoever has it, else whoever at its host has a name that it gives away. */
    find({ url, aliases }: { readonly url: string; readonly aliases: readonly string[] }): NoticeId | undefined {
      const host = hostOf(url);
      const ownerAtHost = (alias: string): NoticeId | undefined => {
        const id = byAlias.get(alias);
        return id !== undefined && byId.get(id)?.host === host ? id : undefined;
      };
      return byAlias.get(url) ?? aliases.map(ownerAtHost).find((id) => id !== undefined);
    },
    /** This id and every id that was merged into it. */
    ids: (id: NoticeId): readonly NoticeId[] => [id, ...mergedInto.all(id)],
    aliases: (id: NoticeId): readonly string[] => aliasesOf.all(id),
    addAlias: (alias: string, id: NoticeId): void => void addAlias.run(alias, id),
    /** A notice nobody has visited. */
    create(notice: {
      readonly url: string;
      readonly host: string;
      readonly aliases: readonly string[];
      readonly nowIso: string;
      readonly summary: NoticeSummary;
    }): NoticeId {
      const id = newNoticeId(Date.parse(notice.nowIso));
      const { priority, title } = notice.summary;
      const { lastInsertRowid } = insert.run(
        id,
        notice.url,
        notice.host,
        notice.nowIso,
        UNVISITED.state,
        priority,
        JSON.stringify(UNVISITED),
        summaryText(notice.summary),
      );
      for (const alias of [notice.url, ...notice.aliases]) addAlias.run(alias, id);
      search.put(Number(lastInsertRowid), title ?? '', '');
      return id;
    },
    /** After a visit: what was asked of the next one was of this. */
    putFollow(row: NoticeRow, { forNext: _, ...follow }: FollowState, firstPresentAt: string | null): void {
      setFollow.run(JSON.stringify(follow), follow.state, follow.removalWaits ? 1 : 0, firstPresentAt, row.num);
    },
    /** What the user decided about its visits. */
    putKept(row: NoticeRow, kept: Pick<FollowState, 'own' | 'forNext'>): void {
      const { forNext: _, ...follow } = followOf(row);
      setOwn.run(JSON.stringify({ ...follow, ...kept }), row.num);
    },
    /** Remembers the latest visit's outcome, for the question how many of a host's notices seem gone. */
    putOutcome: (row: NoticeRow, at: string, outcome: string): void => void setVisit.run(at, outcome, row.num, at),
    /** A report wants nothing: it has no priority. */
    putSummary(row: NoticeRow, summary: NoticeSummary): void {
      const kept = row.type === 'report' ? { ...summary, priority: 0, reasons: [] } : summary;
      setSummary.run(summaryText(kept), Math.round(kept.priority), row.num);
    },
    setType: (id: NoticeId, type: NoticeType): void => void setType.run(type, id),
    listings: (id: NoticeId): readonly ListingRow[] => listings.all(id),
    /** Notes that a source lists a notice; the first time stands. */
    list(source: SourceId, id: NoticeId, publishedAt: string | null, firstSeenAt: string): void {
      if (listing.get(source, id) !== undefined) return;
      addListing.run(source, id, publishedAt, firstSeenAt);
      countListing.run(source);
    },
  };
}

export type NoticeRows = ReturnType<typeof noticeRows>;

export function followOf(row: NoticeRow): FollowState {
  // A row of an older version lacks what was added since.
  return { ...UNVISITED, ...(JSON.parse(row.follow) as Partial<FollowState>) };
}

function summaryText(summary: NoticeSummary): string {
  return JSON.stringify({ ...summary, listed: undefined });
}

const NOT_FOUND: Pick<NoticeSummary, 'destination' | 'indicators' | 'controls' | 'persons'> = {
  destination: [],
  indicators: [],
  controls: [],
  persons: [],
};

export function summaryOf(row: NoticeRow): NoticeSummary {
  // A row of an older version lacks what was added since, until it is derived again.
  return {
    ...NOT_FOUND,
    ...(JSON.parse(row.summary) as Omit<NoticeSummary, keyof typeof NOT_FOUND>),
    listed: JSON.parse(row.listed) as NoticeSummary['listed'],
  };
}
