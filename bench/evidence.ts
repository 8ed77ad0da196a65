import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { writeCaptures } from '../src/evidence/capture-files.ts';
import { DurableWriter } from '../src/evidence/durable-files.ts';
import type { EntryReader } from '../src/evidence/entry-reader.ts';
import { LogFolder } from '../src/evidence/log-folder.ts';
import { LogKey } from '../src/evidence/log-key.ts';
import { nodeFiles } from '../src/evidence/node-files.ts';
import { verifyCapture } from '../src/evidence/verify-capture.ts';
import { verifyLog } from '../src/evidence/verify-log.ts';
import { readCapture } from '../src/evidence/warc-reader.ts';
import { buildWarc } from '../src/evidence/warc-writer.ts';
import type { BuiltWarc } from '../src/evidence/warc-file.ts';
import type { WarcVisit } from '../src/evidence/warc-writer.ts';

/**
 * Speed of the evidence formats. Options: `--entries N` (size of the log, default 200000), `--pages N` (large captures, default 20).
 * CPU counts all threads of the process; the best of several runs is printed, since other work may share the machine.
 */
export async function run(args: readonly string[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'dualwatch-bench-'));
  try {
    await captures(numberOf(args, '--pages', 20), folder);
    await logs(numberOf(args, '--entries', 200_000), folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function captures(pages: number, folder: string): Promise<void> {
  print('capture', 'wall ms', 'CPU ms', 'MB/s');
  const kinds: readonly (readonly [string, Buffer, number])[] = [
    ['20 KB page', page(20_000), pages * 10],
    ['3 MB page', page(3_000_000), pages],
    ['3 MB page, sent as gzip', gzipSync(page(3_000_000), { level: 6 }), pages],
  ];
  for (const [name, body, count] of kinds) {
    const visit = visitOf(body, name.includes('gzip'));
    const built = await buildWarc(visit);
    const megabytes = body.length / 1e6;
    await measure(`build, ${name}`, count, megabytes, () => buildWarc(visit));
    await measure(`verify, ${name}`, count, megabytes, async () => verifyCapture(built.bytes, built.sha256));
    await measure(`read, ${name}`, count, megabytes, async () => readCapture(built.bytes));
  }
  const writer = new DurableWriter(nodeFiles, folder);
  const batches: BuiltWarc[][] = [];
  for (let n = 0; n < 5; n += 1) batches.push(await Promise.all(Array.from({ length: 20 }, () => buildWarc(visitOf(page(20_000), false)))));
  let batch = 0;
  await measure('20 of 20 KB to disk, synced', 1, 0.4, async () => writeCaptures(writer, batches[batch++ % batches.length] ?? []));
}

async function logs(entries: number, folder: string): Promise<void> {
  print('log', 'wall ms', 'CPU ms', 'entries/s');
  const key = new LogKey('bench.example/log', Buffer.alloc(32, 1));
  const log = new LogFolder(nodeFiles, join(folder, 'log'), key);
  const readEntries = recordsOf(entries + 1000);
  await measure(`publish ${entries} at once`, 1, entries, () => log.extend(entries, readEntries), 1);
  await measure(`verify ${entries}`, 1, entries, async () => {
    const verdict = await verifyLog({ readEntries, entries, files: nodeFiles, folder: join(folder, 'log'), verifier: key.verifier });
    if (!verdict.holds) throw new Error(verdict.why);
  });
  let size = entries;
  await measure('append 100', 1, 100, () => log.extend((size += 100), readEntries));
  let index = 0;
  await measure('inclusion proof', 10, 1, () => log.proveInclusion((index += 7919) % size));
  print('peak memory, MB', (process.resourceUsage().maxRSS / 1024).toFixed(0));
}

/** Best wall and CPU time of an act, per act; `amount` a run over the wall time is the rate. */
async function measure(name: string, count: number, amount: number, act: () => Promise<unknown>, runs = 5): Promise<void> {
  let [wall, cpu] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let n = 0; n < runs; n += 1) {
    const [start, before] = [performance.now(), process.cpuUsage()];
    for (let i = 0; i < count; i += 1) await act();
    const used = process.cpuUsage(before);
    wall = Math.min(wall, (performance.now() - start) / count);
    cpu = Math.min(cpu, (used.user + used.system) / 1000 / count);
  }
  print(name, wall.toFixed(2), cpu.toFixed(2), (amount / (wall / 1000)).toFixed(amount < 100 ? 1 : 0));
}

function print(name: string, ...values: readonly string[]): void {
  console.log(name.padEnd(36) + values.map((value) => value.padStart(12)).join(''));
}

/** Text that packs about as well as an article: markup that repeats, words that do not. */
function page(bytes: number): Buffer {
  const parts: string[] = [];
  for (let n = 1, length = 0; length < bytes; n = (n * 48_271) % 2_147_483_647) {
    const part = `<section style="margin-bottom:16px;line-height:1.75em"><span data-id="${n}">${n.toString(36)} 公告 ${(n % 9973).toString(36)}</span></section>\n`;
    parts.push(part);
    length += Buffer.byteLength(part);
  }
  return Buffer.from(parts.join('')).subarray(0, bytes);
}

function visitOf(body: Buffer, packed: boolean): WarcVisit {
  const head = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n${packed ? 'Content-Encoding: gzip\r\n' : ''}Content-Length: ${body.length}\r\n\r\n`;
  const hop = {
    url: 'https://example.org/notice',
    at: '2026-11-21T00:00:00.000Z',
    endedAt: '2026-11-21T00:00:01.000Z',
    remoteAddress: '192.0.2.1',
    responseBody: body,
  };
  return {
    hops: [{ ...hop, requestHead: Buffer.from('GET /notice HTTP/1.1\r\nHost: example.org\r\n\r\n'), responseHead: Buffer.from(head) }],
    software: 'bench',
    metadata: { robots: 'allowed' },
  };
}

/** Entries as long as those of real observations. */
function recordsOf(size: number): EntryReader {
  const filler = 'x'.repeat(300);
  return async (from, to) =>
    Array.from({ length: Math.max(0, Math.min(to, size) - from) }, (_, n) => ({
      index: from + n,
      bytes: Buffer.from(`{"n":${from + n},"text":"${filler}","type":"observation"}`),
    }));
}

function numberOf(args: readonly string[], option: string, otherwise: number): number {
  const value = Number(args[args.indexOf(option) + 1]);
  return args.includes(option) && Number.isSafeInteger(value) && value > 0 ? value : otherwise;
}
