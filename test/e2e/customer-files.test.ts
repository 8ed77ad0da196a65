import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { openHome, parseLines, testFolder, until, type TestHome } from './command.ts';

interface Row {
  readonly row: number;
  readonly key?: string;
  readonly unreadable?: string;
  readonly matches: readonly {
    readonly key: string;
    readonly decision?: { readonly verdict: string; readonly holds: boolean; readonly lapsed?: string };
  }[];
}

const party = (id: string, name: string, more: Readonly<Record<string, readonly string[]>> = {}): string =>
  `${JSON.stringify({ id, schema: 'Person', caption: name, properties: { name: [name], ...more } })}\n`;
const LISTED = party('p1', 'Velimir Borisovich Drozdetsky') + party('p2', 'Zoltan Kurmidov');

// Each test runs many commands one after another.
const PATIENT = { timeout: 120_000 } as const;

describe('customers', PATIENT, () => {
  const folder = testFolder();
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  let home: TestHome;
  beforeAll(async () => {
    home = openHome();
    await home.run(['lists', 'add', file('made.ftm.json', LISTED), '--name', 'made']);
  });
  const screen = async (path: string, ...more: string[]): Promise<readonly Row[]> =>
    (await home.json(['screen', path, '--key', 'no', ...more])) as readonly Row[];
  const decided = (rows: readonly Row[]) => rows[0]?.matches[0]?.decision;

  it('of two files with one number are decided about each on its own', async () => {
    const [ours, theirs] = [
      file('ours.csv', 'no,name\n17,Velimir Drozdetsky\n'),
      file('theirs.csv', 'no,name,born\n17,Velimir Borisovich Drozdetsky,\n'),
    ];
    const keyOf = async (path: string): Promise<string> => (await screen(path))[0]?.matches[0]?.key ?? '';
    await home.run(['decide', await keyOf(ours), 'cleared', '--why', 'passport seen', '--by', 'A']);
    expect(decided(await screen(ours))).toMatchObject({ verdict: 'cleared', holds: true });
    expect(decided(await screen(theirs))).toMatchObject({
      holds: false,
      lapsed: expect.stringContaining('it was about "Velimir Drozdetsky"') as unknown,
    });
    await home.run(['decide', await keyOf(theirs), 'hit', '--why', 'it is him', '--by', 'B']);
    expect(decided(await screen(ours))).toMatchObject({ verdict: 'cleared', holds: true });
    expect(decided(await screen(theirs))).toMatchObject({ verdict: 'hit', holds: true });
    // Other facts of the same customer: the clearance lapses and says so.
    const known = file('known.csv', 'no,name,born\n17,Velimir Drozdetsky,1961\n');
    expect(decided(await screen(known, '--birth-date', 'born'))).toMatchObject({
      verdict: 'cleared',
      holds: false,
      lapsed: expect.stringMatching(/^what is known of the party asked about changed since [-0-9]+, when it was cleared$/) as unknown,
    });
    // A short key that two customers of kept sets share says nothing.
    await screen(ours, '--keep', 'ours');
    await screen(theirs, '--keep', 'theirs');
    const short = (await keyOf(ours)).split('.')[0] ?? '';
    expect((await home.run(['decide', short, 'unsure', '--why', 'x', '--by', 'C'], 2)).stderr).toContain('give the whole key');
    expect((await home.run(['rescreen', '--all', '--json'])).stderr).toContain('2 of 2 customers');
    await home.run(['log', 'verify']);
  });

  it('stay in a set when they go from the file, unless the file replaces the set', async () => {
    const [first, second] = [file('first.csv', 'no,name\n1,Alpha\n2,Beta\n3,Gamma\n'), file('second.csv', 'no,name\n2,Beta\n4,Delta\n')];
    const rows = async () =>
      ((await home.json(['sets', 'list'])) as { name: string; rows: number }[]).filter(({ name }) => name.startsWith('crm'));
    await screen(first, '--keep', 'crm');
    await screen(second, '--keep', 'crm');
    expect(await rows()).toMatchObject([{ name: 'crm', rows: 4 }]);
    // One key for two customers, and rows of another file where there is no key: nobody goes without a word.
    const twice = await home.run(['screen', file('twice.csv', 'no,name\n4,Delta\n5,Epsilon\n5,Zeta\n'), '--key', 'no', '--keep', 'twice']);
    expect(twice.stderr).toContain('1 customer gave way to another name or other facts under the same key (5)');
    const ended = await home.run(['screen', second, '--key', 'no', '--keep', 'crm', '--replace', '--json']);
    expect(ended.stderr).toContain('the set crm now holds 2 customers; before it held 4');
    expect(await rows()).toMatchObject([{ name: 'crm', rows: 2 }]);
    await home.run(['screen', second, '--replace'], 2);
    // Nothing that can be read: the set stays.
    await home.run(['screen', file('none.csv', 'no,name\n'), '--key', 'no', '--keep', 'crm', '--replace', '--json'], 2);
    expect(await home.json(['receipts', 'list', '--limit', '1'])).toMatchObject([{ file: { name: 'none.csv' }, counts: { rows: 0 } }]);
    expect(await rows()).toMatchObject([{ name: 'crm', rows: 2 }]);
  });

  it('replace a set only when all of them have been screened, also after kill -9', async () => {
    const [old, many] = [
      file('old.csv', 'no,name\nold,Alpha\n'),
      file('many.csv', `no,name\n${Array.from({ length: 60_000 }, (_, n) => `${n},Zoltan Petrovich Kurmidov ${n}`).join('\n')}\n`),
    ];
    const [out, sets] = [join(folder, 'replaced.csv'), async () => (await home.json(['sets', 'list'])) as { name: string; rows: number }[]];
    await screen(old, '--keep', 'big');
    const args = ['screen', many, '--key', 'no', '--keep', 'big', '--replace', '--out', out];
    const running = home.start(args, { withinMs: 90_000 });
    await until('some rows are kept', () => existsSync(`${out}.progress.json`) || existsSync(out), 60_000);
    running.kill('SIGKILL');
    await running.ended;
    expect((await sets()).find(({ name }) => name === 'big')).toMatchObject({ rows: 1 });
    expect((await home.run(args, 0, { withinMs: 120_000 })).stderr).toContain('the set big now holds 60000 customers; before it held 1');
    expect((await sets()).filter(({ name }) => name.startsWith('big'))).toMatchObject([{ name: 'big', rows: 60_000 }]);
  }, 240_000);

  it('are named by row and key where they cannot be read, and what is not understood of them is named too', async () => {
    const path = file(
      'doubtful.csv',
      'no,name,country,kind,born\nK1,Alpha,Ruritania,Person,\nK2,,RU,Person,\nK3,Beta,ruritania;RU,Martian,31.02.1970\nK4,too,many,cells,here,and,there,x\n',
    );
    const ended = await home.run(
      ['screen', path, '--key', 'no', '--country', 'country', '--schema', 'kind', '--birth-date', 'born', '--json'],
      3,
    );
    expect(parseLines(ended.stdout)).toMatchObject([
      { row: 1, key: 'K1', ignored: [{ what: 'country', value: 'Ruritania' }] },
      { row: 2, key: 'K2', unreadable: 'the row has no name' },
      { row: 3, key: 'K3' },
      { row: 4, key: 'K4', unreadable: expect.stringContaining('8 cells') as unknown },
    ]);
    expect(ended.stderr).toContain('line 3 (row 2, key K2) was not screened: the row has no name');
    expect(ended.stderr).toContain('country not understood: "Ruritania" (rows 1, 3); screened without it');
    expect(ended.stderr).toContain('kind not understood: "Martian" (row 3)');
    expect(ended.stderr).toContain('date of birth not understood (row 3)');
    const [receipt] = (await home.json(['receipts', 'list', '--limit', '1'])) as { readonly id: string }[];
    expect(receipt).toMatchObject({
      unreadable: [
        { line: 3, row: 2, key: 'K2' },
        { line: 5, row: 4, key: 'K4' },
      ],
      ignored: {
        cells: 4,
        values: [
          { what: 'country', value: 'Ruritania', cells: 2, rows: [1, 3] },
          { what: 'schema', value: 'Martian', cells: 1, rows: [3] },
          { what: 'birthDate', cells: 1, rows: [3] },
        ],
      },
    });
    expect(JSON.stringify(receipt)).not.toContain('31.02');
    expect((await home.run(['receipts', 'show', receipt?.id ?? ''])).stdout).toContain('country not understood: "Ruritania"');
    await home.run(['log', 'verify']);
  });

  it('in a workbook are refused, and results that are there already are not written over', async () => {
    const book = join(folder, 'book.xlsx');
    writeFileSync(book, Buffer.from('PK\u0003\u0004....[Content_Types].xml'));
    const refused = await home.run(['screen', book], 3);
    expect(refused.stderr).toContain('is an Excel workbook');
    expect(refused.stderr).toContain('CSV in UTF-8');
    const [path, out] = [file('few.csv', 'no,name\n1,Alpha\n'), file('results.csv', 'the work of last night')];
    expect((await home.run(['screen', path, '--out', out], 2)).stderr).toContain('--overwrite');
    expect(readFileSync(out, 'utf8')).toBe('the work of last night');
    await home.run(['screen', path, '--out', out, '--overwrite']);
    expect(readFileSync(out, 'utf8')).toMatch(/^row,key,name/);
    expect((await home.run(['screen', path, '--out', join(folder, 'none', 'out.csv')], 2)).stderr).toContain('there is no folder');
    const twice = file('twice.csv', 'name,name\nAlpha,Beta\n');
    expect((await home.run(['screen', twice], 2)).stderr).toContain('has 2 columns "name" (1, 2)');
    expect(await home.json(['screen', twice, '--column', '2'])).toMatchObject([{ query: { name: 'Beta' } }]);
    expect((await home.run(['screen', file('head.csv', 'no,name\n')])).stderr).toContain('names its columns and has no customer');
  });

  it('keep their keys whatever stands in them', async () => {
    const keys = ['k,1', 'k"2', 'k\n3', "k'4", '客户5'];
    const path = file('keys.csv', `no,name\n${keys.map((key) => `"${key.replaceAll('"', '""')}",Zoltan Kurmidov`).join('\n')}\n`);
    expect((await screen(path)).map(({ key }) => key)).toEqual(keys);
    const out = join(folder, 'keys-out.csv');
    await home.run(['screen', path, '--key', 'no', '--out', out]);
    const again = (await home.json(['screen', out, '--column', 'name', '--key', 'key'])) as Row[];
    expect(again.map(({ key }) => key)).toEqual(keys);
  });

  it('are screened in time however long their names are', async () => {
    const names = [
      'Zoltan '.repeat(1400),
      'x'.repeat(9_990),
      '北'.repeat(9_000),
      Array.from({ length: 200 }, (_, n) => `word${n}`).join(' '),
    ];
    const path = file('long.csv', `no,name\n${names.map((name, n) => `${n},${name}`).join('\n')}\n`);
    expect((await home.json(['screen', path], 0, { withinMs: 15_000 })).length).toBe(4);
  });

  it('are compared in pairs only where both columns are there, and what is not understood is said', async () => {
    expect((await home.run(['compare', '--pairs', file('p1.csv', 'name1,nam2\na,b\n')], 2)).stderr).toContain('is "nam2" meant?');
    expect((await home.run(['compare', '--pairs', file('p2.csv', '')], 3)).stderr).toContain('is empty');
    expect((await home.run(['compare', 'a', 'b', '--schema', 'Compny'], 2)).stderr).toContain('Did you mean Company?');
    const told = await home.run(['compare', '--pairs', file('p3.csv', 'name1,name2,schema\nBeta,Beta,Martian\n,Beta,\n')], 3);
    expect(told.stderr).toContain('line 2: kind not understood: "Martian"');
    expect(told.stderr).toContain('line 3 was not compared: name1: the row has no name');
  });
});

describe('a list', PATIENT, () => {
  it('that cannot be read leaves nothing, with a home and without one', async () => {
    const folder = testFolder();
    const home = openHome();
    const junk = join(folder, 'junk.csv');
    writeFileSync(junk, 'no list at all');
    await home.run(['lists', 'add', junk], 3);
    await home.run(['lists', 'add', 'http://127.0.0.1:1/list.csv'], 7);
    const book = join(folder, 'list.xlsx');
    writeFileSync(book, Buffer.from('PK\u0003\u0004....[Content_Types].xml'));
    expect((await home.run(['lists', 'add', book], 3)).stderr).toContain('is an Excel workbook');
    writeFileSync(book, '<!DOCTYPE html><html><body>Access denied</body></html>');
    expect((await home.run(['lists', 'add', book], 3)).stderr).toContain('is a web page');
    expect(existsSync(home.path) ? readdirSync(home.path) : []).toEqual([]);
    const good = join(folder, 'good.ftm.json');
    writeFileSync(good, LISTED);
    await home.run(['lists', 'add', good]);
    await home.run(['lists', 'add', junk], 3);
    expect(await home.json(['lists', 'status'])).toHaveLength(1);
    expect(readdirSync(join(home.path, 'lists'))).toHaveLength(1);
    expect((await home.run(['lists', 'add', good], 2)).stderr).toContain('there is a list good-ftm already');
    writeFileSync(`${good}.gz`, gzipSync(LISTED));
    await home.run(['lists', 'add', `${good}.gz`, '--name', 'packed']);
    expect(await home.json(['lists', 'diff', 'packed'])).toHaveLength(2);
    await home.run(['log', 'verify']);
  });

  it('names bad rows by the file that its user knows, also when it was held back; its differences are shown in part', async () => {
    const folder = testFolder();
    const home = openHome();
    mkdirSync(folder, { recursive: true });
    const path = join(folder, 'many.ftm.json');
    const many = (from: number, to: number): string =>
      Array.from({ length: to - from }, (_, n) => party(`q${from + n}`, `Person Number${from + n}`)).join('');
    writeFileSync(path, many(0, 100));
    await home.run(['lists', 'add', path, '--name', 'many']);
    const first = await home.run(['lists', 'diff', 'many']);
    expect(first.stdout.trim().split('\n')).toHaveLength(40);
    expect(first.stderr).toContain('… and 60 more of 100');
    expect((await home.run(['lists', 'diff', 'many', '--limit', '3'])).stdout.trim().split('\n')).toHaveLength(3);
    expect(await home.json(['lists', 'diff', 'many'])).toHaveLength(100);
    writeFileSync(path, `${many(0, 50)}{"id":"broken",\n`);
    await home.run(['lists', 'update', 'many']);
    const accepted = await home.run(['lists', 'update', 'many', '--accept']);
    expect(accepted.stderr).toMatch(/many, line 51 was kept out: many\.ftm\.json: /);
  });
});
