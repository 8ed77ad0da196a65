import { spawn } from 'node:child_process';
import { PROGRAM } from '../program.ts';

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
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    cwd: options.cwd,
    env: { ...inherited, ...FAST, NO_COLOR: '1', ...options.env },
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
