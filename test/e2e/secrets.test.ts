import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHome, type TestHome, testFolder } from './command.ts';
import { feedOf, noticePage, openPublisher, type Publisher } from './publisher.ts';

const SECRET = 'tok-3f9a77c1-never-written';

describe('credentials of a source', () => {
  let [origin, other]: Publisher[] = [];
  let home: TestHome;
  let outputs = '';

  beforeAll(async () => {
    [origin, other, home] = [await openPublisher('127.0.0.1'), await openPublisher('127.0.0.2'), openHome()];
    origin.set(
      '/feed',
      feedOf([
        { url: `${origin.origin}/a`, title: 'A' },
        { url: `${origin.origin}/away`, title: 'Away' },
        { url: `${other.origin}/b`, title: 'B' },
      ]),
    );
    origin.set('/a', noticePage('Tender A', 'The buyer seeks offers for radio equipment, see the annex.'));
    origin.set('/away', { kind: 'redirect', to: `${other.origin}/c` });
    for (const path of ['/b', '/c'])
      other.set(path, noticePage(`Tender ${path}`, 'The buyer seeks offers for radio equipment, see the annex.'));
    const secrets = join(testFolder(), 'headers.txt');
    writeFileSync(secrets, `Authorization: Bearer ${SECRET}\n\nX-Key: ${SECRET}-2\n`);
    const commands = [
      ['source', 'add', `${origin.origin}/feed`, '--allow-private', '--header-file', secrets, '--every', '1s', '--follow', '1s', '--json'],
      ['watch', '--once', '--json'],
      ['capture', `${other.origin}/b`, '--allow-private', '--json'],
      ['watch', '--once', '--now', '--json'],
      ['source', 'list', '--json'],
      ['source', 'list'],
      ['source', 'test', `${origin.origin}/feed`],
      ['notices', '--json'],
      ['show', `${origin.origin}/a`, '--json'],
      ['log', 'verify', '--json'],
    ];
    for (const args of commands) {
      const { stdout, stderr } = await home.run(args);
      outputs += stdout + stderr;
    }
  }, 60_000);
  afterAll(() => Promise.all([origin?.close(), other?.close()]));

  it('are sent to its own origin, and to nobody else', () => {
    const sent = (publisher: Publisher | undefined, path: string) =>
      publisher?.requests.filter((one) => one.path === path).map((one) => [one.headers.authorization, one.headers['x-key']]);
    expect(sent(origin, '/feed')?.length).toBeGreaterThan(1);
    for (const path of ['/feed', '/a', '/away'])
      for (const one of sent(origin, path) ?? []) expect(one).toEqual([`Bearer ${SECRET}`, `${SECRET}-2`]);
    expect(other?.requests.length).toBeGreaterThan(0);
    for (const { headers } of other?.requests ?? []) expect(JSON.stringify(headers)).not.toContain(SECRET);
  });

  it('stand in no output, file or log entry', () => {
    expect(outputs.length).toBeGreaterThan(1000);
    expect(outputs).not.toContain(SECRET);
    const files = readdirSync(home.path, { recursive: true, encoding: 'utf8' })
      .map((name) => join(home.path, name))
      .filter((file) => statSync(file).isFile());
    expect(files.some((file) => file.endsWith('.warc.gz'))).toBe(true);
    const holding = files.filter((file) => {
      const bytes = readFileSync(file);
      return bytes.includes(SECRET) || (file.endsWith('.gz') && gunzipSync(bytes).includes(SECRET));
    });
    // The database holds what has to be sent again, and is closed to others.
    expect(holding.filter((file) => !/dualwatch\.db(-wal)?$/.test(file))).toEqual([]);
    expect(statSync(join(home.path, 'dualwatch.db')).mode & 0o077).toBe(0);
  });

  it('are named where they were left out', () => {
    const warcs = readdirSync(join(home.path, 'captures'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.gz'))
      .map((name) => gunzipSync(readFileSync(join(home.path, 'captures', name))).toString('utf8'));
    const own = warcs.filter((warc) => warc.includes(`WARC-Target-URI: ${origin?.origin ?? ''}/a`));
    expect(own.length).toBeGreaterThan(0);
    for (const warc of own) expect(warc.toLowerCase()).toContain('"credentialsleftout":["authorization","x-key"]');
  });
});
