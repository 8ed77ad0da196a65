import type { LookupFunction } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';

import type { Proxy } from '../model/proxy.ts';
import { parseProxy } from '../model/proxy.ts';
import { makeCertificate } from './testing/certificate.ts';
import { latin1, loopback } from './testing/loopback.ts';
import { startConnectServer, startSocksServer, type ProxyOptions, type ProxyServer } from './testing/proxy-server.ts';

const { serve, client } = loopback();
const open: ProxyServer[] = [];
afterEach(() => Promise.all(open.splice(0).map((server) => server.close())));

const page = 'HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\npage';
const START = { socks5: startSocksServer, socks5h: startSocksServer, http: startConnectServer };
type Scheme = keyof typeof START;

async function proxy(
  scheme: Scheme,
  options: ProxyOptions = {},
  login = '',
): Promise<{ readonly server: ProxyServer; readonly proxy: Proxy }> {
  const server = await START[scheme](options);
  open.push(server);
  return { server, proxy: parseProxy(`${scheme}://${login}127.0.0.1:${server.port}`) };
}

/** A resolver that knows one name, of a public address. */
const publicLookup: LookupFunction = (_name, _options, callback) => callback(null, [{ address: '93.184.216.34', family: 4 }]);

describe.each(['socks5', 'socks5h', 'http'] as const)('through %s', (scheme) => {
  test('a name is asked for, over http and https, with a login, and the address recorded is not the proxy’s', async () => {
    const root = makeCertificate({ subject: 'Root' });
    const own = makeCertificate({ subject: 'notices.example', names: ['notices.example'], issuer: root });
    const site = await serve((_, socket) => socket.write(page), { tls: { cert: own.cert, key: own.key } });
    const login = { user: 'me', password: 's p' };
    const route = () => ({ host: '127.0.0.1', port: site.port });
    const way = await proxy(scheme, { login, route }, 'me:s%20p@');
    const one = client({ ca: root.cert, lookup: publicLookup });
    const looked = scheme === 'socks5' ? '93.184.216.34' : 'notices.example';
    for (const url of ['http://notices.example/a', 'https://notices.example/b']) {
      const result = await one.get({ url, proxy: way.proxy });
      expect(result).toMatchObject({ ok: true, status: 200 });
      expect(result.hops[0]).toMatchObject({ remoteAddress: scheme === 'socks5' ? looked : '' });
      expect(latin1(result.hops[0]?.requestHead)).not.toMatch(/proxy/i);
    }
    expect(way.server.asked).toEqual([`${looked}:80`, `${looked}:443`]);
  });

  test('private and metadata addresses and names stay shut', async () => {
    const way = await proxy(scheme);
    const lookup: LookupFunction = (_name, _options, callback) => callback(null, [{ address: '10.0.0.1', family: 4 }]);
    for (const host of [
      '127.0.0.1',
      '10.0.0.1',
      '169.254.169.254',
      '[::1]',
      'localhost',
      'db.internal',
      'metadata.google.internal',
      'printer',
    ])
      expect(await client({ lookup }).get({ url: `http://${host}/`, proxy: way.proxy }), host).toMatchObject({
        ok: false,
        failure: { kind: 'address-forbidden' },
      });
    expect(way.server.asked).toEqual([]);
  });

  test('what a source was allowed is reached', async () => {
    const site = await serve((_, socket) => socket.write(page));
    const way = await proxy(scheme);
    const result = await client().get({ url: `${site.url}/`, proxy: way.proxy, allowPrivate: site.allowance });
    expect(result).toMatchObject({ ok: true, status: 200 });
    expect(way.server.asked).toEqual([`127.0.0.1:${site.port}`]);
  });

  test('a proxy that is down, refuses the login or cannot reach the host is told apart, and nothing is asked directly', async () => {
    const site = await serve((_, socket) => socket.write(page));
    const ask = (through: Proxy) => client().get({ url: `${site.url}/`, proxy: through, allowPrivate: site.allowance });
    const login = { user: 'me', password: 'secret' };
    const refused = await proxy(scheme, { login }, 'me:wrong-secret@');
    expect(await ask(refused.proxy)).toMatchObject({ ok: false, failure: { kind: 'proxy', lost: 'host' } });
    expect(JSON.stringify(await ask(refused.proxy))).not.toContain('secret');
    const astray = await proxy(scheme, { route: () => undefined });
    expect(await ask(astray.proxy)).toMatchObject({ ok: false, failure: { kind: 'unreachable' } });
    const down = await proxy(scheme);
    await open.pop()?.close();
    expect(await ask(down.proxy)).toMatchObject({ ok: false, failure: { kind: 'proxy' } });
    expect(site.connections()).toBe(0);
  });

  test('a proxy that never answers costs the time to connect', async () => {
    const mute = await serve(() => undefined);
    const result = await client({ limits: { connectMs: 200 } }).get({
      url: 'http://93.184.216.34/',
      proxy: parseProxy(`${scheme}://127.0.0.1:${mute.port}`),
    });
    expect(result).toMatchObject({ ok: false, failure: { kind: 'timeout' } });
  });
});

test('connections of two ways are never mixed', async () => {
  const site = await serve((_, socket) => socket.write(page));
  const [one, other] = [await proxy('socks5'), await proxy('http')];
  const shared = client();
  for (const way of [one.proxy, other.proxy, undefined])
    await shared.get({ url: `${site.url}/`, proxy: way, allowPrivate: site.allowance });
  expect([one.server.asked.length, other.server.asked.length, site.connections()]).toEqual([1, 1, 3]);
});
