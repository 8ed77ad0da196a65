import { randomBytes } from 'node:crypto';
import { sha256 } from '../../src/model/digest.ts';
import type { NoticeClaim, NoticeVisit, Store, Worker } from '../../src/store/port.ts';
import { capturePath, writeCaptures } from '../../src/evidence/capture-files.ts';
import { DurableWriter } from '../../src/evidence/durable-files.ts';
import { nodeFiles } from '../../src/evidence/node-files.ts';
import { buildWarc } from '../../src/evidence/warc-writer.ts';
import { homePaths, openHome } from '../../src/work/home.ts';

const START = Date.parse('2026-01-01T00:00:00Z');
const BATCH = 16;

/** Makes a home with captures of pages that cannot be compressed, spread over some notices, as visits would leave them. */
export async function fillHome(
  folder: string,
  size: {
    readonly captures: number;
    readonly notices: number;
    readonly pageBytes: number;
    /** Of the first capture; each is a second after the one before. */ readonly startMs?: number;
  },
): Promise<void> {
  const { startMs = START } = size;
  const home = await openHome(homePaths(folder), { create: true });
  const worker: Worker = { id: 'bench', pid: process.pid };
  await home.store.register(worker);
  const writer = new DurableWriter(nodeFiles, folder);
  for (let n = 0; n < size.captures; n += BATCH) {
    const batch = await Promise.all(
      Array.from({ length: Math.min(BATCH, size.captures - n) }, async (_, k) => {
        const url = `http://127.0.0.1/notice/${(n + k) % size.notices}`;
        const at = startMs + (n + k) * 1000;
        return { url, at, built: await warcOf(url, at, size.pageBytes) };
      }),
    );
    await writeCaptures(
      writer,
      batch.map(({ built }) => built),
    );
    for (const { url, at, built } of batch) await home.store.recordVisits([visitOf(await claimOf(home.store, worker, url, at), at, built)]);
  }
  await home.store.close();
}

/** The claim of an address on this machine, which must be free. */
export async function claimOf(store: Store, worker: Worker, url: string, now: number): Promise<NoticeClaim> {
  const answer = await store.claimAddress({
    worker,
    now,
    url,
    aliases: [],
    host: '127.0.0.1',
    paceMs: 0,
    random: () => 0.5,
    leaseMs: 60_000,
  });
  if (!('claim' in answer)) throw new Error(`no claim of ${url}`);
  return answer.claim;
}

/** A capture of a page of random bytes. */
export function warcOf(url: string, at: number, bytes: number): ReturnType<typeof buildWarc> {
  const body = randomBytes(bytes);
  const date = new Date(at).toISOString();
  const responseHead = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${bytes}\r\n\r\n`;
  const hop = {
    url,
    at: date,
    endedAt: date,
    requestHead: Buffer.from(`GET ${new URL(url).pathname} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`),
    responseHead: Buffer.from(responseHead),
    responseBody: body,
    remoteAddress: '127.0.0.1',
  };
  return buildWarc({ hops: [hop], software: 'bench', metadata: {} });
}

/** What a visit that made this capture leaves behind. */
export function visitOf(claim: NoticeClaim, atMs: number, built: Awaited<ReturnType<typeof warcOf>>): NoticeVisit {
  const at = new Date(atMs).toISOString();
  const { url, noticeId: notice } = claim;
  const seen = { url, at, payload: built.payloadDigest };
  const reading = sha256(built.sha256);
  const state = claim.follow.versions === 0 ? 'present' : 'changed';
  const record = {
    type: 'capture',
    ...seen,
    sha256: built.sha256,
    finalUrl: url,
    status: 200,
    ip: '127.0.0.1',
    bytes: built.bytes.length,
    notice,
    source: null,
  } as const;
  return {
    kind: 'notice',
    claim,
    capture: { record, warc: capturePath(built.sha256) },
    observation: {
      type: 'observation',
      ...seen,
      notice,
      state,
      reason: null,
      removalKind: null,
      capture: built.sha256,
      confirms: null,
      reading,
      heads: null,
    },
    follow: { ...claim.follow, state, reading, versions: claim.follow.versions + 1, lastSeenPresentAt: at, lastVisitAt: at },
    due: null,
    aliases: [],
    drop: null,
    host: { answer: 'fine', holdUntil: null, holdReason: null, extraStarts: 0, paceMs: null },
  };
}
