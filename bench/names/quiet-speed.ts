import { PerformanceObserver } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';

/** Names that are timed together: so few that some of these moments are quiet on a machine that others use, too. */
const MOMENT = 100;
const ROUNDS = 12;
/** Of each moment its quietest rounds, one in so many, stand for all. */
const QUIETEST = 4;

export interface Speed {
  /** Names per CPU second as on a core of one's own. */
  readonly perSecond: number;
  /** The same of the best and the median round as a whole, with what others on the machine do to its caches. */
  readonly bestRound: number;
  readonly medianRound: number;
}

/**
 * How fast `ask` answers `count` names, which it is asked for again and again, some of them at a time (from `from` on, to before `to`). CPU time alone is no measure on a machine that
 * others use: who gives way to another finds the core's caches full of the other's data, and the same work takes half as long again. So each moment of a round is timed by itself, and the
 * quietest of its rounds count. Garbage is collected in some moments only: its pauses (by the clock) and the work of the other threads (they collect too, and compile) are summed up for
 * whole rounds, and those of the quietest rounds are added, so that what is said is no more than what users find.
 */
export async function speedOf(count: number, ask: (from: number, to: number) => void): Promise<Speed> {
  let paused = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) paused += duration / 1e3;
  });
  observer.observe({ entryTypes: ['gc'] });
  const moments: number[][] = Array.from({ length: Math.ceil(count / MOMENT) }, () => []);
  const rounds: number[] = [];
  const besides: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = process.cpuUsage();
    paused = 0;
    let own = 0;
    for (const [n, moment] of moments.entries()) {
      const start = process.threadCpuUsage();
      ask(n * MOMENT, Math.min(count, (n + 1) * MOMENT));
      const took = secondsOf(process.threadCpuUsage(start));
      moment.push(took);
      own += took;
    }
    const all = secondsOf(process.cpuUsage(before));
    rounds.push(all);
    // Pauses are told of when nothing else is to be done.
    await setTimeout(1);
    besides.push(Math.max(0, all - own) + paused);
  }
  observer.disconnect();
  const quiet = moments.reduce((sum, moment) => sum + meanOfLeast(moment, ROUNDS / QUIETEST), 0);
  rounds.sort((a, b) => a - b);
  return {
    perSecond: count / (quiet + meanOfLeast(besides, ROUNDS / QUIETEST)),
    bestRound: count / (rounds[0] ?? 1),
    medianRound: count / (rounds[ROUNDS >> 1] ?? 1),
  };
}

function secondsOf({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1e6;
}

function meanOfLeast(times: readonly number[], count: number): number {
  return (
    times
      .toSorted((a, b) => a - b)
      .slice(0, count)
      .reduce((sum, one) => sum + one, 0) / count
  );
}
