// A publisher for benchmarks, in a process of its own: node bench/publisher/serve.ts '{"perSource":25,"pageBytes":20000}'
// Every loopback address is a host; /feed/<k>.xml lists the notices of its k-th source, all served with validators. Counters come back over IPC.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { makePage } from './pages.ts';

export interface PublisherOptions {
  /** Notices that each feed lists. */
  readonly perSource: number;
  readonly pageBytes: number;
  /** A real page to serve instead of generated ones; the notice's own words are put into its body. */
  readonly specimen?: string;
  /** Another nonce at each visit and no validators, as on the real site. */
  readonly noise?: boolean;
}

const options = JSON.parse(process.argv[2] ?? '{}') as PublisherOptions;
const specimen = options.specimen === undefined ? undefined : readFileSync(options.specimen);
const counts = { requests: 0, notModified: 0, bytes: 0, maxPerHost: 0 };
const open = new Map<string, number>();
let version = 1;

const server = createServer((request, response) => {
  const host = (request.headers.host ?? '').replace(/:.*/, '');
  const path = request.url ?? '/';
  counts.requests += 1;
  open.set(host, (open.get(host) ?? 0) + 1);
  counts.maxPerHost = Math.max(counts.maxPerHost, open.get(host) ?? 0);
  response.on('close', () => open.set(host, (open.get(host) ?? 1) - 1));
  const feed = /^\/feed\/(\d+)\.xml$/.exec(path)?.[1];
  if (feed !== undefined) return send(feedOf(host, feed), 'application/rss+xml; charset=utf-8', `"feed-${version}"`);
  const notice = /^\/n\/(\d+-\d+)$/.exec(path)?.[1];
  if (notice === undefined) {
    response.writeHead(404, { 'content-length': 0 });
    return response.end();
  }
  const etag = options.noise ? undefined : `"${notice}-${version}"`;
  if (etag !== undefined && request.headers['if-none-match'] === etag) return unchanged(etag);
  return send(
    makePage({
      key: `${host}/${notice}`,
      version,
      bytes: options.pageBytes,
      specimen,
      nonce: options.noise ? String(counts.requests) : undefined,
    }),
    'text/html; charset=utf-8',
    etag,
  );

  function send(body: Buffer, type: string, etagOf: string | undefined): void {
    if (etagOf !== undefined && request.headers['if-none-match'] === etagOf) return unchanged(etagOf);
    counts.bytes += body.length;
    response.writeHead(200, { 'content-type': type, 'content-length': body.length, ...(etagOf === undefined ? {} : { etag: etagOf }) });
    response.end(body);
  }

  function unchanged(tag: string): void {
    counts.notModified += 1;
    response.writeHead(304, { etag: tag });
    response.end();
  }
});

function feedOf(host: string, feed: string): Buffer {
  const origin = `http://${host}:${(server.address() as AddressInfo).port}`;
  const items = Array.from(
    { length: options.perSource },
    (_, n) =>
      `<item><title>Notice ${n} of ${host}</title><link>${origin}/n/${feed}-${n}</link><guid>${host}-${feed}-${n}</guid><pubDate>Mon, 01 Jun 2026 08:00:00 GMT</pubDate></item>`,
  );
  return Buffer.from(
    `<?xml version="1.0"?><rss version="2.0"><channel><title>${host}</title><link>${origin}</link>${items.join('')}</channel></rss>`,
  );
}

process.on('message', (message: { readonly ask: 'counts' | 'version' }) => {
  if (message.ask === 'version') version += 1;
  const { user, system } = process.cpuUsage();
  process.send?.({ ...counts, cpuMs: (user + system) / 1000 });
  if (message.ask === 'counts') Object.assign(counts, { requests: 0, notModified: 0, bytes: 0, maxPerHost: 0 });
});
process.on('disconnect', () => process.exit(0));
server.listen(0, '0.0.0.0', () => process.send?.({ port: (server.address() as AddressInfo).port }));
