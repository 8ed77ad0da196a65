import type Database from 'better-sqlite3';
import { DualwatchError } from '../../model/errors.ts';
import type { NoticeId } from '../../model/ids.ts';
import type { Source } from '../../model/source.ts';
import { paceOf } from '../host-slot.ts';
import { summaryOfItem } from '../item-summary.ts';
import type { Claim, ClaimRequest, NoticeClaim, SourceClaim, Store } from '../port.ts';
import { dueAtOnce, dueClassOf } from '../schedule-row.ts';
import { dueQueue } from './due-queue.ts';
import type { DueJob } from './due-queue.ts';
import { subjectOf, type HostSlots } from './host-slots.ts';
import { followOf, summaryOf } from './notice-rows.ts';
import type { NoticeRows } from './notice-rows.ts';
import type { ReadingTable } from './readings.ts';
import type { ScheduleTable } from './schedule.ts';
import { toSource } from './sources.ts';
import type { SourceTable } from './sources.ts';
import type { UnlistedTable } from './unlisted.ts';

/** Sources read during one act. */
type KnownSources = Map<string, { readonly source: Source; readonly removed: boolean }>;
type SourceRequest = Parameters<Store['claimSource']>[0];
type AddressRequest = Parameters<Store['claimAddress']>[0];

/** A taken host is asked again after this time: its visit may end long before its lease. */
const TAKEN_WAIT_MS = 200;

