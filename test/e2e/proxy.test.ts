import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startConnectServer, startSocksServer, type ProxyServer } from '../../src/fetch/testing/proxy-server.ts';
import { openHome, type TestHome } from './command.ts';
import { feedOf, noticePage, openPublisher, type Publisher } from './publisher.ts';

const login = { user: 'reporter', password: 'pw-71c2-never-written' };

describe('a source behind a proxy', () => {
  let [socks, http]: ProxyServer[] = [];
  let publisher: Publisher;
  let home: TestHome;
  let outputs = '';

  beforeAll(async () => {
    [socks, http, publisher, home] = [await startSocksServer({ login }), await startConnectServer(), await openPublisher(), openHome()];
    publisher.set('/feed', feedOf([{ url: `${publisher.origin}/a`, title: 'A' }]));
    publisher.set('/a', noticePage('Tender A', 'The buyer seeks offers for radio equipment, see the annex.'));
    publisher.set('/b', noticePage('Tender B', 'The buyer seeks offers for radio equipment, see the annex.'));
    const way = `socks5h://${login.user}:${login.password}@127.0.0.1:${socks.port}`;
    const commands = [
      ['source', 'add', `${publisher.origin}/feed`, '--allow-private', '--proxy', way, '--name', 'Feed', '--json'],
      ['watch', '--once', '--json'],
      ['source', 'list', '--json'],
      ['show', `${publisher.origin}/a`, '--json'],
      ['capture', `${publisher.origin}/b`, '--allow-private', '--proxy', `http://127.0.0.1:${http.port}`, '--json'],
      ['log', 'verify', '--json'],
      ['source', 'remove', 'Feed', '--json'],
    ];
    for (const args of commands) {
      const { stdout, stderr } = await home.run(args);
      outputs += stdout + stderr;
    }
  }, 60_000);
  afterAll(() => Promise.all([socks?.close(), http?.close(), publisher.close()]));

  it('is visited through it alone', () => {
    const target = new URL(publisher.origin).host;
    // The feed when it is added, robots.txt, the feed, the notice: kept connections may carry more than one.
    expect(new Set(socks?.asked)).toEqual(new Set([target]));
    expect(http?.asked).toContain(target);
    expect(publisher.visits('/a')).toBe(1);
  });

  it('says so in its captures, without the login, which stands in no output or file', () => {
    expect(outputs).toContain(`"proxy":"socks5h://127.0.0.1:${socks?.port ?? 0}"`);
    expect(outputs).not.toContain(login.password);
    const files = readdirSync(home.path, { recursive: true, encoding: 'utf8' })
      .map((name) => join(home.path, name))
      .filter((file) => statSync(file).isFile());
    const warcs = files.filter((file) => file.endsWith('.gz')).map((file) => gunzipSync(readFileSync(file)).toString('utf8'));
    expect(warcs.filter((warc) => warc.includes('"proxy":"socks5h://127.0.0.1:')).length).toBe(2);
    expect(warcs.filter((warc) => warc.includes('"proxy":"http://127.0.0.1:')).length).toBe(1);
    // What only the proxy knows is not made up: no address of the site is recorded.
    for (const warc of warcs) expect(warc).not.toContain('WARC-IP-Address');
    for (const warc of warcs) expect(warc).not.toContain(login.password);
  });

  it('loses the login with its source, and goes nowhere without the proxy', async () => {
    await home.run(['watch', '--once', '--now']);
    expect([publisher.visits('/a'), publisher.visits('/b')]).toEqual([1, 2]);
    expect(await home.json(['notices'])).toContainEqual(
      expect.objectContaining({ url: `${publisher.origin}/a`, state: 'unreachable', reason: 'proxy' }),
    );
  });
});

it('a proxy that was named for an address stays, until it is taken back', async () => {
  const [publisher, home] = [await openPublisher(), openHome()];
  try {
    publisher.set('/c', noticePage('Tender C', 'The buyer seeks offers for radio equipment, see the annex.'));
    const capture = (code: number, ...more: readonly string[]) => home.run(['capture', `${publisher.origin}/c`, ...more], code);
    await capture(8, '--allow-private', '--proxy', 'http://127.0.0.1:9');
    await capture(8);
    expect(publisher.visits('/c')).toBe(0);
    await capture(0, '--proxy', 'none');
    await capture(0);
    expect(publisher.visits('/c')).toBe(2);
    await capture(7, '--no-allow-private');
    expect(publisher.visits('/c')).toBe(2);
  } finally {
    await publisher.close();
  }
}, 60_000);

it('a proxy that was named for a listed address of a host that is left alone holds when the visit is made, and for no other', async () => {
  const [publisher, home] = [await openPublisher(), openHome()];
  try {
    publisher.set('/feed', feedOf([{ url: `${publisher.origin}/d`, title: 'D' }]));
    publisher.set('/d', noticePage('Tender D', 'The buyer seeks offers for radio equipment, see the annex.'));
    publisher.set('/busy', { kind: 'page', status: 429, headers: { 'Retry-After': '600' }, body: 'later' });
    await home.run(['source', 'add', `${publisher.origin}/feed`, '--allow-private']);
    await home.run(['watch', '--once']);
    await home.run(['capture', `${publisher.origin}/busy`, '--allow-private']);
    const putOff = await home.run(['capture', `${publisher.origin}/d`, '--proxy', 'http://127.0.0.1:9'], 8);
    expect(putOff.stderr).toContain('is left alone for another');
    expect(publisher.visits('/d')).toBe(1);
    await home.run(['watch', '--once', '--now']);
    expect(publisher.visits('/d')).toBe(1);
    await home.run(['watch', '--once', '--now']);
    expect(publisher.visits('/d')).toBe(2);
  } finally {
    await publisher.close();
  }
}, 60_000);

describe('what is no proxy', () => {
  it.each(['ftp://127.0.0.1', '127.0.0.1:9050', 'socks5://user:secret-word@'])('%s is refused, and nothing is made', async (way) => {
    const home = openHome();
    const { stderr } = await home.run(['capture', 'http://93.184.216.34/', '--proxy', way], 2);
    expect(stderr).toContain('socks5h://host:port');
    expect(stderr).not.toContain('secret-word');
    await home.run(['notices'], 4);
  });
});
