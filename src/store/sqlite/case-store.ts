import type { CaptionedItem, Case, CaseChange, CaseDone, CaseItem, CaseItemRef, NotePlace } from '../../model/case.ts';
import { DualwatchError } from '../../model/errors.ts';
import { isClaimId, isNoticeId, type NoticeId } from '../../model/ids.ts';
import type { PageReading } from '../../model/reading.ts';
import type { CaseStore } from '../case-port.ts';
import { summaryOf, type CaseRow, type CaseRows } from './case-rows.ts';
import type { Connection } from './connection.ts';
import { summaryOf as summaryOfNotice, type NoticeRows } from './notice-rows.ts';

/** Cases, as acts of the store. */
export function caseStore(
  connection: Connection,
  { notices, cases }: { readonly notices: NoticeRows; readonly cases: CaseRows },
): CaseStore {
  const { db } = connection;
  const listing = db
    .prepare<[string], string>(
      `SELECT json_extract(e.entity, '$.caption') FROM party_listings p JOIN party_entities e ON e.num = p.entity WHERE p.id = ? ORDER BY p.since DESC LIMIT 1`,
    )
    .pluck();
  const publisher = db.prepare<[string], string>('SELECT name FROM publishers WHERE id = ?').pluck();
  const capture = db.prepare<[string], string>('SELECT url FROM captures WHERE sha256 = ?').pluck();
  const claim = db.prepare<[string], string>('SELECT who FROM claims WHERE id = ?').pluck();
  const reading = db
    .prepare<{ id: string; capture: string }, string>(
      `SELECT reading FROM readings WHERE capture = @capture AND notice IN (SELECT id FROM merged WHERE kept = @id UNION ALL SELECT @id)`,
    )
    .pluck();

  const reports = db.prepare<[number], NoticeId>("SELECT id FROM notices WHERE type = 'report' ORDER BY num DESC LIMIT ?").pluck();

  return {
    async open({ id, title, by, at, changes = [] }) {
      return connection.write(() => {
        if (cases.get(id) !== undefined) throw new DualwatchError('conflict', `there is a case ${id} already`);
        const row = cases.create(id, { by, at });
        cases.add(row, [{ do: 'open', title }, ...changes.map(checked)], { by, at });
        return view(require(id));
      });
    },
    async change(id, changes, { by, at, ifVersion }) {
      return connection.write(() => {
        const row = require(id);
        if (ifVersion !== undefined && ifVersion !== row.version)
          throw new DualwatchError(
            'outdated',
            `case ${id} is at version ${row.version} and not ${ifVersion} any more; read it again first`,
          );
        if (changes.length > 0) cases.add(row, changes.map(checked), { by, at });
        return view(require(id));
      });
    },
    async find(id) {
      return connection.read(() => {
        const row = cases.get(id);
        return row && view(row);
      });
    },
    async list(filter) {
      const { holding } = filter;
      return connection.read(() => {
        const notice = holding === undefined ? undefined : notices.resolve(holding);
        const ids = holding === undefined ? undefined : [holding];
        return cases.page(filter, notice === undefined ? ids : notices.ids(notice));
      });
    },
    async reports(limit) {
      return connection.read(() => reports.all(limit));
    },
    async actsOf(id, after, limit) {
      return connection.read(() => cases.actsOf(require(id).num, after, limit));
    },
  };

  function require(id: string): CaseRow {
    const row = cases.get(id);
    if (row === undefined) throw new DualwatchError('not-found', `there is no case ${id}; "dualwatch case list" shows those of this home`);
    return row;
  }

  /** What a change points to is there, and named as the store names it. */
  function checked(change: CaseChange): CaseDone {
    if (change.do === 'add') return { ...change, item: known(change.item) };
    if (change.do === 'note' && change.on !== null) return { ...change, on: knownPlace(change.on) };
    return change;
  }

  function known(item: CaseItemRef): CaseItemRef {
    if (item.kind === 'notice' || item.kind === 'report') {
      const row = notices.require(item.id);
      return { kind: row.type, id: row.id };
    }
    if (captionOf(item) === null) throw new DualwatchError('not-found', `there is no ${item.kind} ${item.id}`);
    return { kind: item.kind, id: item.id };
  }

  function knownPlace({ notice, capture: of, start, end }: NotePlace): NotePlace {
    const { id } = notices.require(notice);
    const place = { notice: id, capture: of, start, end };
    if (wordsAt(place) === null)
      throw new DualwatchError('not-found', `capture ${of} of notice ${id} has no text from character ${start} to ${end}`);
    return place;
  }

  function view(row: CaseRow): Case {
    const { items, notes, tasks, comments } = cases.contentOf(row.num);
    const { items: _, openTasks: __, ...summary } = summaryOf(row);
    return {
      ...summary,
      items: items.map(captioned),
      tasks,
      comments,
      notes: notes.map((note) => ({ ...note, words: note.on && wordsAt(note.on) })),
    };
  }

  function captioned(item: CaseItem): CaptionedItem {
    const row = isNoticeId(item.id) ? notices.get(item.id) : undefined;
    if (row === undefined) return { ...item, caption: captionOf(item) };
    const { title, publisher: by, publishedAt, listed, goods, destination, persons } = summaryOfNotice(row);
    const { state, first_seen_at: firstSeenAt, priority } = row;
    return {
      ...item,
      // It may have become another kind since, or have been merged.
      kind: row.type,
      id: row.id,
      caption: title ?? row.url,
      notice: { state, publisher: by, publishedAt, firstSeenAt, priority, listed, goods, destination },
      ...(persons.length > 0 && { persons }),
    };
  }

  function captionOf({ kind, id }: CaseItemRef): string | null {
    switch (kind) {
      case 'notice':
      case 'report':
        // One that is there is captioned by its row.
        return null;
      case 'party':
        return listing.get(id) ?? null;
      case 'publisher':
        return publisher.get(id) ?? null;
      case 'capture':
        return capture.get(id) ?? null;
      case 'claim':
        return isClaimId(id) ? (claim.get(id) ?? null) : null;
    }
  }

  /** Null where the text is gone, or has no such place. */
  function wordsAt({ notice, capture: of, start, end }: NotePlace): string | null {
    const text = reading.get({ id: notices.resolve(notice) ?? notice, capture: of });
    if (text === undefined) return null;
    const words = (JSON.parse(text) as PageReading).text;
    return start >= 0 && start < end && end <= words.length ? words.slice(start, end) : null;
  }
}
