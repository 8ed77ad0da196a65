import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, vi } from 'vitest';
import { runCommand, startCommand, type Ended, type Running, type RunOptions } from './start-command.ts';

export { until } from './until.ts';
export { runCommand, startCommand, type Ended, type Running, type RunOptions };

// Each command is a process of its own, which takes seconds where many run side by side.
vi.setConfig({ testTimeout: 120_000 });

/** A home of its own for one test file or test, and the commands on it. */
export interface TestHome {
  readonly path: string;
  /** Runs a command, expects the exit code (0 unless said) and gives what it wrote. */
  run(args: readonly string[], code?: number, options?: RunOptions): Promise<Ended>;
  /** The same with `--json`: every line parsed. */
  json(args: readonly string[], code?: number, options?: RunOptions): Promise<readonly unknown[]>;
  start(args: readonly string[], options?: RunOptions): Running;
}

export function openHome(env: Readonly<Record<string, string>> = {}): TestHome {
  const path = join(testFolder(), 'home');
  const withEnv = (options: RunOptions): RunOptions => ({ ...options, env: { DUALWATCH_HOME: path, ...env, ...options.env } });
  const home: TestHome = {
    path,
    async run(args, code = 0, options = {}) {
      const ended = await runCommand(args, withEnv(options));
      expect(ended.signal ?? ended.code, `dualwatch ${args.join(' ')}\n${ended.stdout.slice(-2000)}\n${ended.stderr.slice(-2000)}`).toBe(
        code,
      );
      return ended;
    },
    async json(args, code = 0, options = {}) {
      const { stdout } = await home.run([...args, '--json'], code, options);
      return parseLines(stdout);
    },
    start: (args, options = {}) => startCommand(args, withEnv(options)),
  };
  return home;
}

/** One JSON value a line, and nothing else. */
export function parseLines(stdout: string): readonly unknown[] {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);
}

/** A folder that goes away with the test file. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dualwatch-e2e-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** What a watcher with `--json` says of its visits and checks. */
export interface SeenVisit {
  readonly kind: 'visit' | 'check';
  readonly url: string;
  readonly state?: string;
  readonly reason?: string | null;
  readonly outcome?: string;
}

/** Visits that a finished or running `watch --json` has told so far. */
export function visitsIn(stdout: string): readonly SeenVisit[] {
  return parseLines(stdout.slice(0, stdout.lastIndexOf('\n') + 1)) as readonly SeenVisit[];
}
