import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHome, testFolder, until, type TestHome } from './command.ts';
import { feedOf, openPublisher, type Publisher } from './publisher.ts';
import { changedNoticeShape, noticeShape, showShape, type Notice, type Shown } from './shapes.ts';

const PLANT = { id: 'p1', names: ['Zarnitsa Velkompribor LLC', 'ООО «Зарница Велкомприбор»'], country: 'ru' } as const;
const HAN = { id: 'p2', names: ['广州海威通信集团有限公司'], country: 'cn' } as const;
type MadeParty = { readonly id: string; readonly names: readonly string[]; readonly country?: string };

function writeList(path: string, parties: readonly MadeParty[]): void {
  const entity = ({ id, names: [caption = '', ...alias], country }: MadeParty): string =>
    JSON.stringify({
      id,
      schema: 'Company',
      caption,
      properties: { name: [caption], alias, ...(country === undefined ? {} : { country: [country] }) },
    });
  writeFileSync(path, parties.map((party) => `${entity(party)}\n`).join(''));
}

/** A page whose paragraph breaks a line within the name of the plant, in the instrumental case. */
const NAMES_PLANT = {
  kind: 'page',
  body: '<!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><title>Закупка подавителей БПЛА</title></head><body><article><h1>Закупка подавителей БПЛА</h1>\n<p>Закупаются подавители дронов. Договор заключён с обществом «Зарницей<br>\nВелкомприбором», г. Тула.</p><p>Поставка до 1 мая, телефон +7 495 555 01 99.</p></article></body></html>',
} as const;
const NAMES_NOBODY = {
  kind: 'page',
  body: '<!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><title>Школьная мебель</title></head><body><article><h1>Школьная мебель</h1><p>Столы и стулья для школы номер пять.</p></article></body></html>',
} as const;

let publisher: Publisher;
beforeAll(async () => void (publisher = await openPublisher()));
afterAll(() => publisher.close());

function publish(): void {
  publisher.set(
    '/feed',
    feedOf([
      { url: `${publisher.origin}/a`, title: 'Закупка подавителей БПЛА' },
      { url: `${publisher.origin}/b`, title: 'Школьная мебель' },
    ]),
  );
  publisher.set('/a', NAMES_PLANT);
  publisher.set('/b', NAMES_NOBODY);
}

async function watched(home: TestHome): Promise<void> {
  await home.run(['source', 'add', `${publisher.origin}/feed`, '--every', '1s', '--follow', '1h', '--allow-private']);
  await home.run(['watch', '--once']);
}

const noticesOf = async (home: TestHome): Promise<readonly Notice[]> => (await home.json(['notices'])).map((one) => noticeShape.parse(one));
const show = async (home: TestHome, path: string): Promise<Shown> =>
  showShape.parse((await home.json(['show', `${publisher.origin}${path}`]))[0]);
/** What a notice's reasons add up to, which its priority is unless the cap cuts it. */
function pointsOf(notice: Pick<Notice, 'reasons' | 'priority'> | undefined): number {
  const points = (notice?.reasons ?? []).reduce((sum, why) => sum + Number.parseInt(why, 10), 0);
  expect(notice?.priority).toBe(Math.min(100, points));
  return points;
}
const isListed = (notice: Pick<Notice, 'reasons'>): boolean => notice.reasons.some((why) => why.includes('listed party'));

