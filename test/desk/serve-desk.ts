import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { builtDesk } from '../../src/server/desk/built-files.ts';
import { startCommand } from '../e2e/start-command.ts';
import { until } from '../e2e/until.ts';

/** A home that the real server serves, in a process of its own. */
export interface ServedDesk {
  readonly origin: string;
  readonly home: string;
  /** Asks the API; fails with what it answered where that is no success. */
  ask(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<unknown>;
  /** Takes a capture of a page of the test's own site; the id of its notice. */
  keep(url: string, more?: { readonly type?: 'report'; readonly browser?: boolean }): Promise<string>;
  /** What the server has written to stderr so far. */
  notes(): string;
  /** Ends the server, and its home too where it was made for it. */
  close(): Promise<void>;
}

const LONGEST_MS = 30 * 60_000;
/** A site of the test answers late where browsers take the processor. */
const PATIENT = { DUALWATCH_FETCH_TIMEOUT: '20s', DUALWATCH_FETCH_CONNECT_TIMEOUT: '10s', DUALWATCH_BROWSER_TIMEOUT: '40s' } as const;

/** Serves this home, or a new one, at a free port. Throws where the desk was not built. */
export async function serveDesk(
  options: { readonly home?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<ServedDesk> {
  if (builtDesk() === undefined) throw new Error('web/dist is not there: npm run desk builds it');
  const home = options.home ?? mkdtempSync(join(tmpdir(), 'dualwatch-desk-'));
  const child = startCommand(['--home', home, 'serve', '--port', '0'], { withinMs: LONGEST_MS, env: { ...PATIENT, ...options.env } });
  const ended = { yet: false };
  void child.ended.finally(() => (ended.yet = true));
  const close = async (): Promise<void> => {
    child.kill('SIGTERM');
    await child.ended;
    if (options.home === undefined) rmSync(home, { recursive: true, force: true });
  };
  try {
    const origin = await until(
      'the server listens',
      () => {
        if (ended.yet) throw new Error(`the server ended: ${child.stderr()}`);
        return /http:\/\/127\.0\.0\.1:\d+/.exec(child.stderr())?.[0];
      },
      60_000,
    );
    await until('the server is ready', async () => (await fetch(`${origin}/readyz`)).ok, 60_000);
    const ask: ServedDesk['ask'] = (method, path, body) => askServer(origin, method, path, body);
    return { origin, home, notes: child.stderr, close, ask, keep: (url, more) => keepPage(ask, url, more) };
  } catch (error) {
    await close();
    throw error;
  }
}

async function keepPage(ask: ServedDesk['ask'], url: string, more: object = {}): Promise<string> {
  const wanted = { url, allowPrivate: true, robots: 'ignore', robotsReason: 'a site of the test', ...more };
  return z.object({ id: z.string() }).parse(await ask('POST', '/api/v1/captures', wanted)).id;
}

async function askServer(origin: string, method: string, path: string, body: unknown): Promise<unknown> {
  const answer = await fetch(origin + path, {
    method,
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 1000)}`);
  return text === '' ? undefined : JSON.parse(text);
}
