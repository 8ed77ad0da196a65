import type { Digest } from '../../model/digest.ts';
import type { NoticeId, SourceId } from '../../model/ids.ts';
import type { EventRecord, LogRecord } from '../../model/log-record.ts';
import type { Notice, NoticeSummary } from '../../model/notice.ts';
import type { SourceSettings } from '../../model/source.ts';
import type { ClaimRequest, DerivedReading, Due, NoticeFilter, RobotsRow, Store, Visit, Worker } from '../port.ts';
import type { SourceChange } from '../source-change-port.ts';
import type { AccountStore } from '../account-port.ts';
import type { AlertStore } from '../alert-port.ts';
import type { IdempotencyStore } from '../idempotency-port.ts';
import type { NewsStore } from '../news-port.ts';
import type { AnchorStore } from '../anchor-port.ts';
import type { CaseStore, ClaimStore } from '../case-port.ts';
import type { CopyStore } from '../copy-port.ts';
import type { ForgetStore } from '../forget-port.ts';
import type { LearnedStore } from '../learned-port.ts';
import type { PublisherStore } from '../publisher-port.ts';
import type { ExtrasStore } from '../extras-port.ts';
import type { PackageStore } from '../package-port.ts';
import type { SearchStore } from '../search-port.ts';
import type { TriageStore } from '../triage-port.ts';
import { accountStore } from './account-store.ts';
import { alertStore } from './alert-store.ts';
import { anchorStore } from './anchor-store.ts';
import { backupTo } from './backup.ts';
import { caseRows } from './case-rows.ts';
import { caseStore } from './case-store.ts';
import { claimRows, claimStore } from './claim-store.ts';
import { claimTable } from './claims.ts';
import type { Connection } from './connection.ts';
import { evidenceAudit } from './evidence-audit.ts';
import { evidenceRows } from './evidence-rows.ts';
import { evidenceViews } from './evidence-views.ts';
import { extrasTable } from './extras.ts';
import { extrasStore } from './extras-store.ts';
import { forgetStore } from './forget-store.ts';
import { hostSlots } from './host-slots.ts';
import { idempotencyStore } from './idempotency-store.ts';
import { newsStore } from './news-store.ts';
import { learnedPages, learnedStore } from './learned-pages.ts';
import { leaseTable } from './leases.ts';
import { logTable } from './log.ts';
import { copyRows } from './copy-rows.ts';
import { copyStore } from './copy-store.ts';
import { noticeChanges } from './notice-changes.ts';
import { noticeMerge } from './merge.ts';
import { followOf, noticeRows, summaryOf } from './notice-rows.ts';
import { noticeQueues } from './notice-queues.ts';
import { noticeViews } from './notices.ts';
import { packageStore } from './package-store.ts';
import { publisherRows, publisherStore } from './publishers.ts';
import { readingTable } from './readings.ts';
import { furtherItems, leaveTime } from './long-lists.ts';
import { visitRecorder } from './record-visits.ts';
import { removalTable } from './removals.ts';
import { robotsTable } from './robots.ts';
import { scheduleTable } from './schedule.ts';
import { SqliteScreeningStore, screeningTables } from './screening-store.ts';
import { searchIndex } from './search.ts';
import { searchStore } from './search-store.ts';
import { sourceTable } from './sources.ts';
import { clampFuture } from './clamp-future.ts';
import { spreadDue } from './spread-due.ts';
import { triageRows, triageStore } from './triage-store.ts';
import { unlistedTable } from './unlisted.ts';
import { workerTable } from './workers.ts';

/** The store in one SQLite file. Each method is one transaction of the tables beside this file. */
export class SqliteStore extends SqliteScreeningStore implements Store {
  readonly accounts: AccountStore;
  readonly alerts: AlertStore;
  readonly news: NewsStore;
  readonly idempotency: IdempotencyStore;
  readonly anchors: AnchorStore;
  readonly publishers: PublisherStore;
  readonly packages: PackageStore;
  readonly copies: CopyStore;
  readonly learned: LearnedStore;
  readonly extras: ExtrasStore;
  readonly forgetting: ForgetStore;
  readonly triage: TriageStore;
  readonly searches: SearchStore;
  readonly cases: CaseStore;
  readonly claims: ClaimStore;
  readonly #db: Connection;
  readonly #tables: ReturnType<typeof tablesOf>;
  #audits: ReturnType<typeof evidenceAudit> | undefined;
  /** Workers that registered here: what they hold is free when this store closes. */
  readonly #workers = new Set<string>();
  /** Those of them that are known only while they hold something: a program that serves for long has one for each act. */
  readonly #holders = new Set<string>();

