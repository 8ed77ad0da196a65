import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, vi } from 'vitest';

const BIN = fileURLToPath(new URL('../../bin/dualwatch.js', import.meta.url));

// Each command is a process of its own, which takes seconds where many run side by side.
vi.setConfig({ testTimeout: 120_000 });

/** Settings under which months take seconds. A second sighting counts at once, unless a test says otherwise. */
const FAST = {
  DUALWATCH_FETCH_PACE: '20ms',
  DUALWATCH_FOLLOW_CONFIRM_AFTER: '1ms',
  DUALWATCH_DISK_MIN_FREE: '0B',
  DUALWATCH_FETCH_TIMEOUT: '1s',
  DUALWATCH_FETCH_CONNECT_TIMEOUT: '1s',
  // Fixtures name pictures of hosts that no test may ask.
  DUALWATCH_IMAGES_KEEP: 'no',
} as const;

/** Some hundred processes start the same program: what Node compiled is kept beside their homes. */
const COMPILED = join(tmpdir(), 'dualwatch-e2e-compiled');

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string | Uint8Array;
  readonly cwd?: string;
  /** Before it, the child has not answered: it is killed and the test fails. */
  readonly withinMs?: number;
}

/** Runs the command line as its user would, in a process of its own. */
export function runCommand(args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  return startCommand(args, options).ended;
}

export interface Running {
  readonly pid: number | undefined;
  readonly ended: Promise<Ended>;
  /** What it has written to stdout and stderr so far. */
  stdout(): string;
  stderr(): string;
  kill(signal: NodeJS.Signals): void;
}

export function startCommand(args: readonly string[], options: RunOptions = {}): Running {
  const { DUALWATCH_HOME: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [BIN, ...args], {
    cwd: options.cwd,
    env: { ...inherited, ...FAST, NO_COLOR: '1', NODE_COMPILE_CACHE: COMPILED, ...options.env },
    timeout: options.withinMs ?? 60_000,
    killSignal: 'SIGKILL',
  });
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (chunk: Buffer) => void out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => void err.push(chunk));
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.stdin ?? '');
  const stdout = (): string => Buffer.concat(out).toString('utf8');
  const stderr = (): string => Buffer.concat(err).toString('utf8');
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, stdout: stdout(), stderr: stderr() }));
  });
  return { pid: child.pid, ended, stdout, stderr, kill: (signal) => void child.kill(signal) };
}

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

/** Waits until something holds; looks every 25 ms. */
export async function until<Value>(
  what: string,
  look: () => Value | undefined | false | Promise<Value | undefined | false>,
  withinMs = 20_000,
): Promise<Value> {
  const end = performance.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (performance.now() > end) throw new Error(`waited ${withinMs} ms in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
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
