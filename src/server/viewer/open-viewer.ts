import { createReadStream, existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { DualwatchError } from '../../model/errors.ts';
import { knownHosts } from '../known-hosts.ts';
import { byteRange } from './byte-range.ts';
import { pagePolicy, viewerPage, WORKER_POLICY } from './viewer-page.ts';

export interface ViewerOptions {
  /** Of an unpacked ReplayWeb.page, which whoever runs the server provides: `ui.js` and `sw.js`. */
  readonly folder: string;
  /** Where packages wait to be fetched. */
  readonly exports: string;
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  readonly loopback: boolean;
  /** Address under which people reach the viewer, where that is another. */
  readonly publicUrl: URL | undefined;
  /** Origins whose pages may frame it. */
  readonly desk: readonly string[];
}

/** Shows packages as the pages were. */
export interface Viewer {
  /** Its own origin, for somebody who asked the server under this name. */
  origin(host: string | undefined): string;
  close(): Promise<void>;
}

const FILES: Readonly<Record<string, string>> = { '/ui.js': 'ui.js', '/replay/sw.js': 'sw.js' };
const asked = z.object({ export: z.uuid(), url: z.string().max(4000).optional(), ts: z.string().max(40).optional() });

/**
 * Serves a viewer at a port of its own. Replayed pages are scripts of strangers, and run in the origin that serves the viewer: there must be nothing else there, neither the API nor
 * anybody's session. A package is given to whoever knows its id, which nobody can guess. Throws `config` where the folder holds no viewer, `conflict` where the port is taken.
 */
export async function openViewer(options: ViewerOptions): Promise<Viewer> {
  const { folder, host, port, loopback, publicUrl } = options;
  for (const name of Object.values(FILES))
    if (!existsSync(join(folder, name)))
      throw new DualwatchError(
        'config',
        `viewer.replaywebpage: ${folder} has no ${name}; name the folder of an unpacked ReplayWeb.page (npm pack replaywebpage), or nothing`,
      );
  const hosts = knownHosts({ loopback, publicUrl });
  const server = createServer((request, response) => {
    void answer(request, response).catch(() => {
      if (!response.headersSent) refuse(response, 500, 'this cannot be shown now');
      else response.destroy();
    });
  });
  server.requestTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) =>
      reject(new DualwatchError('conflict', `the viewer cannot listen at ${host}:${port} (viewer.port): ${cause.message}`, { cause })),
    );
    server.listen(port, host, resolve);
  });
  const bound = (server.address() as AddressInfo).port;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      hosts.check(request.headers.host);
    } catch {
      return refuse(response, 421, 'this server is not known under that name');
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'only GET is for this address');
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://viewer.invalid');
    const name = Object.hasOwn(FILES, pathname) ? FILES[pathname] : undefined;
    if (name !== undefined) {
      const policy = pathname === '/replay/sw.js' ? { 'content-security-policy': WORKER_POLICY } : {};
      return sendFile(join(folder, name), 'text/javascript; charset=utf-8', policy, request, response);
    }
    const id = /^\/package\/([^/]+)\.wacz$/.exec(pathname)?.[1];
    if (id !== undefined && z.uuid().safeParse(id).success)
      return sendFile(join(options.exports, `${id}.wacz`), 'application/wacz', {}, request, response);
    if (pathname !== '/view') return refuse(response, 404, 'the viewer has nothing at this address');
    const wanted = asked.safeParse(Object.fromEntries(searchParams));
    if (!wanted.success) return refuse(response, 400, 'write /view?export=<id of a package>, with url and ts of a page in it if you like');
    const { export: packaged, url, ts } = wanted.data;
    if (!existsSync(join(options.exports, `${packaged}.wacz`))) return refuse(response, 404, 'there is no such package, or it was removed');
    const page = Buffer.from(viewerPage({ id: packaged, url, ts }));
    response.writeHead(200, {
      ...PLAIN,
      'content-type': 'text/html; charset=utf-8',
      'content-length': page.length,
      'cache-control': 'no-store',
      'content-security-policy': pagePolicy(options.desk),
    });
    response.end(request.method === 'HEAD' ? undefined : page);
  }

  return {
    origin(asking) {
      if (publicUrl !== undefined) return publicUrl.origin;
      return `http://${(asking ?? host).replace(/:\d*$/, '')}:${bound}`;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const PLAIN = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** The viewer reads packages by ranges. */
async function sendFile(
  file: string,
  type: string,
  headers: Readonly<Record<string, string>>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile() !== true) return refuse(response, 404, 'there is no such package, or it was removed');
  const range = byteRange(request.headers.range, found.size);
  if (range === null) {
    response.writeHead(416, { ...PLAIN, 'content-range': `bytes */${found.size}` }).end();
    return;
  }
  const { start, end } = range ?? { start: 0, end: found.size - 1 };
  response.writeHead(range === undefined ? 200 : 206, {
    ...PLAIN,
    ...headers,
    'content-type': type,
    'accept-ranges': 'bytes',
    'content-length': end - start + 1,
    'cache-control': 'private, no-cache',
    ...(range === undefined ? {} : { 'content-range': `bytes ${start}-${end}/${found.size}` }),
  });
  if (request.method === 'HEAD' || found.size === 0) return void response.end();
  createReadStream(file, { start, end })
    .on('error', () => response.destroy())
    .pipe(response);
}

function refuse(response: ServerResponse, status: number, what: string): void {
  response.writeHead(status, { ...PLAIN, 'content-type': 'text/plain; charset=utf-8', 'content-security-policy': "default-src 'none'" });
  response.end(`${what}\n`);
}
