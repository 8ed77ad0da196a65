import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite/open.ts';
import type { Digest } from '../../src/model/digest.ts';
import { openHome, testFolder, type TestHome } from './command.ts';
import { noticePage, openPublisher, type Publisher } from './publisher.ts';
import { showShape, unsoundShape, verifiedShape, type Shown } from './shapes.ts';

const WHY = 'order of the court of first instance, 4 O 12/26';

describe('forget', () => {
  const folder = testFolder();
  let publisher: Publisher;
  let home: TestHome;
  let url: string;
  let older: Shown['captures'][number];
  let newer: Shown['captures'][number];
  let bytes: Buffer;

  beforeAll(async () => {
    [publisher, home] = [await openPublisher(), openHome()];
    url = `${publisher.origin}/a`;
    for (const word of ['Quuxibaldus', 'Zyxwvutrius']) {
      publisher.set(
        '/a',
        noticePage(`Tender of ${word}`, `The buyer ${word} of the northern depot seeks drone jammers as listed in the annex.`),
      );
      await home.run(['capture', url, '--allow-private']);
    }
    await home.run(['backup', join(folder, 'backup')]);
    const captures = (await shown()).captures;
    [older, newer] = [captures[0] ?? never(), captures[1] ?? never()];
    bytes = readFileSync(join(home.path, newer.warc ?? ''));
    cpSync(home.path, join(folder, 'before'), { recursive: true });
  }, 60_000);
  afterAll(() => publisher.close());

  const shown = async (args: readonly string[] = []): Promise<Shown> =>
    showShape.parse((await home.json([...args, 'show', url, '--reveal']))[0]);
  const file = (path = home.path): string => join(path, newer.warc ?? '');
  const forget = (digest: string, ...more: readonly string[]): string[] => ['forget', digest, '--why', WHY, '--by', 'J. Editor', ...more];

  it('takes the bytes and all that was read from them, down to the pages of the database; log, show and verify say so', async () => {
    expect((await shown()).title).toContain('Zyxwvutrius');
    expect(traces('zyxwvutrius')).not.toEqual([]);
    const { stdout, stderr } = await home.run(forget(newer.sha256));
    expect(stdout).toMatch(/^Forgotten: capture [0-9a-f]{64} of .*; 1 reading is gone, and entry \d+ of the log says so/);
    expect(stderr).toContain('Earlier backups');
    expect(stderr).toContain(`  ${older.sha256}  `);
    expect(existsSync(file())).toBe(false);
    expect(traces('zyxwvutrius')).toEqual([]);
    expect(traces('quuxibaldus')).not.toEqual([]);

    const now = await shown();
    expect(now.title).toContain('Quuxibaldus');
    expect(now.reading?.text).toContain('Quuxibaldus');
    expect(now.captures).toMatchObject([
      { sha256: older.sha256, forgotten: null },
      { sha256: newer.sha256, warc: null, forgotten: { why: WHY } },
    ]);
    expect((await home.run(['show', url])).stdout).toContain(`removed by order on ${now.captures[1]?.forgotten?.at.slice(0, 10)}: ${WHY}`);
    expect((await home.run(['notices', '--query', 'Zyxwvutrius'])).stdout).not.toContain('Tender');
    const [verdict] = (await home.json(['log', 'verify'])).map((line) => verifiedShape.parse(line));
    expect(verdict).toMatchObject({ ok: true, captures: 1, dropped: 0, forgotten: 1 });
    expect((await home.run(['log', 'verify'])).stdout).toContain('1 removed by order');

    const size = verdict?.entries;
    expect((await home.run(forget(newer.sha256))).stdout).toContain('It was forgotten before');
    expect(await home.json(['log', 'verify'])).toMatchObject([{ ok: true, entries: size }]);
  });

  it('a file that comes back is named by log verify, and goes again', async () => {
    mkdirSync(dirname(file()), { recursive: true });
    writeFileSync(file(), bytes);
    const verdict = unsoundShape.parse((await home.json(['log', 'verify'], 5))[0]);
    expect(verdict.why).toContain('removed by order');
    // Without --by it is the user of this machine who gives the order.
    await home.run(['forget', newer.sha256, '--why', WHY]);
    expect(existsSync(file())).toBe(false);
    await home.run(['log', 'verify']);
  });

  it('a backup into an earlier one takes it from there too, and a package names it as removed', async () => {
    const backup = join(folder, 'backup');
    expect(existsSync(file(backup))).toBe(true);
    await home.run(['backup', backup]);
    expect(existsSync(file(backup))).toBe(false);
    expect(await home.json(['--home', backup, 'log', 'verify'])).toMatchObject([{ ok: true, forgotten: 1 }]);

    const out = join(folder, 'out.wacz');
    expect((await home.run(['export', url, '--wacz', out])).stderr).toContain(`${newer.sha256} (removed by order)`);
    expect(readFileSync(out).includes(bytes.subarray(0, 200))).toBe(false);
    expect(await home.json(['verify', out])).toMatchObject([{ ok: true, whole: true }]);
  });

  it('what was killed between log and file is ended by the next command', async () => {
    const path = join(folder, 'before');
    const store = await openSqliteStore(join(path, 'dualwatch.db'));
    await store.forgetting.forget({ sha256: newer.sha256 as Digest, why: WHY, by: 'J. Editor', at: new Date().toISOString() });
    await store.close();
    expect(existsSync(file(path))).toBe(true);
    await home.run(['--home', path, 'notices']);
    expect(existsSync(file(path))).toBe(false);
    expect(await home.json(['--home', path, 'log', 'verify'])).toMatchObject([{ ok: true, forgotten: 1 }]);
  });

  it('the last capture leaves a notice without words, which is visited on', async () => {
    await home.run(forget(older.sha256));
    expect(await shown()).toMatchObject({ title: null, reading: null, goods: [], priority: 0 });
    await home.run(['capture', url, '--allow-private']);
    expect(await home.json(['log', 'verify'])).toMatchObject([{ ok: true, forgotten: 2 }]);
  });

  it('what is no capture, and an order without a reason, are refused', async () => {
    await home.run(forget('0'.repeat(64)), 4);
    await home.run(forget('here'), 2);
    await home.run(['forget', older.sha256, '--why', '  ', '--by', 'x'], 2);
    await home.run(['forget', older.sha256, '--by', 'x'], 2);
    await home.run(['forget', older.sha256, '--why', 'x'.repeat(2000), '--by', 'x'], 2);
  });

  /** Files of the home that hold a word, in either case. */
  function traces(word: string): readonly string[] {
    return readdirSync(home.path, { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.gz'))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => readFileSync(path, 'latin1').toLowerCase().includes(word));
  }
});

function never(): never {
  throw new Error('there are two captures');
}
