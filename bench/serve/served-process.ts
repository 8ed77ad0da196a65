import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(new URL('../../bin/dualwatch.js', import.meta.url));

export interface ServedProcess {
  readonly base: string;
  /** From the start of the process to the first answer of /healthz. */
  readonly healthyMs: number;
  /** Processor time until then, of all threads. */
  readonly healthyCpuMs: number;
  /** Processor time of the process so far, all threads, milliseconds. */
  cpuMs(): number;
  memory(): { readonly nowMb: number; readonly peakMb: number };
  /** SIGTERM; how long it took to end, and how. */
  stop(): Promise<{ readonly ms: number; readonly code: number | null }>;
}

/** The real program `dualwatch serve` on a home, with its watcher, on a free port. */
export async function startServer(home: string, env: Readonly<Record<string, string>>): Promise<ServedProcess> {
  const began = performance.now();
  const child = spawn(process.execPath, [BIN, 'serve', '--port', '0'], {
    env: { ...process.env, DUALWATCH_HOME: home, DUALWATCH_DISK_MIN_FREE: '0B', DUALWATCH_IMAGES_KEEP: 'no', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const base = await addressOf(child);
  while (!(await isHealthy(base))) await sleep(10);
  const healthyMs = performance.now() - began;
  const { pid = 0 } = child;
  const cpuMs = (): number => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  };
  return {
    base,
    healthyMs,
    healthyCpuMs: cpuMs(),
    cpuMs,
    memory() {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      const mb = (name: string): number => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1000);
      return { nowMb: mb('VmRSS'), peakMb: mb('VmHWM') };
    },
    async stop() {
      const asked = performance.now();
      const ended = once(child, 'exit') as Promise<[number | null]>;
      child.kill('SIGTERM');
      const [code] = await ended;
      return { ms: performance.now() - asked, code };
    },
  };
}

async function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (address !== undefined) resolve(address);
    });
    child.once('exit', () => reject(new Error(`the server ended: ${said}`)));
  });
}

function isHealthy(base: string): Promise<boolean> {
  return new Promise((resolve) => {
    get(`${base}/healthz`, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    }).on('error', () => resolve(false));
  });
}
