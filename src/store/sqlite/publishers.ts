import type Database from 'better-sqlite3';
import { DualwatchError } from '../../model/errors.ts';
import type { OversightRecord } from '../../model/log-record.ts';
import type { Publisher } from '../../model/publisher.ts';
import type { OversightLink, PublishedText, PublisherProfile, PublisherStore } from '../publisher-port.ts';
import type { Connection } from './connection.ts';
import type { EvidenceRows } from './evidence-rows.ts';
import type { NoticeRow } from './notice-rows.ts';
import type { NoticeViews } from './notices.ts';

/** What a text says of its publisher stands in its boilerplate, not behind so many characters. */
const MOST_CHARACTERS = 100_000;

const COUNTS = `count(*) AS notices,
  sum(n.state = 'removed') AS removed,
  sum(n.state = 'removed' AND json_extract(n.follow, '$.removal.kind') = 'publisher') AS removedByPublisher,
  sum(json_extract(n.follow, '$.versions') > 1) AS edited,
  sum(max(json_extract(n.follow, '$.versions') - 1, 0)) AS edits,
  sum(EXISTS (SELECT 1 FROM copies c WHERE c.one = n.num) OR EXISTS (SELECT 1 FROM copies c WHERE c.other = n.num)) AS copied,
  sum(n.listed <> '[]') AS listed,
  min(n.first_seen_at) AS firstSeenAt,
  max(n.first_seen_at) AS lastSeenAt`;
const PROFILES = `SELECT p.id, p.key, p.name, p.host, ${COUNTS} FROM publishers p JOIN notice_publishers x ON x.publisher = p.num JOIN notices n ON n.num = x.notice`;

/** Which notice is whose. Kept with the readings that say so. */
export function publisherRows(db: Database.Database) {
  const numOf = db.prepare<[string], number>('SELECT num FROM publishers WHERE key = ?').pluck();
  const insert = db.prepare('INSERT INTO publishers (id, key, name, host) VALUES (@id, @key, @name, @host)');
  const rename = db.prepare('UPDATE publishers SET name = @name WHERE num = @num AND name <> @name');
  const give = db.prepare(
    'INSERT INTO notice_publishers (notice, publisher) VALUES (?, ?) ON CONFLICT (notice) DO UPDATE SET publisher = excluded.publisher',
  );
  const take = db.prepare('DELETE FROM notice_publishers WHERE notice = ?');
  const bequeath = db.prepare('UPDATE OR REPLACE notice_publishers SET notice = @to WHERE notice = @from');
  const of = db.prepare<[number], number>('SELECT publisher FROM notice_publishers WHERE notice = ?').pluck();
  // Its id is made of its key: it is the same one when it comes again.
  const drop = db.prepare('DELETE FROM publishers WHERE num = ? AND NOT EXISTS (SELECT 1 FROM notice_publishers WHERE publisher = num)');

  /** Changes whose a notice is; a publisher without notices goes. */
  const changing = (notice: number, change: () => void): void => {
    const before = of.get(notice);
    change();
    if (before !== undefined) drop.run(before);
  };
  return {
    put(notice: number, publisher: Publisher | undefined): void {
      changing(notice, () => {
        if (publisher === undefined) {
          take.run(notice);
          return;
        }
        const known = numOf.get(publisher.key);
        const num = known ?? Number(insert.run(publisher).lastInsertRowid);
        if (known !== undefined) rename.run({ num, name: publisher.name });
        give.run(notice, num);
      });
    },
    /** No text speaks for the notice any more. */
    forget: (notice: number): void => changing(notice, () => take.run(notice)),
    /** One notice was merged into another: `speaks` says whether its summary is that of both from now on. */
    move(from: number, to: number, speaks: boolean): void {
      changing(to, () => {
        if (speaks || of.get(to) === undefined) bequeath.run({ from, to });
      });
      changing(from, () => take.run(from));
    },
  };
}

export type PublisherRows = ReturnType<typeof publisherRows>;

/** What people ask of publishers, as acts of the store. */
export function publisherStore(
  connection: Connection,
  { views, evidence }: { readonly views: NoticeViews; readonly evidence: EvidenceRows },
): PublisherStore {
  const { db } = connection;
  const first = db.prepare<[number], PublisherProfile>(`${PROFILES} GROUP BY p.num ORDER BY removed DESC, notices DESC, p.num LIMIT ?`);
  const one = db.prepare<[string, string, string], PublisherProfile>(
    `${PROFILES} WHERE p.id = ? OR p.key = ? OR p.name = ? GROUP BY p.num ORDER BY notices DESC, p.num`,
  );
  const notices = db.prepare<[string, number], NoticeRow>(
    `SELECT n.* FROM publishers p JOIN notice_publishers x ON x.publisher = p.num JOIN notices n ON n.num = x.notice
     WHERE p.id = ? ORDER BY n.first_seen_at DESC, n.num DESC LIMIT ?`,
  );
  const texts = db.prepare<[string, number], PublishedText>(
    `SELECT n.id AS noticeId, n.url, r.capture, substr(json_extract(r.reading, '$.text'), 1, ${MOST_CHARACTERS}) AS text FROM publishers p JOIN notice_publishers x ON x.publisher = p.num JOIN notices n ON n.num = x.notice
     JOIN readings r ON r.num = (SELECT num FROM readings WHERE notice IN (SELECT id FROM merged WHERE kept = n.id UNION ALL SELECT n.id) AND state = 'present' ORDER BY origin = 'page' DESC, log_index DESC LIMIT 1)
     WHERE p.id = ? ORDER BY n.first_seen_at DESC, n.num DESC LIMIT ?`,
  );
  const exists = db.prepare<[string], number>('SELECT 1 FROM publishers WHERE id = ?').pluck();
  const links = db.prepare<{ id: string }, OversightLink>(
    `SELECT o.link, o.publisher, o.overseer, o.why, o.who AS "by", o.at, o.log_index AS logIndex FROM oversights o
     WHERE (o.publisher = @id OR o.overseer = @id)
       AND NOT EXISTS (SELECT 1 FROM oversights x WHERE x.publisher = o.publisher AND x.overseer = o.overseer AND x.log_index > o.log_index)
     ORDER BY o.log_index`,
  );
  return {
    async list(limit: number) {
      return connection.read(() => first.all(limit));
    },
    async find(wanted: string) {
      return connection.read(() => one.all(wanted, wanted, wanted));
    },
    async noticesOf(id, limit) {
      return connection.read(() => notices.all(id, limit).map(views.view));
    },
    async textsOf(id, limit) {
      return connection.read(() => texts.all(id, limit));
    },
    async recordOversight(link: Omit<OversightRecord, 'type'>) {
      return connection.write(() => {
        if (exists.get(link.publisher) === undefined)
          throw new DualwatchError(
            'not-found',
            `there is no publisher ${link.publisher}; "dualwatch publishers list" shows those of this home`,
          );
        return { ...link, logIndex: evidence.oversight({ type: 'oversight', ...link }) };
      });
    },
    async oversightOf(id) {
      return connection.read(() => links.all({ id }));
    },
  };
}
