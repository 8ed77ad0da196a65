import { getPriority, setPriority } from 'node:os';

/** Of those that Unix knows, from 0 to 19: where both want to run, a thread at 0 gets ten times as much. */
const LOW = 10;

/**
 * Lets the calling thread of this process run after all others that want to: for work that nobody waits for beside threads that answer. Linux alone gives
 * each thread a priority of its own; elsewhere it would be that of the whole process, and nothing is changed.
 */
export function giveWay(): void {
  if (process.platform !== 'linux' || getPriority() >= LOW) return;
  try {
    setPriority(LOW);
  } catch {
    // Where a sandbox forbids it the thread works as any other.
  }
}
