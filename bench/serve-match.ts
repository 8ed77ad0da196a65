/** `/match` of the real server with 10 names a request against 28,551 listed parties. `--folder <kept> --requests 200 --notices 0` */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { systemClock } from '../src/capture/clock.ts';
import { configOf, openHome } from '../src/work/home.ts';
import { addList } from '../src/work/screening/keep-lists.ts';
import { companyQueries } from './names/company-queries.ts';
import { peerQueries } from './names/peer-queries.ts';
import { peersList } from './names/peers-list.ts';
import { startServer } from './serve/served-process.ts';

const NAMES = 10;

interface Example {
  readonly schema: string;
  readonly properties: { readonly name: readonly string[] };
}

/** Starts the server on a home with one list of all parties, and asks one request after another. Throws where the data are absent. */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { folder: { type: 'string' }, requests: { type: 'string', default: '200' } },
  });
  const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'dualwatch-bench-match-'));
  try {
    const home = await listedHome(folder);
    const server = await startServer(home, {});
    console.log(`start: /healthz after ${Math.round(server.healthyMs)} ms`);
    const began = performance.now();
    while ((await fetch(`${server.base}/readyz`)).status !== 200) await sleep(20);
    console.log(`  /readyz ${Math.round(performance.now() - began)} ms later; memory ${server.memory().nowMb} MB`);
    const batches = batchesOf(Number(values.requests));
    for (const batch of batches.slice(0, 50)) await match(server.base, batch);
    for (const [what, own] of [
      ['half persons, half companies, half of all listed under altered names', batches],
      ['persons, nearly all on no list', batches.map((_, n) => personsOf(n))],
    ] as const) {
      const cpu = server.cpuMs();
      const times: number[] = [];
      let results = 0;
      for (const batch of own) {
        const asked = performance.now();
        results += await match(server.base, batch);
        times.push(performance.now() - asked);
      }
      times.sort((a, b) => a - b);
      const at = (share: number): string => (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN).toFixed(1);
      const cost = (server.cpuMs() - cpu) / own.length;
      console.log(
        `match, ${NAMES} names, ${what}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms; ${cost.toFixed(1)} ms of CPU a request, ${(results / own.length).toFixed(1)} results (load ${loadavg()[0]?.toFixed(1) ?? '?'})`,
      );
    }
    const { ms, code } = await server.stop();
    console.log(`stop: ended ${code} ${Math.round(ms)} ms after SIGTERM`);
  } finally {
    if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

/** A home with one list, which is not built yet: the first start builds its index. */
async function listedHome(folder: string): Promise<string> {
  const home = join(folder, 'match-home');
  if (existsSync(home)) return home;
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'parties.ftm.json');
  writeFileSync(
    file,
    peersList()
      .map(({ id, schema, names: [name = id, ...alias] }) => `${JSON.stringify({ id, schema, properties: { name: [name], alias } })}\n`)
      .join(''),
  );
  const opened = await openHome(configOf({ env: {}, overrides: { home } }).paths, { create: true });
  const client = { get: () => Promise.reject(new Error('the list is a file')) };
  const settings = { name: 'parties', address: file, companions: [], format: null, mapping: null, everyMs: null };
  await addList({ store: opened.store, home, client, clock: systemClock }, settings);
  await opened.store.close();
  return home;
}

let persons: readonly Example[] | undefined;

function personsOf(batch: number): readonly Example[] {
  persons ??= peerQueries().map(({ name }) => ({ schema: 'Person', properties: { name: [name] } }));
  return Array.from({ length: NAMES }, (_, n) => persons?.[(batch * NAMES + n) % persons.length] as Example);
}

function batchesOf(count: number): readonly (readonly Example[])[] {
  const companies = companyQueries(peersList(), (count * NAMES) / 2);
  return Array.from({ length: count }, (_, batch) => [
    ...personsOf(batch).slice(0, NAMES / 2),
    ...companies
      .slice((batch * NAMES) / 2, ((batch + 1) * NAMES) / 2)
      .map(({ name, schema = 'Company' }) => ({ schema, properties: { name: [name] } })),
  ]);
}

/** How many results came. */
async function match(base: string, batch: readonly Example[]): Promise<number> {
  const answer = await fetch(`${base}/match/default`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ queries: Object.fromEntries(batch.map((one, n) => [`q${n}`, one])) }),
  });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${answer.status} ${text.slice(0, 300)}`);
  const { responses } = JSON.parse(text) as { responses: Record<string, { results: unknown[] }> };
  return Object.values(responses).reduce((sum, { results }) => sum + results.length, 0);
}