/** Takes due visits, together with the slots of their hosts. */
export function claimTable(
  db: Database.Database,
  tables: {
    readonly schedule: ScheduleTable;
    readonly slots: HostSlots;
    readonly sources: SourceTable;
    readonly notices: NoticeRows;
    readonly unlisted: UnlistedTable;
    readonly readings: ReadingTable;
  },
) {
  const { schedule, slots, sources, notices, unlisted, readings } = tables;
  const queue = dueQueue(db);
  const mark = db.prepare('UPDATE schedule SET claimed_at = ? WHERE subject = ?');
  const unmark = db.prepare('UPDATE schedule SET claimed_at = 0 WHERE subject = ? AND claimed_at <> 0');
  const listedBy = db.prepare<[string], string>('SELECT source FROM listings WHERE notice = ?').pluck();

  return {
    queue,
    due(request: ClaimRequest): readonly Claim[] {
      const known: KnownSources = new Map();
      const claims: Claim[] = [];
      for (const job of queue.take(request)) {
        const claim = claimOf(job, known);
        if (claim === undefined) {
          schedule.remove(job.subject);
          continue;
        }
        const pace = paceOf(job.host, request.paceMs, job.askedPaceMs, policyPace(claim));
        slots.take(job.host, {
          by: request.worker.id,
          subject: job.subject,
          startAt: job.startAt,
          now: request.now,
          leaseMs: request.leaseMs,
          paceMs: pace,
          random: request.random(),
        });
        // Only such a run asks what it has had; all others know it by the due time.
        if (request.everything) mark.run(request.now, job.subject);
        claims.push(claim);
      }
      return claims;
    },
    address(request: AddressRequest): { readonly claim: NoticeClaim } | { readonly waitMs: number } {
      const waitMs = waitFor(request.host, request.now);
      if (waitMs > (request.putOff?.longerThanMs ?? Number.POSITIVE_INFINITY)) putOff(request, request.now + waitMs);
      if (waitMs > 0) return { waitMs };
      const claim = claimOfAddress(request);
      takeNow(claim, request);
      return { claim };
    },
    source(request: SourceRequest): { readonly claim: SourceClaim } | { readonly waitMs: number } {
      const { id, host } = sources.require(request.id);
      const waitMs = waitFor(host, request.now);
      if (waitMs > 0) return { waitMs };
      const claim = claimOf(askedJob(id, host, request.now), new Map());
      if (claim?.kind !== 'source') throw new DualwatchError('internal', `source ${id} vanished while it was claimed`);
      takeNow(claim, request);
      return { claim };
    },
    stop(notice: NoticeId): void {
      const id = notices.resolve(notice);
      if (id !== undefined) schedule.remove(id);
    },
    release({ claim, dueAt, kept }: Parameters<Store['release']>[0][number]): void {
      const id = claim.kind === 'source' ? claim.source.id : notices.resolve(claim.noticeId);
      slots.free(claim);
      if (id === undefined) return;
      unmark.run(id);
      if (kept !== undefined && claim.kind === 'notice') notices.putKept(notices.require(id), kept);
      if (dueAt !== undefined) schedule.moveDue(id, dueAt);
    },
  };

  /** How long a visit that somebody asks for waits for its host; 0: not at all. */
  function waitFor(host: string, now: number): number {
    schedule.makeHost(host);
    const slot = slots.get(host);
    if (slot.busyUntil > now) return Math.min(TAKEN_WAIT_MS, slot.busyUntil - now);
    return Math.max(slot.nextStartAt, slot.heldUntil, now) - now;
  }

  function claimOfAddress(request: AddressRequest): NoticeClaim {
    const id = findOrMake(request);
    return { ...noticeClaim(askedJob(id, request.host, request.now), id, new Map()), url: request.url };
  }

  /** The notice of an address whose host is held, due when that is over. */
  function putOff(request: AddressRequest, until: number): void {
    const claim = claimOfAddress(request);
    const { noticeId, host } = claim;
    if (request.putOff !== undefined) notices.putKept(notices.require(noticeId), request.putOff.keptOf(claim));
    if (schedule.get(noticeId) === undefined) schedule.setDue(noticeId, host, dueAtOnce(until), request.now);
    else schedule.hurry(noticeId, until);
  }

  function askedJob(id: string, host: string, now: number): DueJob {
    const due = schedule.get(id);
    const { askedPaceMs } = slots.get(host);
    return { subject: id, host, class: due?.class ?? 1, dueAt: due?.due_at ?? now, startAt: now, askedPaceMs };
  }

  function takeNow(claim: Claim, { worker, now, paceMs, random, leaseMs }: Omit<SourceRequest, 'id'>): void {
    const pace = paceOf(claim.host, paceMs, slots.get(claim.host).askedPaceMs, policyPace(claim));
    slots.take(claim.host, { by: worker.id, subject: subjectOf(claim), startAt: now, now, leaseMs, paceMs: pace, random: random() });
  }

  function claimOf(job: DueJob, known: KnownSources): Claim | undefined {
    if (job.subject.startsWith('n')) return noticeClaim(job, job.subject as NoticeId, known);
    const row = sources.row(job.subject);
    if (row === undefined) return undefined;
    return {
      kind: 'source',
      source: toSource(row),
      memory: sources.memoryOf(row.id),
      errorStreak: row.error_streak,
      host: job.host,
      dueAt: job.dueAt,
      startAt: job.startAt,
    };
  }

  function noticeClaim(job: DueJob, id: NoticeId, known: KnownSources): NoticeClaim {
    const row = notices.require(id);
    return {
      kind: 'notice',
      noticeId: id,
      url: row.url,
      type: row.type,
      firstSeenAt: row.first_seen_at,
      follow: followOf(row),
      summary: summaryOf(row),
      unlistedAt: unlisted.since(id),
      source: sourceOf(id, known),
      host: job.host,
      dueClass: dueClassOf(job.class),
      dueAt: job.dueAt,
      startAt: job.startAt,
    };
  }

  /** The one that visits it most often, of those still watched if any is. */
  function sourceOf(id: NoticeId, known: KnownSources): Source | null {
    let best: { readonly source: Source; readonly removed: boolean } | undefined;
    for (const sourceId of listedBy.all(id)) {
      const found = known.get(sourceId) ?? knownSource(sourceId);
      if (found === undefined) continue;
      known.set(sourceId, found);
      if (best === undefined || (found.removed !== best.removed ? best.removed : found.source.followMs < best.source.followMs))
        best = found;
    }
    return best?.source ?? null;
  }

  function knownSource(id: string): { readonly source: Source; readonly removed: boolean } | undefined {
    const row = sources.row(id);
    return row && { source: toSource(row), removed: row.removed === 1 };
  }

  function findOrMake(request: AddressRequest): NoticeId {
    const found = notices.find(request);
    if (found !== undefined) {
      if (request.type !== undefined) readings.retype(found, request.type);
      return found;
    }
    const id = notices.create({
      url: request.url,
      host: request.host,
      aliases: request.aliases,
      nowIso: new Date(request.now).toISOString(),
      summary: summaryOfItem(null),
    });
    if (request.type !== undefined) readings.retype(id, request.type);
    schedule.setDue(id, request.host, dueAtOnce(request.now), request.now);
    return id;
  }
}

/** Pace that the user asks for: of the source that lists it, or decided with `capture`. */
function policyPace(claim: Claim): number | null {
  return claim.source?.paceMs ?? (claim.kind === 'notice' ? (claim.follow.own?.paceMs ?? null) : null);
}

export type ClaimTable = ReturnType<typeof claimTable>;
