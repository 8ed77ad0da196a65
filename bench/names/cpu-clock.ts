import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** CPU seconds of this process, all its threads, that an act takes: other work on the core does not count. */
export function cpuSecondsOf(act: () => void): number {
  const before = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/**
 * CPU seconds of a plain loop over 10⁸ integers, in a process of its own, where no other work tells V8 how to compile it: divide by it to compare machines, and moments of one that
 * others share.
 */
export function calibrationSeconds(): number {
  return Number(execFileSync(process.execPath, [LOOP], { encoding: 'utf8' }));
}

const LOOP = fileURLToPath(new URL('calibration-loop.ts', import.meta.url));
