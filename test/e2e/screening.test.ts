import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sha256 } from '../../src/model/digest.ts';
import { openHome, parseLines, testFolder, until, type TestHome } from './command.ts';
import { openPublisher, type Publisher } from './publisher.ts';

interface MadeParty {
  readonly id: string;
  readonly schema?: string;
  readonly names: readonly string[];
  readonly country?: string;
  readonly birthDate?: string;
  readonly inn?: string;
}

/** A list of FollowTheMoney entities, one a line. */
function ftm(parties: readonly MadeParty[]): string {
  return parties
    .map(({ id, schema = 'Company', names, country, birthDate, inn }) =>
      JSON.stringify({
        id,
        schema,
        caption: names[0],
        properties: {
          name: names.slice(0, 1),
          ...(names.length > 1 ? { alias: names.slice(1) } : {}),
          ...(country === undefined ? {} : { country: [country] }),
          ...(birthDate === undefined ? {} : { birthDate: [birthDate] }),
          ...(inn === undefined ? {} : { innCode: [inn] }),
        },
      }),
    )
    .join('\n')
    .concat('\n');
}

const SYLLABLES = ['bor', 'vel', 'zan', 'kur', 'mid', 'tol', 'gri', 'pash', 'dre', 'lux', 'fon', 'sev'];
const word = (n: number): string => [n % 12, Math.floor(n / 12) % 12, Math.floor(n / 144) % 12].map((at) => SYLLABLES[at] ?? '').join('');
const PARTIES: readonly MadeParty[] = [
  { id: 'p1', names: ['Zarnitsa Velkompribor LLC', 'ООО «Зарница Велкомприбор»'], country: 'ru', inn: '7707083893' },
  { id: 'p2', names: ['Guangzhou Haitong Weiyuan Communications Group'], country: 'cn' },
  { id: 'p3', schema: 'Person', names: ['Velimir Drozdetsky'], country: 'ru', birthDate: '1961-05-03' },
  ...Array.from({ length: 60 }, (_, n) => ({ id: `q${n}`, names: [`${word(n * 7 + 3)} ${word(n * 13 + 50)} Trading Ltd`] })),
];

const match = z.object({
  key: z.string(),
  id: z.string(),
  caption: z.string(),
  matchedName: z.string(),
  score: z.number().min(0).max(1),
  list: z.string(),
  listing: z.string(),
  explanation: z.object({ text: z.string(), alignment: z.array(z.unknown()), for: z.array(z.string()), against: z.array(z.string()) }),
  decision: z.object({ verdict: z.string(), holds: z.boolean(), lapsed: z.string().optional() }).optional(),
});
const result = z.object({
  row: z.int(),
  key: z.string().optional(),
  query: z.object({ name: z.string() }).loose().optional(),
  unreadable: z.string().optional(),
  matches: z.array(match),
});
const list = z.object({
  list: z.string(),
  outcome: z.string(),
  version: z.int(),
  counts: z.object({ listings: z.int(), bad: z.int(), added: z.int(), changed: z.int(), removed: z.int() }),
  badRows: z.array(z.object({ line: z.int(), why: z.string() })),
});
const results = (lines: readonly unknown[]): z.output<typeof result>[] => lines.map((line) => result.parse(line));

