import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fillHome } from './fill-home.ts';

/** What an act on a package took, in a process of its own. */
export interface Measured {
  readonly wall: number;
  /** Of all threads. */
  readonly cpu: number;
  /** Peak resident set, MB. */
  readonly peak: number;
  /** Of the package. */
  readonly bytes: number;
}

const NOTICES = 20;

/**
 * Makes homes of so many megabytes (`--mb 50,500`) out of captures of so many kilobytes (`--page-kb 300`), 20 notices each, and prints a row of what `measure`
 * gives for each. Homes are gone afterwards.
 */
export async function measureHomes(
  args: readonly string[],
  columns: readonly string[],
  measure: (folder: string) => Measured,
  row: (measured: Measured) => readonly number[],
): Promise<void> {
  const pageBytes = Number(optionOf(args, '--page-kb') ?? 300) * 1000;
  process.stdout.write(`${'captures'.padEnd(17)}${columns.map((column) => column.padStart(9)).join('')}\n`);
  for (const megabytes of (optionOf(args, '--mb') ?? '50,500').split(',').map(Number)) {
    const folder = mkdtempSync(join(tmpdir(), 'dualwatch-bench-package-'));
    try {
      const captures = Math.ceil((megabytes * 1e6) / pageBytes);
      await fillHome(folder, { captures, notices: NOTICES, pageBytes });
      const values = row(measure(folder)).map((value) => value.toFixed(value < 10 ? 2 : 0).padStart(9));
      process.stdout.write(`${`${captures} of ${(pageBytes / 1000).toFixed(0)} kB`.padEnd(17)}${values.join('')}\n`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

/** Runs a benchmark again in a process of its own, whose memory is then its own; that one calls {@link measureHere}. */
export function measureApart(bench: string, given: string): Measured {
  const main = fileURLToPath(new URL('../main.ts', import.meta.url));
  return JSON.parse(finish(process.execPath, [main, bench, '--child', given])) as Measured;
}

/** Measures an act of this process that leaves or reads a package, and prints it for {@link measureApart}. */
export async function measureHere(file: string, act: () => Promise<void>): Promise<void> {
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  await act();
  const [wall, used] = [(performance.now() - began) / 1000, process.cpuUsage(cpu)];
  const measured: Measured = {
    wall,
    cpu: (used.user + used.system) / 1e6,
    peak: process.resourceUsage().maxRSS / 1024,
    bytes: statSync(file).size,
  };
  process.stdout.write(`${JSON.stringify(measured)}\n`);
}

/** Runs a program to its end and gives what it printed. Throws what it said where it failed. */
export function finish(command: string, args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

export function optionOf(args: readonly string[], name: string): string | undefined {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args[at + 1];
}
