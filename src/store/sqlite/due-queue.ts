import type Database from 'better-sqlite3';
import type { ClaimRequest } from '../port.ts';
import { DUE_CLASSES } from '../schedule-row.ts';

/** One visit that may start now. Times in milliseconds since 1970. */
export interface DueJob {
  readonly subject: string;
  readonly host: string;
  readonly class: number;
  readonly dueAt: number;
  /** When the host's pace allowed it. */
  readonly startAt: number;
  readonly askedPaceMs: number;
}

/** What a run takes: see {@link ClaimRequest}. */
export type RunLimits = Pick<ClaimRequest, 'dueBefore' | 'everything' | 'not'>;

interface HostRow {
  readonly host: string;
  readonly next_start_at: number;
  readonly busy_until: number;
  readonly held_until: number;
  readonly asked_pace_ms: number;
  readonly next_due_at: number;
  readonly ready_at: number;
}

interface JobRow {
  readonly subject: string;
  readonly class: number;
  readonly rank: number;
  readonly due_at: number;
  readonly created_at: number;
}

/** With `everything`, so many of a host's visits that were claimed longest ago are looked at for the best of them. */
const LOOK = 200;
const MOST_HOSTS = 256;

/**
 * Finds the most urgent visit of each host that is free. Hosts come in the order in which they became ready, from an index on that time;
 * a host's best visit is found by stepping through its classes and ranks: one index look-up each, at most 404, however many visits are scheduled.
 */
