import { existsSync, mkdirSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHome, testFolder, until, visitsIn, type TestHome } from './command.ts';
import { feedOf, noticePage, openPublisher, type Publisher } from './publisher.ts';
import { noticeShape, verifiedShape } from './shapes.ts';

describe('a home in use', () => {
  let publisher: Publisher;
  let home: TestHome;
  let changes: NodeJS.Timeout;

  beforeAll(async () => {
    [publisher, home] = [await openPublisher(), openHome({ DUALWATCH_FETCH_PACE: '5ms' })];
    const names = Array.from({ length: 12 }, (_, n) => `t${n}`);
    publisher.set('/feed', feedOf(names.map((name) => ({ url: `${publisher.origin}/${name}`, title: name }))));
    let edition = 0;
    const publish = (): void => {
      edition += 1;
      for (const name of names)
        publisher.set(`/${name}`, noticePage(`Tender ${name}`, `The buyer seeks radio equipment as in lot ${name}, edition ${edition}.`));
    };
    publish();
    changes = setInterval(publish, 200);
    await home.run(['source', 'add', `${publisher.origin}/feed`, '--allow-private', '--every', '1s', '--follow', '1s']);
  });
  afterAll(async () => {
    clearInterval(changes);
    await publisher.close();
  });

  it('is backed up, read, added to and verified while a watcher writes', async () => {
    const watcher = home.start(['watch', '--json'], { withinMs: 60_000 });
    const changed = () => visitsIn(watcher.stdout()).filter((one) => one.state === 'changed').length;
    await until('the watcher sees changes', () => changed() > 5);
    const copies = testFolder();
    publisher.set('/extra', noticePage('Extra tender', 'The buyer seeks thermal cameras in large quantities, see the annex.'));
    const [, verified] = await Promise.all([
      home.run(['backup', join(copies, 'one')]),
      home.json(['log', 'verify']),
      home.run(['capture', `${publisher.origin}/extra`, '--allow-private']),
      home.run(['notices']),
    ]);
    expect(verified.map((line) => verifiedShape.parse(line))).toMatchObject([{ ok: true }]);
    const before = changed();
    await until('the watcher goes on', () => changed() > before);
    // A second backup into the same folder brings what is new.
    await home.run(['backup', join(copies, 'one')]);
    watcher.kill('SIGTERM');
    expect(await watcher.ended).toMatchObject({ code: 0 });

    const copy = { env: { DUALWATCH_HOME: join(copies, 'one') } };
    const [verdict] = (await home.json(['log', 'verify'], 0, copy)).map((line) => verifiedShape.parse(line));
    expect(verdict?.captures).toBeGreaterThan(17);
    expect(verdict?.signed).toBe(verdict?.entries);
    const notices = (await home.json(['notices'], 0, copy)).map((line) => noticeShape.parse(line));
    expect(notices).toHaveLength(13);
    await home.run(['log', 'verify']);
    // The copy is a home of its own: it may be watched from.
    await home.run(['watch', '--once', '--now'], 0, copy);
    await home.run(['log', 'verify'], 0, copy);
    expect(statSync(join(copies, 'one')).mode & 0o077).toBe(0);
  }, 90_000);

  it('is not backed up into itself or over other files', async () => {
    const folder = testFolder();
    mkdirSync(join(folder, 'full'));
    writeFileSync(join(folder, 'full', 'letter.txt'), 'mine');
    await home.run(['backup', join(folder, 'full')], 2);
    await home.run(['backup', home.path], 2);
    await home.run(['backup', join(home.path, 'sub')], 2);
    await home.run(['backup', join(folder, 'full', 'letter.txt')], 2);
    expect(existsSync(join(home.path, 'sub'))).toBe(false);
    expect(readdirSync(join(folder, 'full'))).toEqual(['letter.txt']);
    expect(existsSync(join(home.path, 'dualwatch.db'))).toBe(true);
  });
});

describe('a folder for backups', () => {
  it('is never one that holds another home, and mends what an earlier backup left torn', async () => {
    const publisher = await openPublisher();
    try {
      const [home, other] = [openHome(), openHome()];
      for (const path of ['/one', '/two'])
        publisher.set(path, noticePage(`Tender ${path}`, `The buyer seeks radio equipment as in annex ${path}.`));
      await home.run(['capture', `${publisher.origin}/one`, '--allow-private']);
      await other.run(['capture', `${publisher.origin}/two`, '--allow-private']);
      await home.run(['backup', other.path], 2);
      expect((await other.json(['notices'])).map((line) => noticeShape.parse(line).url)).toEqual([`${publisher.origin}/two`]);

      const folder = join(testFolder(), 'copy');
      const copy = { env: { DUALWATCH_HOME: folder } };
      await home.run(['backup', folder]);
      const { stderr } = await other.run(['backup', folder], 2);
      expect(stderr).toContain('another home');
      const torn = join(
        folder,
        'captures',
        readdirSync(join(folder, 'captures'), { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith('.gz')) ?? '',
      );
      truncateSync(torn, 5);
      await home.run(['log', 'verify'], 5, copy);
      await home.run(['backup', folder]);
      await home.run(['log', 'verify'], 0, copy);
      expect(readdirSync(folder).filter((name) => name.includes('.new'))).toEqual([]);

      // Once it is watched from, it is no copy any more.
      await home.run(['capture', `${publisher.origin}/two`, '--allow-private'], 0, copy);
      await home.run(['capture', `${publisher.origin}/two`, '--allow-private']);
      await home.run(['backup', folder], 2);
      await home.run(['log', 'verify'], 0, copy);
    } finally {
      await publisher.close();
    }
  }, 60_000);
});

describe('a watcher that was killed', () => {
  it('lost nothing that it had acknowledged', async () => {
    const publisher = await openPublisher();
    try {
      const home = openHome({ DUALWATCH_FETCH_PACE: '5ms' });
      const names = Array.from({ length: 20 }, (_, n) => `t${n}`);
      publisher.set('/feed', feedOf(names.map((name) => ({ url: `${publisher.origin}/${name}`, title: name }))));
      for (const name of names)
        publisher.set(
          `/${name}`,
          noticePage(`Tender ${name}`, `The buyer seeks radio equipment as in lot ${name}, until the end of the month.`),
        );
      await home.run(['source', 'add', `${publisher.origin}/feed`, '--allow-private', '--every', '1s', '--follow', '1s']);
      const watcher = home.start(['watch', '--json']);
      await until('it has begun', () => visitsIn(watcher.stdout()).length >= 6);
      watcher.kill('SIGKILL');
      const told = visitsIn((await watcher.ended).stdout).filter((one) => one.kind === 'visit');
      await home.run(['log', 'verify']);
      const known = (await home.json(['notices'])).map((line) => noticeShape.parse(line));
      for (const { url } of told) expect(known.find((one) => one.url === url)).toMatchObject({ state: 'present', versions: 1 });
      await home.run(['watch', '--once']);
      const all = (await home.json(['notices'])).map((line) => noticeShape.parse(line));
      expect(all.map((one) => `${one.url} ${one.state}`).toSorted()).toEqual(
        names.map((name) => `${publisher.origin}/${name} present`).toSorted(),
      );
      await home.run(['log', 'verify']);
    } finally {
      await publisher.close();
    }
  }, 60_000);
});