describe('notices that name listed parties', () => {
  const list = join(testFolder(), 'made.ftm.json');
  let home: TestHome;
  beforeAll(async () => {
    publish();
    home = openHome();
    writeList(list, [PLANT, HAN]);
    await home.run(['lists', 'add', list, '--name', 'made']);
    await watched(home);
  });

  it('are found by inflected forms and over line breaks, raise their priority and say why', async () => {
    const [first, second] = await noticesOf(home);
    expect(first?.listed).toMatchObject([{ id: 'made:p1', list: 'made', listing: 'made:p1', caption: PLANT.names[0] }]);
    expect(first?.reasons.find((why) => why.includes('listed party'))).toMatch(
      /^\+25 listed party Zarnitsa Velkompribor LLC \(made, 0\.\d\d\)$/,
    );
    expect(second?.listed).toEqual([]);
    const { matches, reading } = await show(home, '/a');
    expect(matches).toHaveLength(1);
    const [match] = matches;
    expect(match?.text).toMatch(/Зарницей\s+Велкомприбором/);
    expect(reading?.text.slice(match?.start, match?.end)).toBe(match?.text);
    expect(match?.explanation.text).not.toBe('');
    const text = await home.run(['show', `${publisher.origin}/a`]);
    expect(text.stdout).toMatch(/Listed parties\n .*«Зарницей Велкомприбором/);
    expect(text.stdout).toContain(match?.key);
    expect(text.stdout).not.toContain('555 01 99');
    expect((await home.run(['notices'])).stdout).toContain('listed');
  });

  it('count them no more once they are cleared, half while somebody is unsure, and again when the listing changes', async () => {
    const full = pointsOf((await noticesOf(home))[0]);
    const [match] = (await show(home, '/a')).matches;
    await home.run(['decide', match?.key ?? '', 'unsure', '--why', 'a common word', '--by', 'tester']);
    const [unsure] = await noticesOf(home);
    expect(unsure).toMatchObject({ listed: [{ verdict: 'unsure' }] });
    expect(pointsOf(unsure)).toBe(full - 12);
    await home.run(['decide', match?.key ?? '', 'cleared', '--why', 'another plant', '--by', 'tester']);
    const cleared = (await noticesOf(home)).find(({ url }) => url.endsWith('/a'));
    expect(cleared).toMatchObject({ listed: [] });
    expect(pointsOf(cleared)).toBe(full - 25);
    expect((await show(home, '/a')).matches).toMatchObject([
      { key: match?.key, decision: { verdict: 'cleared', holds: true, by: 'tester' } },
    ]);

    writeList(list, [{ ...PLANT, names: [...PLANT.names, 'Velkompribor Holding'] }, HAN]);
    const updated = await home.run(['lists', 'update', 'made']);
    expect(updated.stderr).toMatch(/was cleared holds no more, the listing changed.*\n2 notices screened, 1 of them changed/);
    const lapsed = await show(home, '/a');
    expect(lapsed).toMatchObject({ listed: [{ id: 'made:p1' }] });
    expect(pointsOf(lapsed)).toBe(full);
    expect(lapsed.listed[0]).not.toHaveProperty('verdict');
    expect(lapsed.matches).toMatchObject([
      {
        key: match?.key,
        decision: { verdict: 'cleared', holds: false, lapsed: expect.stringContaining('the listing changed') as unknown },
      },
    ]);
    expect((await home.run(['show', `${publisher.origin}/a`])).stdout).toContain('this holds no more: the listing changed');
    await home.run(['decide', match?.key ?? '', 'cleared', '--why', 'still another plant', '--by', 'tester']);
    // What was cleared can be decided anew, though the notice lists nobody.
    await home.run(['decide', match?.key ?? '', 'hit', '--why', 'it was the plant', '--by', 'tester']);
    const [hit] = await noticesOf(home);
    expect(hit).toMatchObject({ listed: [{ verdict: 'hit' }] });
    expect(pointsOf(hit)).toBe(full);
  });

  it('are screened again with rescreen, which says what changed and then nothing more', async () => {
    expect(await home.json(['rescreen', '--changed'])).toEqual([]);
    // As if the run that screened them had been killed.
    const db = new Database(join(home.path, 'dualwatch.db'));
    db.exec(`UPDATE notice_matches SET recipe = '', matches = '[]'`);
    db.close();
    const changed = (await home.json(['rescreen', '--changed'])).map((one) => changedNoticeShape.parse(one));
    expect(changed).toMatchObject([{ title: 'Закупка подавителей БПЛА', added: [{ id: 'made:p1' }], removed: [], lapsed: [] }]);
    expect(await home.json(['rescreen', '--changed'])).toEqual([]);
    const all = await home.run(['rescreen', '--all', '--json']);
    expect([all.stdout, all.stderr]).toEqual(['', expect.stringContaining('2 of 2 notices')]);
  });

  it('name nobody when the party goes from its list, or the list goes; the log holds', async () => {
    const full = pointsOf((await noticesOf(home))[0]);
    writeList(list, [HAN]);
    // Whoever reads the JSON is told, and "rescreen" tells it too: a run each night of both loses nothing.
    const [version, news, ...more] = await home.json(['lists', 'update', 'made', '--accept', '--json']);
    expect([version, more]).toMatchObject([{ list: 'made', state: 'current' }, []]);
    expect(changedNoticeShape.parse(news)).toMatchObject({ removed: [{ id: 'made:p1' }] });
    expect(await home.json(['rescreen', '--changed'])).toMatchObject([{ added: [], removed: [{ id: 'made:p1' }] }]);
    expect(await home.json(['rescreen', '--changed'])).toEqual([]);
    const gone = await show(home, '/a');
    expect(gone).toMatchObject({ listed: [], matches: [] });
    expect(pointsOf(gone)).toBe(full - 25);
    expect(isListed(gone)).toBe(false);
    writeList(list, [PLANT, HAN]);
    await home.run(['lists', 'update', 'made']);
    expect((await show(home, '/a')).listed).toHaveLength(1);
    await home.run(['lists', 'remove', 'made']);
    const after = await show(home, '/a');
    expect(after).toMatchObject({ listed: [], matches: [] });
    expect(pointsOf(after)).toBe(full - 25);
    await home.run(['log', 'verify']);
  });
});