export function dueQueue(db: Database.Database) {
  const columns = 'host, next_start_at, busy_until, held_until, asked_pace_ms, next_due_at, ready_at';
  const ready = db.prepare<[number, number, string, number], HostRow>(
    `SELECT ${columns} FROM hosts WHERE ready_at <= ? AND (ready_at, host) > (?, ?) ORDER BY ready_at, host LIMIT ?`,
  );
  const all = db.prepare<[], HostRow>(`SELECT ${columns} FROM hosts WHERE ready_at IS NOT NULL ORDER BY ready_at, host`);
  const soonest = db.prepare<[], number>('SELECT min(ready_at) FROM hosts WHERE ready_at IS NOT NULL').pluck();
  const nextRank = db.prepare<[string, number, number], JobRow>(
    'SELECT subject, class, rank, due_at, created_at FROM schedule WHERE host = ? AND class = ? AND rank < ? ORDER BY rank DESC, due_at, subject LIMIT 1',
  );
  const ofRank = db.prepare<[string, number, number, number], JobRow>(
    'SELECT subject, class, rank, due_at, created_at FROM schedule WHERE host = ? AND class = ? AND rank = ? AND due_at <= ? ORDER BY due_at, subject',
  );
  const hurried = db.prepare<[string, number, number], JobRow>(
    'SELECT subject, class, rank, due_at, created_at FROM schedule WHERE host = ? AND hurried_at IS NOT NULL AND due_at <= ? AND hurried_at >= ? ORDER BY due_at',
  );
  const byClaim = db.prepare<[string, number], JobRow>(
    'SELECT subject, class, rank, due_at, created_at FROM schedule WHERE host = ? AND claimed_at < ? ORDER BY claimed_at, subject',
  );

  return {
    /** At most `limit` jobs, each of another host. */
    take(request: ClaimRequest): readonly DueJob[] {
      const jobs: DueJob[] = [];
      for (const host of request.everything ? all.all() : readyHosts(request.now, Math.min(request.limit, MOST_HOSTS))) {
        if (jobs.length >= request.limit) break;
        if (Math.max(host.busy_until, host.next_start_at) > request.now) continue;
        const job = bestOf(host, request.now, request);
        if (job === undefined) continue;
        const held = request.everything ? 0 : host.held_until;
        const due = Math.min(job.due_at, request.now);
        jobs.push({
          subject: job.subject,
          host: host.host,
          class: job.class,
          dueAt: job.due_at,
          startAt: Math.max(due, host.next_start_at, held),
          askedPaceMs: host.asked_pace_ms,
        });
      }
      return jobs;
    },
    /** Time at which `take` may give something under the same request; undefined where it never will. What is held is not waited for by a run. */
    soonest(request: Pick<ClaimRequest, 'now'> & RunLimits): number | undefined {
      if (!request.everything && request.dueBefore === undefined && !request.not?.size) return soonest.get() ?? undefined;
      let earliest: number | undefined;
      for (const host of all.all()) {
        if (request.dueBefore !== undefined && !request.everything && host.held_until > request.now) continue;
        const free = Math.max(host.busy_until, host.next_start_at);
        const at = request.dueBefore === undefined && !request.everything ? Math.max(free, host.ready_at) : free;
        if (earliest !== undefined && at >= earliest) continue;
        if (bestOf(host, Math.max(at, request.now), request) !== undefined) earliest = at;
      }
      return earliest;
    },
  };

  function* readyHosts(now: number, pageSize: number): Generator<HostRow> {
    for (let last: HostRow | undefined; ;) {
      const page = ready.all(now, last?.ready_at ?? -1, last?.host ?? '', pageSize);
      yield* page;
      last = page.at(-1);
      if (last === undefined || page.length < pageSize) return;
    }
  }

  function bestOf(host: HostRow, now: number, limits: RunLimits): JobRow | undefined {
    if (limits.everything) return bestOfAll(host.host, limits);
    const due = bestDue(host, now, limits);
    const hurry = limits.dueBefore === undefined ? undefined : bestHurried(host.host, now, limits.dueBefore, limits.not);
    return due === undefined || (hurry !== undefined && isBefore(hurry, due)) ? hurry : due;
  }

  /** What a run has brought forward itself: few, each until it is visited. */
  function bestHurried(host: string, now: number, since: number, not: RunLimits['not']): JobRow | undefined {
    let best: JobRow | undefined;
    for (const job of hurried.iterate(host, now, since)) {
      if (!not?.has(job.subject) && (best === undefined || isBefore(job, best))) best = job;
    }
    return best;
  }

  function bestDue(host: HostRow, now: number, limits: RunLimits): JobRow | undefined {
    const { dueBefore, not } = limits;
    for (let dueClass = 0; dueClass < DUE_CLASSES.length; dueClass += 1) {
      // What a run with `dueBefore` makes itself is new, due at once, or hurried: nothing else of a host counts that fell due later.
      const until = dueBefore === undefined || DUE_CLASSES[dueClass] === 'new' ? now : Math.min(now, dueBefore);
      if (host.next_due_at > until) continue;
      for (let rank = 101; ;) {
        const first = nextRank.get(host.host, dueClass, rank);
        if (first === undefined) break;
        rank = first.rank;
        if (first.due_at > until) continue;
        if (dueBefore === undefined && not === undefined) return first;
        for (const job of ofRank.iterate(host.host, dueClass, rank, until)) {
          if (not?.has(job.subject)) continue;
          if (dueBefore === undefined || job.due_at <= dueBefore || job.created_at >= dueBefore) return job;
        }
      }
    }
    return undefined;
  }

  /** Due times do not count: what was claimed longest ago comes first, so that a run gets through all of it. */
  function bestOfAll(host: string, { dueBefore, not }: RunLimits): JobRow | undefined {
    let best: JobRow | undefined;
    let looked = 0;
    for (const job of byClaim.iterate(host, dueBefore ?? Number.MAX_SAFE_INTEGER)) {
      if (not?.has(job.subject)) continue;
      if (best === undefined || isBefore(job, best)) best = job;
      looked += 1;
      if (looked >= LOOK) break;
    }
    return best;
  }
}

export type DueQueue = ReturnType<typeof dueQueue>;

function isBefore(one: JobRow, other: JobRow): boolean {
  return one.class !== other.class ? one.class < other.class : one.rank !== other.rank ? one.rank > other.rank : one.due_at < other.due_at;
}