describe('lists', () => {
  let publisher: Publisher;
  let home: TestHome;
  beforeAll(async () => {
    [publisher, home] = [await openPublisher(), openHome()];
  });
  afterAll(() => publisher.close());
  const publish = (parties: readonly MadeParty[], broken = ''): void =>
    publisher.set('/entities.ftm.json', { kind: 'page', type: 'application/json', body: ftm(parties) + broken });
  const address = (): string => `${publisher.origin}/entities.ftm.json`;

  it('are never fetched from a private network unless that is allowed, and one that fails is not added', async () => {
    publish(PARTIES);
    const refused = await home.run(['lists', 'add', address()], 7);
    expect(refused.stderr).toContain('127.0.0.1');
    expect(publisher.visits('/entities.ftm.json')).toBe(0);
    publisher.set('/broken.csv', { kind: 'page', body: 'no list at all' });
    await home.run(['lists', 'add', `${publisher.origin}/broken.csv`, '--allow-private'], 3);
    await home.run(['lists', 'add', 'ofac-snd'], 2);
    // Not even a home.
    await home.run(['lists', 'status'], 4);
    expect(existsSync(home.path)).toBe(false);
  });

  it('are kept in versions; a broken row is named with its line and the rest loads', async () => {
    publish(PARTIES, '{"id":"broken","schema":"Company",\n');
    const [added] = (await home.json(['lists', 'add', address(), '--allow-private', '--name', 'made', '--every', '12h'])).map((one) =>
      list.parse(one),
    );
    expect(added).toMatchObject({ list: 'made', outcome: 'updated', version: 1, counts: { listings: PARTIES.length, bad: 1 } });
    expect(added?.badRows).toMatchObject([{ line: PARTIES.length + 1 }]);
    expect((await home.run(['lists', 'update'])).stdout).toContain('nothing new');

    publish([
      { id: 'p1', names: ['Zarnitsa Velkompribor LLC', 'Velkompribor Holding'], country: 'ru' },
      ...PARTIES.slice(1, -1),
      { id: 'new', names: ['Brandnew Optronix GmbH'] },
    ]);
    const [updated] = (await home.json(['lists', 'update', 'made'])).map((one) => list.parse(one));
    expect(updated).toMatchObject({ version: 2, counts: { added: 1, changed: 1, removed: 1, bad: 0 } });
    const changes = (await home.json(['lists', 'diff', 'made'])) as { readonly id: string; readonly change: string }[];
    expect(new Map(changes.map(({ id, change }) => [id, change]))).toEqual(
      new Map([
        ['made:new', 'added'],
        ['made:p1', 'changed'],
        ['made:q59', 'removed'],
      ]),
    );
    expect((await home.run(['lists', 'diff', 'made'])).stdout).toContain('Velkompribor Holding');
    const folder = join(home.path, 'lists', 'made');
    expect(readdirSync(folder)).toHaveLength(2);
    await home.run(['log', 'verify']);
  });

  it('that shrink by more than a tenth are held back until somebody accepts them', async () => {
    publish(PARTIES.slice(0, 40));
    const held = await home.run(['lists', 'update', 'made']);
    expect(held.stderr).toContain('lists update made --accept');
    expect(held.stderr).toMatch(/has 40 listings where the version before has \d\d;/);
    expect(await home.json(['lists', 'status'])).toMatchObject([
      { name: 'made', current: { version: 2 }, held: { version: 3, counts: { listings: 40 } } },
    ]);
    expect((await home.run(['lists', 'status'])).stderr).toContain('"dualwatch lists diff made --to 3" shows what it would change');
    const changes = (await home.json(['lists', 'diff', 'made', '--to', '3'])) as { readonly change: string }[];
    expect(held.stdout).toContain(`−${changes.filter(({ change }) => change === 'removed').length} against version 2`);
    expect(results(await home.json(['screen', '--name', 'Brandnew Optronix GmbH']))[0]?.matches).toHaveLength(1);
    const [accepted] = (await home.json(['lists', 'update', 'made', '--accept'])).map((one) => list.parse(one));
    expect(accepted).toMatchObject({ outcome: 'accepted', version: 3 });
    expect(results(await home.json(['screen', '--name', 'Brandnew Optronix GmbH']))[0]?.matches).toHaveLength(0);
    publisher.set('/entities.ftm.json', { kind: 'page', status: 503, body: 'later' });
    expect((await home.run(['lists', 'update'], 8)).stderr).toContain('status 503');
    expect(await home.json(['lists', 'status'])).toMatchObject([
      { current: { version: 3 }, lastError: expect.stringContaining('503') as unknown },
    ]);
  });

  it('that are due are updated by the watcher', async () => {
    publish(PARTIES.slice(0, 41));
    await home.run(['lists', 'update', 'made', '--accept']);
    await home.run(['lists', 'remove', 'made']);
    await home.run(['lists', 'add', address(), '--allow-private', '--name', 'made', '--every', '1m']);
    publish([...PARTIES.slice(0, 41), { id: 'late', names: ['Latecomer Optronix GmbH'] }]);
    const db = new Database(join(home.path, 'dualwatch.db'));
    db.prepare("UPDATE lists SET next_check_at = '2020-01-01T00:00:00.000Z'").run();
    db.close();
    const watched = await home.run(['watch', '--once']);
    expect(watched.stderr).toContain('+1 ~0 −0');
    expect(results(await home.json(['screen', '--name', 'Latecomer Optronix']))[0]?.matches).toHaveLength(1);
    await home.run(['log', 'verify']);
  });

  it('go and come back with their versions', async () => {
    publish(PARTIES);
    await home.run(['lists', 'remove', 'made']);
    expect((await home.run(['screen', '--name', 'x'], 2)).stderr).toContain('no list to screen against');
    await home.run(['lists', 'update', 'made'], 4);
    const [again] = (await home.json(['lists', 'add', address(), '--allow-private', '--name', 'made'])).map((one) => list.parse(one));
    expect(again?.version).toBeGreaterThan(4);
  });
});

