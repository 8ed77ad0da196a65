/** From the moment a host's pace lets a visit start to the webhook received: `npm run bench -- alerts [--notices 600] [--hosts 30] [--pace 500ms]`. A watcher and one receiver on loopback. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Alert, AlertRule } from '../src/model/alert.ts';
import { newAlertRuleId } from '../src/model/ids.ts';
import { configOf, openHome } from '../src/work/home.ts';
import { hostAt } from './publisher/start.ts';
import { watchFeed } from './publisher/watch-feed.ts';

const BIN = fileURLToPath(new URL('../bin/dualwatch.js', import.meta.url));
const LONGEST_MS = 10 * 60_000;

/** Measures and prints. */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      notices: { type: 'string', default: '600' },
      hosts: { type: 'string', default: '30' },
      pace: { type: 'string', default: '500ms' },
    },
  });
  const [notices, hosts] = [Number(values.notices), Number(values.hosts)];
  const perHost = Math.ceil(notices / hosts);
  const folder = mkdtempSync(join(tmpdir(), 'dualwatch-bench-'));
  const site = await serve((path, host) => (path.startsWith('/feed') ? feed(host, perHost) : page(host, path)));
  const received = new Map<string, number>();
  const receiver = await serve(
    () => undefined,
    (body) => {
      const { url, change, copies = [] } = JSON.parse(body) as Alert;
      if (change.from !== null) return;
      for (const told of [url, ...copies.map((copy) => copy.url)]) if (!received.has(told)) received.set(told, Date.now());
    },
  );
  try {
    const { paths } = configOf({ env: {}, overrides: { home: folder } });
    const home = await openHome(paths, { create: true });
    await home.store.alerts.addAlertRule(ruleTo(`http://127.0.0.1:${receiver.port}/`), 'secret');
    for (let n = 0; n < hosts; n += 1)
      await watchFeed(home, `http://${hostAt(n)}:${site.port}/feed.xml`, { everyMs: 900_000, followMs: 21_600_000 });
    await home.store.close();
    const allowed = await watch(folder, values.pace, notices, received);
    const late = [...received].map(([url, at]) => at - (allowed.get(url) ?? Number.NaN)).toSorted((a, b) => a - b);
    const at = (share: number): string => `${late[Math.min(late.length - 1, Math.floor(late.length * share))]?.toFixed(0)} ms`;
    console.log(`${late.length} of ${notices} notices on ${hosts} hosts told, one visit in ${values.pace} at each`);
    console.log(`visit allowed to webhook received: p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}, last ${at(1)}`);
  } finally {
    site.close();
    receiver.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function ruleTo(target: string): AlertRule {
  const createdAt = new Date().toISOString();
  return { id: newAlertRuleId(Date.now()), name: 'bench', channel: 'webhook', target, when: 'priority>=0', allowPrivate: true, createdAt };
}

/** Runs the watcher until every notice was told; gives when each first visit was allowed. */
async function watch(
  folder: string,
  pace: string,
  notices: number,
  received: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, number>> {
  const env = {
    ...process.env,
    DUALWATCH_HOME: folder,
    DUALWATCH_FETCH_PACE: pace,
    DUALWATCH_DISK_MIN_FREE: '0B',
    DUALWATCH_LOG_LEVEL: 'error',
  };
  const child = spawn(process.execPath, [BIN, 'watch', '--json'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const allowed = new Map<string, number>();
  const end = performance.now() + LONGEST_MS;
  const timer = setInterval(() => {
    if (received.size >= notices || performance.now() > end) child.kill('SIGTERM');
  }, 100);
  for await (const line of createInterface({ input: child.stdout })) {
    const { kind, url, allowedAt } = JSON.parse(line) as { kind: string; url: string; allowedAt: string };
    if (kind === 'visit' && !allowed.has(url)) allowed.set(url, Date.parse(allowedAt));
  }
  clearInterval(timer);
  return allowed;
}

async function serve(answer: (path: string, host: string) => string | undefined, took?: (body: string) => void) {
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      took?.(body);
      const path = request.url ?? '/';
      const said = answer(path, request.headers.host ?? '');
      if (said === undefined) response.writeHead(took === undefined || path === '/robots.txt' ? 404 : 204).end();
      else
        response.writeHead(200, { 'content-type': path.endsWith('.xml') ? 'application/rss+xml' : 'text/html; charset=utf-8' }).end(said);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: (): void => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function feed(host: string, items: number): string {
  const list = Array.from({ length: items }, (_, n) => `<item><title>notice ${n}</title><link>http://${host}/n/${n}</link></item>`);
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>bench</title><link>http://${host}</link>${list.join('')}</channel></rss>`;
}

/** Each has words of its own, so that none is a copy of another. */
function page(host: string, path: string): string | undefined {
  if (!path.startsWith('/n/')) return undefined;
  const own = Array.from({ length: 200 }, (_, n) => String.fromCharCode(0x4e00 + ((hash(host + path) + n * 7919) % 8000))).join('');
  return `<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>${own.slice(0, 12)}公告</title></head><body><article><h1>${own.slice(0, 12)}公告</h1><p>${own}，求购无人机干扰器${1 + (hash(path + host) % 900)}台。</p></article></body></html>`;
}

function hash(of: string): number {
  let value = 0;
  for (const char of of) value = (Math.imul(value, 31) + char.charCodeAt(0)) >>> 0;
  return value;
}
