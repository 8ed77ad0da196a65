import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import type Database from 'better-sqlite3';
import type { Worker } from '../port.ts';

interface WorkerRow {
  readonly id: string;
  readonly pid: number;
  readonly started: string | null;
}

/** Running programs on a home. What a vanished one had claimed is free again as soon as the next one registers or wants it, not only when its lease ends. */
export function workerTable(db: Database.Database) {
  const put = db.prepare('INSERT OR REPLACE INTO workers (id, pid, machine, started) VALUES (?, ?, ?, ?)');
  const here = db.prepare<[string], WorkerRow>('SELECT id, pid, started FROM workers WHERE machine = ?');
  const remove = db.prepare<[string]>('DELETE FROM workers WHERE id = ?');
  const freeHosts = db.prepare<[string]>(
    'UPDATE hosts SET busy_by = NULL, busy_until = 0, busy_subject = NULL, busy_start_at = NULL WHERE busy_by = ?',
  );
  const freeLeases = db.prepare<[string]>('DELETE FROM leases WHERE holder = ?');

  const leave = db.prepare<{ id: string; now: number }>(
    'DELETE FROM workers WHERE id = @id AND NOT EXISTS (SELECT 1 FROM leases WHERE holder = @id AND until > @now)',
  );

  const forget = (id: string): void => {
    freeHosts.run(id);
    freeLeases.run(id);
    remove.run(id);
  };
  /** Forgets those of this machine that have ended, but for `except`. */
  const sweep = (except: string): void => {
    for (const other of here.all(thisMachine())) if (other.id !== except && !lives(other)) forget(other.id);
  };
  return {
    forget,
    sweep,
    /** Forgets one that holds no lease any more; true where it held none. */
    leave: (id: string, now: number): boolean => leave.run({ id, now }).changes > 0,
    register(worker: Worker): void {
      sweep(worker.id);
      put.run(worker.id, worker.pid, thisMachine(), startOf(worker.pid));
    },
  };
}

export type WorkerTable = ReturnType<typeof workerTable>;

const ENDED = 'ended';

/**
 * A process is the one that registered if it lives and began when that one did: numbers of processes are used again. Of one that lives while nothing is said of when it
 * began (`hidepid` hides those of other users) no more is known, and it keeps what it holds: its lease ends.
 */
function lives(worker: WorkerRow): boolean {
  try {
    process.kill(worker.pid, 0);
  } catch (error) {
    // EPERM: it lives and is another user's.
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
  }
  const started = startOf(worker.pid);
  return started === null || started === worker.started;
}

/**
 * When a process began, in ticks since boot; null where the system does not say; `ended` where only its number is left, for the parent to ask
 * (a zombie still answers signals). proc(5): stat has the state as field 3 and the start as field 22, counted after the name.
 */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state = '', ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return 'ZXx'.includes(state) ? ENDED : (fields[18] ?? null);
  } catch {
    return null;
  }
}

/** Numbers of processes mean something only on one machine, in one boot, in one name space: elsewhere leases decide. */
function thisMachine(): string {
  return [
    hostname(),
    quietly(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
    quietly(() => readlinkSync('/proc/self/ns/pid')),
  ].join(' ');
}

function quietly(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}
