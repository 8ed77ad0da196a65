import type Database from 'better-sqlite3';
import { DualwatchError } from '../../model/errors.ts';
import type { HostStatus } from '../../model/source.ts';
import { nextStart, paceOf, slotAfter } from '../host-slot.ts';
import type { HostSlot } from '../host-slot.ts';
import type { Claim, HostAfter } from '../port.ts';
import { stretchOf } from '../schedule-row.ts';

interface SlotRow extends HostSlot {
  readonly busyUntil: number;
}

interface StatusRow {
  readonly host: string;
  readonly held_until: number;
  readonly held_reason: string | null;
  readonly removals_held_since: string | null;
  readonly waiting: number;
  readonly demand: number;
  readonly last_pace_ms: number;
}

/** Pace assumed for the stretch of a host where nothing has started yet. */
const ASSUMED_PACE_MS = 1000;

/** Slots of hosts: one visit at a time, starts apart by the pace, holds. A slot is known again by worker, subject and start. */
export function hostSlots(db: Database.Database) {
  const get = db.prepare<[string], SlotRow>(
    `SELECT next_start_at AS nextStartAt, asked_pace_ms AS askedPaceMs, last_pace_ms AS lastPaceMs, held_until AS heldUntil, held_reason AS heldReason,
            blocked_row AS blockedRow, busy_until AS busyUntil FROM hosts WHERE host = ?`,
  );
  const take = db.prepare(
    'UPDATE hosts SET busy_by = ?, busy_until = ?, busy_subject = ?, busy_start_at = ?, next_start_at = ?, last_pace_ms = ? WHERE host = ?',
  );
  const start = db.prepare('UPDATE hosts SET next_start_at = ?, last_pace_ms = ? WHERE host = ?');
  const settle = db.prepare(
    'UPDATE hosts SET next_start_at = ?, asked_pace_ms = ?, held_until = ?, held_reason = ?, blocked_row = ? WHERE host = ?',
  );
  const free = db.prepare(
    'UPDATE hosts SET busy_by = NULL, busy_until = 0, busy_subject = NULL, busy_start_at = NULL WHERE host = ? AND busy_subject = ? AND busy_start_at = ?',
  );
  const statusSql = `SELECT host, held_until, held_reason, removals_held_since, demand, last_pace_ms,
      (SELECT count(*) FROM notices n WHERE n.host = hosts.host AND n.removal_waits = 1) AS waiting FROM hosts`;
  const status = db.prepare<[string], StatusRow>(`${statusSql} WHERE host = ?`);
  const all = db.prepare<[], StatusRow>(`${statusSql} ORDER BY host`);

  return {
    get(host: string): SlotRow {
      const slot = get.get(host);
      if (slot === undefined) throw new DualwatchError('internal', `host ${host} is not known to the store`);
      return slot;
    },
    /** Takes a host's slot for a visit that starts now. */
    take(
      host: string,
      visit: {
        readonly by: string;
        readonly subject: string;
        readonly startAt: number;
        readonly now: number;
        readonly leaseMs: number;
        readonly paceMs: number;
        readonly random: number;
      },
    ): void {
      take.run(
        visit.by,
        visit.now + visit.leaseMs,
        visit.subject,
        visit.startAt,
        nextStart(visit.now, visit.paceMs, visit.random),
        Math.round(visit.paceMs),
        host,
      );
    },
    /** Reserves the next start at a host and tells how long to wait for it. */
    reserve(host: string, now: number, paceMs: number, random: number): number {
      const slot = this.get(host);
      const pace = paceOf(host, paceMs, slot.askedPaceMs);
      const at = Math.max(now, slot.nextStartAt, slot.heldUntil);
      start.run(nextStart(at, pace, random), Math.round(pace), host);
      return at - now;
    },
    settle(host: string, after: HostAfter, atMs: number): void {
      const slot = slotAfter(host, this.get(host), after, atMs);
      settle.run(slot.nextStartAt, Math.round(slot.askedPaceMs), slot.heldUntil, slot.heldReason, slot.blockedRow, host);
    },
    /** Frees the slot that a claim took, unless another worker has it by now. */
    free: (claim: Claim): void => void free.run(claim.host, subjectOf(claim), claim.startAt),
    status: (host: string): HostStatus =>
      toStatus(
        status.get(host) ?? { host, held_until: 0, held_reason: null, removals_held_since: null, demand: 0, last_pace_ms: 0, waiting: 0 },
      ),
    list: (): readonly HostStatus[] => all.all().map(toStatus),
  };
}

export type HostSlots = ReturnType<typeof hostSlots>;

/** What a claim is of: the id under which it is scheduled. */
export function subjectOf(claim: Claim): string {
  return claim.kind === 'source' ? claim.source.id : claim.noticeId;
}

function toStatus(row: StatusRow): HostStatus {
  return {
    host: row.host,
    heldUntil: row.held_until > 0 ? new Date(row.held_until).toISOString() : null,
    heldReason: row.held_reason,
    removalsHeldSince: row.removals_held_since,
    removalsHeld: row.waiting,
    stretch: stretchOf(row.demand, row.last_pace_ms > 0 ? row.last_pace_ms : paceOf(row.host, ASSUMED_PACE_MS)),
  };
}