describe('screening', () => {
  const folder = testFolder();
  const path = join(folder, 'made.ftm.json');
  let home: TestHome;
  beforeAll(async () => {
    home = openHome();
    writeFileSync(path, ftm(PARTIES));
    await home.run(['lists', 'add', path, '--name', 'made']);
  });

  it('finds a listed name, can be followed to list, version and line, and leaves a receipt also where nothing is found', async () => {
    const [found] = results(await home.json(['screen', '--name', 'Зарница Велкомприбор', '--schema', 'Company']));
    expect(found?.matches[0]).toMatchObject({ id: 'made:p1', list: 'made', listing: 'made:p1' });
    expect(found?.matches[0]?.score).toBeGreaterThanOrEqual(0.7);
    const [party] = await home.json(['party', 'show', found?.matches[0]?.id ?? '']);
    expect(party).toMatchObject({ id: 'made:p1', listings: [{ list: 'made', line: 1, sinceVersion: 1 }] });
    const text = await home.run(['screen', '--name', 'Nobody Whatsoever Unlisted', '--explain']);
    expect(text.stdout).toContain('no match');
    const receipts = await home.json(['receipts', 'list']);
    expect(receipts[0]).toMatchObject({ file: null, counts: { rows: 1, hits: 0 }, lists: [{ list: 'made', version: 1 }] });
    expect(text.stderr).toContain((receipts[0] as { readonly id: string }).id);
    await home.run(['receipts', 'show', (receipts[0] as { readonly id: string }).id]);
    const cut = await home.run(['screen', '--name', 'Velimir Drozdetsky', '--limit', '1']);
    expect(cut.stdout).toContain('1 match at 0.7 or above in 1 list, as many as --limit lets through');
  });

  const CUSTOMERS = [
    'customer_no;Наименование;country;inn',
    'K1;ООО «Зарница Велкомприбор»;RU;7707083893',
    'K2;Ромашка и друзья;RU;',
    'K3;Zarnitsa Velkompribor;RU;;too many',
    'K4;;RU;',
    'K5;=Guangzhou Haitong Weiyuan Communications Group;CN;',
    'K6;"Drozdetsky, Velimir";RU;',
  ];

  it('reads a file, names the rows that it cannot read, and gives every row in order', async () => {
    const file = join(folder, 'customers.csv');
    writeFileSync(file, `${CUSTOMERS.join('\r\n')}\r\n`);
    const ended = await home.run(['screen', file, '--country', 'country', '--id', 'inn', '--key', 'customer_no', '--json'], 3);
    const rows = results(parseLines(ended.stdout));
    expect(rows.map(({ row, key, unreadable, matches }) => [row, key, unreadable !== undefined, matches[0]?.id])).toEqual([
      [1, 'K1', false, 'made:p1'],
      [2, 'K2', false, undefined],
      [3, 'K3', true, undefined],
      [4, 'K4', true, undefined],
      [5, 'K5', false, 'made:p2'],
      [6, 'K6', false, 'made:p3'],
    ]);
    expect(ended.stderr).toContain('line 4 (row 3, key K3) was not screened');
    const [receipt] = await home.json(['receipts', 'list']);
    expect(receipt).toMatchObject({
      file: { name: 'customers.csv', bytes: statSync(file).size },
      counts: { rows: 6, unreadable: 2, hits: 3 },
      unreadable: [{ line: 4 }, { line: 5 }],
    });
    expect((await home.run(['screen', file, '--column', 'наименованье'], 2)).stderr).toContain('Did you mean "Наименование"');
    expect(await home.json(['sets', 'list'])).toEqual([]);
  });

  it('writes a table in which no cell is a formula', async () => {
    const out = join(folder, 'hits.csv');
    const { stderr } = await home.run(['screen', join(folder, 'customers.csv'), '--key', 'customer_no', '--out', out], 3);
    expect(stderr).toContain('not read: "country", "inn"');
    const text = readFileSync(out, 'utf8');
    expect(text.split('\n')[0]).toBe('row,key,name,rank,match,score,caption,matched_name,list,listing,party,explanation,decision');
    expect(text).toContain("5,K5,'=Guangzhou");
    expect(text).not.toMatch(/(^|,)"?[=+@-]/m);
  });

  it('reads stdin, and screens with several threads as with one', async () => {
    const lines = Array.from({ length: 3000 }, (_, n) => (n % 50 === 7 ? 'Velimir Drozdetsky' : `${word(n)} ${word(n * 5 + 1)} Works`));
    const run = (threads: string): Promise<{ readonly stdout: string }> =>
      home.run(['screen', '-', '--json', '--threads', threads], 0, { stdin: `name\n${lines.join('\n')}\n` });
    const [one, two] = [await run('1'), await run('2')];
    expect((await home.run(['screen', '-', '--threads', '999'], 2, { stdin: 'name\nBeta\n' })).stderr).toContain('at most 64');
    expect(results(parseLines(one.stdout))).toHaveLength(3000);
    expect(two.stdout).toBe(one.stdout);
  }, 30_000);

  it('goes on after kill -9 and writes each row once', async () => {
    const file = join(folder, 'many.csv');
    const rows = Array.from(
      { length: 50_000 },
      (_, n) => `${n},${n % 500 === 3 ? 'Zarnitsa Velkompribor LLC' : `${word(n)} ${word(n * 3 + 1)} ${word(n * 11)}`}`,
    );
    writeFileSync(file, `no,name\n${rows.join('\n')}\n`);
    const [whole, out] = [join(folder, 'whole.jsonl'), join(folder, 'killed.jsonl')];
    const args = (to: string): string[] => ['screen', file, '--key', 'no', '--json', '--out', to];
    await home.run(args(whole), 0, { withinMs: 90_000 });
    let resumed = 0;
    for (let round = 0; round < 3; round += 1) {
      const before = existsSync(`${out}.progress.json`) ? readFileSync(`${out}.progress.json`, 'utf8') : '';
      const running = home.start(args(out), { withinMs: 60_000 });
      await until(
        'it has kept some more rows',
        () => existsSync(out) || (existsSync(`${out}.progress.json`) && readFileSync(`${out}.progress.json`, 'utf8') !== before),
        60_000,
      );
      running.kill('SIGKILL');
      const { stderr } = await running.ended;
      if (stderr.includes('going on after')) resumed += 1;
    }
    if (!existsSync(out)) {
      // Other options are another run.
      expect((await home.run([...args(out), '--threshold', '0.9'], 2)).stderr).toContain('--restart');
      const last = await home.run(args(out), 0, { withinMs: 90_000 });
      if (last.stderr.includes('going on after')) resumed += 1;
    }
    expect(resumed).toBeGreaterThan(0);
    expect(readFileSync(out).equals(readFileSync(whole))).toBe(true);
    expect(existsSync(`${out}.partial`)).toBe(false);
  }, 240_000);

  it('compares two names, and pairs of them in order', async () => {
    const [pair] = await home.json(['compare', 'ООО Зарница Велкомприбор', 'Zarnitsa Velkompribor LLC', '--schema', 'Company']);
    expect(pair).toMatchObject({ match: true, explanation: { alignment: expect.any(Array) as unknown } });
    const pairs = join(folder, 'pairs.csv');
    writeFileSync(
      pairs,
      'name1,name2,schema,country\nООО Зарница Велкомприбор,Zarnitsa Velkompribor LLC,Company,RU\nAlpha Beta Gamma GmbH,Quux Trading Ltd,Company,\nonly one\nVelimir Drozdetsky,Велимир Дроздецкий,Person,\n',
    );
    await home.run(['compare', 'Beta', ' '], 2);
    await home.run(['screen', '--name', 'Beta', '--birth-date', '1961-13-01'], 2);
    // What a file of customers refuses is no name by hand either, and no option is passed over.
    for (const name of ['Be\u0007ta', '…', 'a'.repeat(12_000)])
      expect((await home.run(['screen', '--name', name], 2)).stderr).toContain('cannot be screened');
    for (const given of [['--country', 'ZZ'], ['--threads', '0'], ['--restart']])
      expect((await home.run(['screen', '--name', 'Beta', ...given], 2)).stderr).toContain(
        given[1] === 'ZZ' ? 'no country' : 'not for --name',
      );
    expect((await home.run(['screen', '-', '--country', 'ZZ'], 2, { stdin: 'name,no\nBeta,1\n' })).stderr).toContain('nor a country');
    expect((await home.run(['screen', '-', '--explain'], 2, { stdin: 'name\nBeta\n' })).stderr).toContain('is for --name');
    const ended = await home.run(['compare', '--pairs', pairs, '--json'], 3);
    const rows = parseLines(ended.stdout) as { readonly row: number; readonly match?: boolean; readonly unreadable?: string }[];
    expect(rows.map(({ row, match: same, unreadable }) => [row, same ?? unreadable])).toEqual([
      [1, true],
      [2, false],
      [3, 'the row has 1 cells in place of 4'],
      [4, true],
    ]);
  });
});

describe('a receipt', () => {
  const folder = testFolder();
  let home: TestHome;
  beforeAll(async () => {
    home = openHome();
    const path = join(folder, 'made.ftm.json');
    writeFileSync(path, ftm(PARTIES));
    await home.run(['lists', 'add', path, '--name', 'made']);
  });
  const newest = async () =>
    (await home.json(['receipts', 'list', '--limit', '1']))[0] as { readonly id: string; readonly results?: string };

  it('shows that one name was screened to whoever knows the name, and to nobody else', async () => {
    await home.run(['screen', '--name', 'Qwertz Uiopasdf', '--country', 'fr']);
    const { id } = await newest();
    expect((await home.run(['receipts', 'show', id])).stdout).not.toContain('Qwertz');
    expect((await home.run(['receipts', 'show', id, '--name', ' Qwertz Uiopasdf', '--country', 'FR'])).stdout).toContain('Qwertz Uiopasdf');
    await home.run(['receipts', 'show', id, '--name', 'Qwertz Uiopasdf'], 4);
    expect(readFileSync(join(home.path, 'dualwatch.db')).includes('Qwertz')).toBe(false);
  });

  it('of a file says which columns were read and what was written', async () => {
    const [customers, out] = [join(folder, 'customers.csv'), join(folder, 'out.csv')];
    writeFileSync(customers, 'no;wer\n1;Velimir Drozdetsky\n2;Beta LLC\n');
    await home.run(['screen', customers, '--column', 'wer', '--country', 'RU', '--out', out]);
    const receipt = await newest();
    expect(receipt).toMatchObject({ columns: { name: 'wer', country: '= RU' }, results: sha256(readFileSync(out)) });
    const { stdout } = await home.run(['screen', customers, '--column', 'wer', '--json']);
    expect((await newest()).results).toBe(sha256(Buffer.from(stdout)));
    await home.run(['log', 'verify']);
  });
});

describe('decisions and kept sets', () => {
  const folder = testFolder();
  const path = join(folder, 'made.ftm.json');
  const customers = join(folder, 'customers.csv');
  let home: TestHome;
  beforeAll(async () => {
    home = openHome();
    writeFileSync(path, ftm(PARTIES));
    writeFileSync(
      customers,
      `no,name\n${['Velimir Drozdetsky', 'Zarnitsa Velkompribor', 'Brandnew Optronix', ...Array.from({ length: 200 }, (_, n) => `${word(n * 3)} ${word(n * 17 + 5)}`)].map((name, n) => `c${n},${name}`).join('\n')}\n`,
    );
    await home.run(['lists', 'add', path, '--name', 'made']);
    await home.run(['screen', customers, '--key', 'no', '--keep', 'ours', '--json']);
  });

  it('clears a match until either side changes, and says so then', async () => {
    const ask = async (...more: string[]) =>
      results(await home.json(['screen', '--name', 'Velimir Drozdetsky', '--threshold', '0.3', ...more]))[0]?.matches[0];
    const first = await ask();
    await home.run(['decide', first?.key ?? '', 'cleared', '--why', 'born elsewhere', '--by', 'tester']);
    expect((await ask())?.decision).toMatchObject({ verdict: 'cleared', holds: true });
    expect((await ask('--birth-date', '1990'))?.decision).toMatchObject({
      holds: false,
      lapsed: expect.stringContaining('asked about changed') as unknown,
    });
    writeFileSync(path, ftm(PARTIES.map((party) => (party.id === 'p3' ? { ...party, birthDate: '1962' } : party))));
    await home.run(['lists', 'update', 'made']);
    expect((await ask())?.decision).toMatchObject({ holds: false, lapsed: expect.stringContaining('the listing changed') as unknown });
    await home.run(['decide', 'm000000000000000000000000', 'hit', '--why', 'x', '--by', 'y'], 4);
    // A slip in the key, or a listing that is not what the person saw: nothing is decided.
    const key = first?.key ?? '';
    await home.run(['decide', key.replace(/^m./, 'mx'), 'hit', '--why', 'x', '--by', 'y'], 2);
    await home.run(['decide', key.slice(0, -4), 'hit', '--why', 'x', '--by', 'y'], 2);
    expect((await home.run(['decide', key, 'hit', '--why', 'x', '--by', 'y'], 2)).stderr).toContain(
      'has changed since this match was found',
    );
    await home.run(['decide', (await ask())?.key ?? '', 'hit', '--why', 'x', '--by', 'y']);
    await home.run(['log', 'verify']);
  });

  it('screens again only what a change can have touched, with the answer of a full run', async () => {
    await home.run(['rescreen', '--changed']);
    // One goes, one comes, and one gets back the date that it had: three customers may be touched.
    writeFileSync(path, ftm([...PARTIES.filter(({ id }) => id !== 'p1'), { id: 'new', names: ['Brandnew Optronix GmbH'] }]));
    await home.run(['lists', 'update', 'made']);
    const ended = await home.run(['rescreen', '--changed', '--json']);
    const changed = parseLines(ended.stdout) as { readonly key: string; readonly added: unknown[]; readonly removed: unknown[] }[];
    expect(changed.map(({ key, added, removed }) => [key, added.length, removed.length])).toEqual([
      ['c1', 0, 1],
      ['c2', 1, 0],
    ]);
    expect(ended.stderr).toContain('3 of 203 customers were screened again');
    const all = await home.run(['rescreen', '--all', '--json']);
    expect(all.stderr).toContain('203 of 203');
    expect(parseLines(all.stdout)).toEqual([]);
  });

  it('forgets a set for good', async () => {
    expect(await home.json(['sets', 'list'])).toMatchObject([{ name: 'ours', rows: 203 }]);
    await home.run(['sets', 'remove', 'ours']);
    expect(await home.json(['sets', 'list'])).toEqual([]);
    const files = readdirSync(home.path).filter((name) => name.startsWith('dualwatch.db'));
    expect(files.some((name) => readFileSync(join(home.path, name)).includes('Brandnew Optronix","'))).toBe(false);
  });

  it('links two listings that a person knows to be one, and parts them again', async () => {
    const second = join(folder, 'second.ftm.json');
    writeFileSync(second, ftm([{ id: 'x1', names: ['Wholly Other Spelling Works'] }]));
    await home.run(['lists', 'add', second, '--name', 'second']);
    await home.run(['party', 'link', 'second:x1', 'made:p2', '--why', 'same registration', '--by', 'tester']);
    expect(await home.json(['party', 'show', 'second:x1'])).toMatchObject([{ listings: [{ id: 'made:p2' }, { id: 'second:x1' }] }]);
    await home.run(['party', 'unlink', 'second:x1', 'made:p2', '--why', 'it was not', '--by', 'tester']);
    expect(await home.json(['party', 'show', 'second:x1'])).toMatchObject([{ id: 'second:x1', listings: [{ id: 'second:x1' }] }]);
    await home.run(['party', 'link', 'second:x1', 'made:nobody', '--why', 'x'], 4);
    await home.run(['party', 'link', 'second:x1', 'made:p2', '--why', ' '], 2);
    // Where a match was found stays to be seen when its listing has gone.
    writeFileSync(second, ftm([{ id: 'x2', names: ['Quite Another Works'] }]));
    await home.run(['lists', 'update', 'second', '--accept']);
    expect((await home.run(['party', 'show', 'second:x1'])).stdout).toMatch(
      /Wholly Other Spelling Works[\s\S]*line 1 of version 1 of second \(lists\/second\/[0-9a-f]{64}\.json\), gone or changed in version 2/,
    );
  });
});