describe('a list that comes after the notices', () => {
  it('finds them; one captured by hand is screened at once; the publisher counts more', async () => {
    publish();
    const home = openHome();
    const list = join(testFolder(), 'made.ftm.json');
    await watched(home);
    expect(await show(home, '/a')).toMatchObject({ listed: [], matches: [] });
    writeList(list, [PLANT, HAN]);
    expect((await home.run(['lists', 'add', list, '--name', 'made'])).stderr).toContain('notices');
    expect((await show(home, '/a')).listed).toMatchObject([{ id: 'made:p1' }]);
    publisher.set('/c', {
      kind: 'page',
      body: '<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>公告</title></head><body><article><h1>公告</h1><p>采购单位：广州海威通信集团有限公司</p><p>现公开采购办公用品一批。</p></article></body></html>',
    });
    const captured = await home.run(['capture', `${publisher.origin}/c`, '--allow-private']);
    expect(captured.stdout).toContain('publishes it');
    const shown = await show(home, '/c');
    expect(shown.listed).toMatchObject([{ id: 'made:p2', publisher: true }]);
    expect(shown.matches).toMatchObject([{ field: 'publisher', text: HAN.names[0] }]);
    expect(shown.reading?.text.slice(shown.matches[0]?.start, shown.matches[0]?.end)).toBe(HAN.names[0]);
    expect(shown.reasons).toContain(`+40 listed party publishes it: ${HAN.names[0]} (made, ${shown.listed[0]?.score.toFixed(2)})`);
    await home.run(['log', 'verify']);
  });
});

describe('a watcher', () => {
  it('screens what it captures in the background, and all again when another process adds or updates a list', async () => {
    publish();
    publisher.set('/b', NAMES_NOBODY);
    const home = openHome();
    const list = join(testFolder(), 'made.ftm.json');
    writeList(list, [HAN]);
    await home.run(['source', 'add', `${publisher.origin}/feed`, '--every', '1s', '--follow', '1s', '--allow-private']);
    const watcher = home.start(['watch'], { withinMs: 60_000 });
    const listedAt = (path: string, ids: readonly string[]) =>
      until(`${path} lists ${ids.join()}`, async () => {
        const notice = (await noticesOf(home)).find(({ url }) => url.endsWith(path));
        return (
          notice !== undefined && notice.lastSeenPresentAt !== null && notice.listed.map(({ id }) => id).join() === ids.join() && notice
        );
      });
    try {
      await listedAt('/a', []);
      await home.run(['lists', 'add', list, '--name', 'made']);
      writeList(list, [PLANT, HAN]);
      await home.run(['lists', 'update']);
      await listedAt('/a', ['made:p1']);
      // Words change while it watches.
      publisher.set('/b', { ...NAMES_PLANT, body: NAMES_PLANT.body.replaceAll('Закупка подавителей БПЛА', 'Школьная мебель') });
      expect(isListed(await listedAt('/b', ['made:p1']))).toBe(true);
      publisher.set('/b', NAMES_NOBODY);
      expect(isListed(await listedAt('/b', []))).toBe(false);
      writeList(list, [HAN]);
      await home.run(['lists', 'update', '--accept', 'made']);
      expect(isListed(await listedAt('/a', []))).toBe(false);
    } finally {
      watcher.kill('SIGTERM');
    }
    const { code, stderr } = await watcher.ended;
    expect([code, stderr]).toEqual([0, expect.stringContaining('names Zarnitsa Velkompribor LLC')]);
    await home.run(['log', 'verify']);
  }, 60_000);
});