  constructor(connection: Connection) {
    const tables = tablesOf(connection);
    super(connection, tables.screening);
    this.#db = connection;
    this.#tables = tables;
    this.accounts = accountStore(connection);
    this.alerts = alertStore(connection, tables);
    this.news = newsStore(connection, tables);
    this.idempotency = idempotencyStore(connection);
    this.anchors = anchorStore(connection);
    this.publishers = publisherStore(connection, tables);
    this.packages = packageStore(connection, tables);
    this.copies = copyStore(connection, tables);
    this.forgetting = forgetStore(connection, tables);
    this.triage = triageStore(connection, tables);
    this.searches = searchStore(connection);
    this.cases = caseStore(connection, tables);
    this.claims = claimStore(connection, tables);
    this.learned = learnedStore(connection, tables.learned);
    this.extras = extrasStore(connection, tables);
  }

  /** Made when first asked for: only verification goes through whole tables. */
  #audit(): ReturnType<typeof evidenceAudit> {
    return (this.#audits ??= evidenceAudit(this.#db.db, this.#tables.evidenceViews));
  }

  async register(worker: Worker) {
    this.#db.write(() => this.#tables.workers.register(worker));
    this.#workers.add(worker.id);
    this.#holders.delete(worker.id);
  }

  async close() {
    if (!this.#db.db.open) return;
    try {
      if (this.#workers.size > 0) this.#db.write(() => this.#workers.forEach((id) => this.#tables.workers.forget(id)));
    } finally {
      this.#db.db.close();
    }
  }

  async addSource(settings: SourceSettings, nowIso: string, due: Due) {
    return this.#db.write(() => this.#tables.sources.add(settings, nowIso, due));
  }

  async findSource(idUrlOrName: string) {
    return this.#db.read(() => this.#tables.sources.find(idUrlOrName));
  }

  async listSources() {
    return this.#db.read(() => this.#tables.sources.list());
  }

  async setSourcePaused(id: SourceId, paused: boolean, nowMs: number) {
    this.#db.write(() => this.#tables.sources.setPaused(id, paused, nowMs));
  }

  async changeSource(id: SourceId, change: SourceChange, nowMs: number) {
    this.#db.write(() => this.#tables.sources.change(id, change, nowMs));
  }

  async removeSource(id: SourceId) {
    this.#db.write(() => this.#tables.sources.remove(id));
  }

  async confirmRemovals(target: NoticeId | { readonly host: string }, nowIso: string, detail: string) {
    return this.#db.write(() => this.#tables.removals.confirm(target, nowIso, detail));
  }

  async claimDue(request: ClaimRequest) {
    // A look without a lock first: most looks find nothing, and writers need not wait for them.
    if (this.#db.read(() => this.#tables.visitClaims.queue.take({ ...request, limit: 1 })).length === 0) return [];
    return this.#db.write(() => this.#tables.visitClaims.due(request));
  }

  async claimAddress(request: Parameters<Store['claimAddress']>[0]) {
    return this.#db.write(() => this.#tables.visitClaims.address(request));
  }

  async claimSource(request: Parameters<Store['claimSource']>[0]) {
    return this.#db.write(() => this.#tables.visitClaims.source(request));
  }

  async stopFollowing(ids: readonly NoticeId[]) {
    this.#db.write(() => ids.forEach((id) => this.#tables.visitClaims.stop(id)));
  }

  async takeStart({ host, now, paceMs, random }: Parameters<Store['takeStart']>[0]) {
    return this.#db.write(() => {
      this.#tables.schedule.makeHost(host);
      return { waitMs: this.#tables.slots.reserve(host, now, paceMs, random()) };
    });
  }

  async release(claims: Parameters<Store['release']>[0]) {
    if (claims.length === 0) return;
    this.#db.write(() => claims.forEach((released) => this.#tables.visitClaims.release(released)));
  }

  async nextDueInMs(request: Parameters<Store['nextDueInMs']>[0]) {
    const at = this.#db.read(() => this.#tables.visitClaims.queue.soonest(request));
    return at === undefined ? undefined : Math.max(0, at - request.now);
  }

  async clampFuture(now: number) {
    return this.#db.write(() => clampFuture(this.#db.db, now));
  }

  async spreadDue(now: number, before: number, overMs: number) {
    return this.#db.write(() => spreadDue(this.#db.db, now, before, overMs));
  }

  async recordVisits(visits: readonly Visit[]) {
    if (visits.length === 0) return [];
    const { visits: recorder } = this.#tables;
    const recorded = this.#db.write(() => visits.map((visit) => recorder.record(visit)));
    for (const [n, visit] of visits.entries())
      for (const further of furtherItems(visit)) {
        await leaveTime();
        const newNotices = this.#db.write(() => recorder.recordFurther(further));
        const before = recorded[n];
        if (before !== undefined) recorded[n] = { ...before, newNotices: [...before.newNotices, ...newNotices] };
      }
    return recorded;
  }

  async recordEvent(event: EventRecord) {
    this.#db.write(() => this.#tables.evidence.event(event));
  }

  async hostOutcomes(host: string, sinceIso: string, except?: NoticeId) {
    return this.#db.read(() => this.#tables.removals.outcomes(host, sinceIso, except));
  }

  async standingAt(host: string, sinceIso: string, except: NoticeId) {
    return this.#db.read(() => this.#tables.removals.standing(host, sinceIso, except));
  }

  async holdRemovals(host: string, nowIso: string, detail: string) {
    this.#db.write(() => this.#tables.removals.hold(host, nowIso, detail));
  }

  async removalsHeld(host: string) {
    return this.#db.read(() => this.#tables.removals.held(host));
  }

  async lease(name: string, worker: Worker, nowMs: number, forMs: number) {
    const { leases, workers } = this.#tables;
    const { id } = worker;
    // Whoever holds something is known: if it is killed, nobody waits for the end of its time.
    if (!this.#workers.has(id)) {
      await this.register(worker);
      this.#holders.add(id);
    }
    const { taken, left } = this.#db.write(() => {
      let taken = leases.take(name, id, nowMs, forMs);
      if (!taken) {
        workers.sweep(id);
        taken = leases.take(name, id, nowMs, forMs);
      }
      return { taken, left: (!taken || forMs <= 0) && this.#holders.has(id) && workers.leave(id, nowMs) };
    });
    if (left) for (const known of [this.#holders, this.#workers]) known.delete(id);
    return taken;
  }

  async underived(recipe: string, limit: number) {
    return this.#db.read(() => this.#tables.readings.underived(recipe, limit));
  }

  async recordReadings(readings: readonly DerivedReading[]) {
    if (readings.length === 0) return;
    this.#db.write(() => readings.forEach((reading) => this.#tables.readings.record(reading)));
  }

  async recordSummary(id: NoticeId, summary: NoticeSummary, rank: number) {
    this.#db.write(() => this.#tables.readings.resummarise(id, summary, rank));
  }

  async markDerived(capture: Digest, recipe: string) {
    this.#db.write(() => this.#tables.readings.mark(capture, recipe));
  }

  async findNotice(idOrAlias: string) {
    return this.#db.read(() => this.#tables.views.find(idOrAlias));
  }

  async followOf(id: NoticeId) {
    const row = this.#db.read(() => this.#tables.notices.get(id));
    return row && { follow: followOf(row), summary: summaryOf(row) };
  }

  async *listNotices(filter: NoticeFilter): AsyncGenerator<Notice> {
    const pages = this.#tables.views.pages(filter);
    for (;;) {
      const page = this.#db.read(() => pages.next());
      if (page.done) return;
      yield* page.value;
    }
  }

  async observationsOf(id: NoticeId) {
    return this.#db.read(() => this.#tables.evidenceViews.observationsOf(this.#tables.notices.resolve(id) ?? id));
  }

  async capturesOf(id: NoticeId) {
    return this.#db.read(() => this.#tables.evidenceViews.capturesOf(this.#tables.notices.resolve(id) ?? id));
  }

  async readingOf(id: NoticeId) {
    return this.#db.read(() => this.#tables.readings.of(id));
  }

  async noticesByUrl(urls: readonly string[]) {
    return this.#db.read(
      () =>
        new Map(
          urls.flatMap((url) => {
            const id = this.#tables.notices.named(url);
            return id === undefined ? [] : [[url, id] as const];
          }),
        ),
    );
  }

  async logSize() {
    return this.#db.read(() => this.#tables.log.size());
  }

  async readLog(from: number, to: number) {
    return this.#db.read(() => this.#tables.log.read(from, to));
  }

  async findLogIndex(digest: Digest) {
    return this.#db.read(() => this.#tables.log.find(digest));
  }

  async rowsAsRecord(record: LogRecord, index: number) {
    return this.#db.read(() => this.#tables.evidenceViews.asRecord(record, index));
  }

  async evidenceRows(from: number, to: number) {
    return this.#db.read(() => this.#audit().rows(from, to));
  }

  async wrongLeaf(from: number, to: number) {
    return this.#db.read(() => this.#audit().wrongLeaf(from, to));
  }

  async contradictions() {
    return this.#db.read(() => this.#audit().contradictions());
  }

  async historyAfter(id: NoticeId | null) {
    return this.#db.read(() => this.#audit().historyAfter(id));
  }

  async readingsAfter(after: number, limit: number) {
    return this.#db.read(() => this.#audit().readings(after, limit));
  }

  async capturesFrom(logIndex: number, limit: number) {
    return this.#db.read(() => this.#tables.evidenceViews.capturesFrom(logIndex, limit));
  }

  async robots(origin: string) {
    return this.#db.read(() => this.#tables.robots.get(origin));
  }

  async putRobots(row: RobotsRow) {
    this.#db.write(() => this.#tables.robots.put(row));
  }

  async listHosts() {
    return this.#db.read(() => this.#tables.slots.list());
  }

  async backup(file: string) {
    this.#db.alone(() => backupTo(this.#db.db, file));
  }
}

function tablesOf(connection: Connection) {
  const { db } = connection;
  const log = logTable(db);
  const evidence = evidenceRows(db, log);
  const schedule = scheduleTable(db);
  const slots = hostSlots(db);
  const sources = sourceTable(db, schedule, slots);
  const search = searchIndex(db);
  const notices = noticeRows(db, search);
  const changes = noticeChanges(db, notices);
  const queue = noticeQueues(db);
  const copies = copyRows(db);
  const extras = extrasTable(db);
  const publishers = publisherRows(db);
  const learned = learnedPages(db);
  const unlisted = unlistedTable(db);
  const triage = triageRows(db);
  const readings = readingTable(db, { notices, schedule, search, queue, publishers });
  const merging = noticeMerge(db, { notices, schedule, evidence, search, readings, queue, copies, publishers, unlisted, triage });
  return {
    log,
    evidence,
    schedule,
    slots,
    sources,
    notices,
    changes,
    copies,
    queue,
    publishers,
    learned,
    extras,
    search,
    readings,
    triage,
    cases: caseRows(db),
    claims: claimRows(db),
    visitClaims: claimTable(db, { schedule, slots, sources, notices, unlisted, readings }),
    evidenceViews: evidenceViews(db),
    leases: leaseTable(db),
    visits: visitRecorder({ evidence, notices, changes, extras, schedule, slots, sources, merging, learned, unlisted }),
    removals: removalTable(db, { notices, changes, evidence, schedule }),
    robots: robotsTable(db),
    screening: screeningTables(connection, { evidence, notices, readings }),
    views: noticeViews(db, { rows: notices, sources, search, copies }),
    workers: workerTable(db),
  };
}
