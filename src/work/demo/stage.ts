import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { article, DELETED, feed, VERIFICATION, type Account } from './case-pages.ts';

/** What visitors of an article are shown. */
export type Scene = 'hidden' | 'article' | 'verification' | 'deleted';

/** A publisher on loopback whose pages change as the story goes on. */
export interface Stage {
  readonly origin: string;
  set(account: Account, scene: Scene): void;
  close(): Promise<void>;
}

const ACCOUNTS: readonly Account[] = ['province', 'city'];

export async function openStage(): Promise<Stage> {
  const scenes = new Map<Account, Scene>(ACCOUNTS.map((account) => [account, 'hidden']));
  const published = new Map<Account, number>();
  let origin = '';
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const account = ACCOUNTS.find((one) => path === `/s/${one}`);
    const scene = account && scenes.get(account);
    if (path === '/feed.xml') return send(200, 'application/rss+xml', feed(origin, listed()));
    if (path.startsWith('/mp/wappoc_appmsgcaptcha')) return send(200, 'text/html; charset=utf-8', VERIFICATION);
    if (account === undefined || scene === undefined || scene === 'hidden') return send(404, 'text/plain', 'not here');
    if (scene === 'verification') {
      response.writeHead(302, { location: `/mp/wappoc_appmsgcaptcha?poc_token=demo&target_url=${encodeURIComponent(origin + path)}` });
      return response.end();
    }
    return send(200, 'text/html; charset=utf-8', scene === 'deleted' ? DELETED : article(account, published.get(account) ?? 0));

    function send(status: number, type: string, body: string): void {
      response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) });
      response.end(body);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  function listed(): readonly { readonly account: Account; readonly publishedS: number }[] {
    return ACCOUNTS.filter((account) => scenes.get(account) !== 'hidden').map((account) => ({
      account,
      publishedS: published.get(account) ?? 0,
    }));
  }

  return {
    origin,
    set(account, scene) {
      if (scenes.get(account) === 'hidden') published.set(account, Math.floor(Date.now() / 1000));
      scenes.set(account, scene);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
