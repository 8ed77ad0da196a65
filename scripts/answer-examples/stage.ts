import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { serveNewHome, type ServedHome } from '../../src/server/testing/served-home.ts';
import { openRecorder, type Recorder } from './recorder.ts';

/** A site of the story on loopback. */
export interface Site {
  readonly origin: string;
  /** The name under which examples show it. */
  readonly shownHost: string;
  /** What a path answers from now on; null: 404. */
  set(path: string, body: string | null, type?: string): void;
  close(): Promise<void>;
}

/** A new home with its server, the web around it, and who asks. */
export interface Stage {
  readonly home: ServedHome;
  readonly api: Recorder;
  /** Addresses of this machine, and how examples write them. */
  readonly origins: ReadonlyMap<string, string>;
  shownAs(origin: string, shown: string): void;
  readonly sites: Readonly<Record<'province' | 'city' | 'rebuilt' | 'press' | 'lists' | 'desk', Site>>;
  close(): Promise<void>;
}

export async function openStage(): Promise<Stage> {
  // Answers say whether there is a browser, whatever machine they are recorded on; none is started.
  const browser = { DUALWATCH_CHROMIUM: process.execPath };
  const home = await serveNewHome({ env: { ...browser, DUALWATCH_FETCH_PACE: '1ms', DUALWATCH_FOLLOW_CONFIRM_AFTER: '12h' } });
  const sites = {
    province: await openSite('127.0.0.61', 'trade.example.org'),
    city: await openSite('127.0.0.62', 'city.example.org'),
    rebuilt: await openSite('127.0.0.63', 'tenders.example.org'),
    press: await openSite('127.0.0.64', 'press.example.org'),
    lists: await openSite('127.0.0.65', 'lists.example.org'),
    desk: await openSite('127.0.0.66', 'hooks.example.org'),
  };
  const origins = new Map(Object.values(sites).map(({ origin, shownHost }) => [origin, `https://${shownHost}`]));
  return {
    home,
    origins,
    shownAs: (origin, shown) => void origins.set(origin, shown),
    api: openRecorder(home.app),
    sites,
    async close() {
      await home.close();
      for (const site of Object.values(sites)) await site.close();
      const faults = home.notes.filter((note) => note.startsWith('error'));
      if (faults.length > 0) throw new Error(`the server noted ${faults.join('; ')}`);
    },
  };
}

async function openSite(address: string, shownHost: string): Promise<Site> {
  const pages = new Map<string, { readonly body: string; readonly type: string }>();
  const server = createServer((request, response) => {
    const page = pages.get(request.url ?? '/');
    response.writeHead(page === undefined ? 404 : 200, {
      'content-type': page?.type ?? 'text/plain',
      date: 'Mon, 02 Mar 2026 01:00:00 GMT',
    });
    response.end(page?.body ?? 'not here');
  });
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  const { port } = z.object({ port: z.number() }).parse(server.address() satisfies AddressInfo | string | null);
  return {
    origin: `http://${address}:${port}`,
    shownHost,
    set: (path, body, type = 'text/html; charset=utf-8') => void (body === null ? pages.delete(path) : pages.set(path, { body, type })),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
