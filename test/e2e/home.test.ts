import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openHome, runCommand, startCommand, testFolder, until } from './command.ts';

const COMMANDS = [
  'demo',
  'watch',
  'notices',
  'show',
  'capture',
  'read',
  'scan',
  'backup',
  'source add',
  'source list',
  'source test',
  'source pause',
  'source resume',
  'source confirm',
  'source remove',
  'log verify',
  'log checkpoint',
  'log prove',
];
const DIGEST = 'a'.repeat(64);

describe('the command line', () => {
  it('says bare the seven things that one does first', async () => {
    const { code, stdout, stderr } = await runCommand([], { cwd: testFolder() });
    expect(code).toBe(0);
    expect(stderr).toBe('');
    expect(stdout.split('\n').filter((line) => line.startsWith('  dualwatch '))).toHaveLength(7);
  });

  it('explains every command with an example', async () => {
    const answers = await Promise.all(COMMANDS.map((name) => runCommand([...name.split(' '), '--help'])));
    for (const [n, { code, stdout }] of answers.entries()) {
      const name = COMMANDS[n] ?? '';
      expect(code, name).toBe(0);
      expect(stdout, name).toMatch(/\nExamples?:\n {2}dualwatch /);
      expect(stdout, name).toContain(`dualwatch ${name}`);
      expect(stdout, name).toContain('--json');
    }
    const { stdout } = await runCommand(['--help']);
    for (const name of COMMANDS) expect(stdout).toContain(name.split(' ')[0]);
  }, 60_000);

  it('ends with 2 on what cannot be understood, and makes no home', async () => {
    const cases: readonly (readonly string[])[] = [
      ['notices', '--colour'],
      ['notice'],
      ['constructor'],
      ['show'],
      ['notices', 'removed'],
      ['notices', '--state', 'gone'],
      ['notices', '--limit', '-1'],
      ['source', 'add', 'http://127.0.0.1:1/', '--every', 'often'],
      ['source', 'add', 'http://127.0.0.1:1/', '--follow', '10ms'],
      ['source', 'add', 'http://127.0.0.1:1/', '--kind', 'mailbox'],
      ['source', 'add', 'http://127.0.0.1:1/', '--robots', 'ignore'],
      ['source', 'add', 'http://127.0.0.1:1/', '--header', 'no colon'],
      ['capture', 'ftp://example.org/'],
      ['capture', 'example'],
      ['capture', 'http://127.0.0.1:1/', '--robots', 'ignore', '--reason', '  '],
      ['log', 'prove', 'abc'],
      ['scan'],
    ];
    const cwd = testFolder();
    const answers = await Promise.all(cases.map((args) => runCommand(args, { cwd })));
    for (const [n, { code, stdout, stderr }] of answers.entries()) {
      const name = cases[n]?.join(' ');
      expect([code, stdout], `${name}\n${stderr}`).toEqual([2, '']);
      expect(stderr.trim().length, name).toBeGreaterThan(10);
      expect(stderr, name).not.toMatch(/\n\s+at /);
    }
    expect(readdirSync(cwd)).toEqual([]);
  }, 60_000);

  it('names the command that was meant', async () => {
    const { code, stderr } = await runCommand(['notces'], { cwd: testFolder() });
    expect(code).toBe(2);
    expect(stderr).toContain('Did you mean "dualwatch notices"?');
  });
});

describe('a home', () => {
  it('is never made by a command that reads, which names the folder it looked for', async () => {
    const commands = [
      'notices',
      'show n0',
      'source list',
      'source test x',
      'source confirm example.org',
      'log verify',
      'log checkpoint',
      `log prove ${DIGEST}`,
      'backup elsewhere',
    ];
    const cwd = testFolder();
    const answers = await Promise.all(commands.map((command) => runCommand(command.split(' '), { cwd })));
    for (const [n, { code, stdout, stderr }] of answers.entries()) {
      expect([code, stdout], commands[n]).toEqual([4, '']);
      expect(stderr, commands[n]).toContain(join(cwd, 'dualwatch-data'));
    }
    const named = await runCommand(['--home', join(cwd, 'other'), 'notices'], { cwd, env: { DUALWATCH_HOME: join(cwd, 'third') } });
    expect(named.code).toBe(4);
    expect(named.stderr).toContain(join(cwd, 'other'));
    expect((await runCommand(['notices'], { cwd, env: { DUALWATCH_HOME: join(cwd, 'third') } })).stderr).toContain(join(cwd, 'third'));
    expect(readdirSync(cwd)).toEqual([]);
  }, 60_000);

  it('is not made by stateless commands', async () => {
    const cwd = testFolder();
    const read = await runCommand(['read', '-', '--json'], { cwd, stdin: '<p>hello' });
    const scan = await runCommand(['scan', '-', '--json'], { cwd, stdin: 'hello' });
    expect([read.code, scan.code]).toEqual([0, 0]);
    expect(readdirSync(cwd)).toEqual([]);
  });

  it('that is no database says so, without a stack, and stays as it is', async () => {
    const home = openHome();
    mkdirSync(home.path);
    writeFileSync(join(home.path, 'dualwatch.db'), 'this is no database, whatever its name says. '.repeat(200));
    const { stderr } = await home.run(['notices'], 6);
    expect(stderr).toContain(join(home.path, 'dualwatch.db'));
    expect(stderr).not.toMatch(/\n\s+at /);
    await home.run(['watch', '--once'], 6);
    expect(readdirSync(home.path).filter((name) => name.startsWith('captures'))).toEqual([]);
  });

  it('with a typo in config.toml names the key, and the one that was meant', async () => {
    const home = openHome();
    mkdirSync(home.path);
    writeFileSync(join(home.path, 'config.toml'), '[fetch]\npaec = "2s"\n');
    const { stderr } = await home.run(['watch', '--once'], 2);
    expect(stderr).toContain('paec');
    expect(stderr).toContain('fetch.pace');
    expect(stderr).toContain('config.toml');
    writeFileSync(join(home.path, 'config.toml'), '[fetch\npace = "2s"\n');
    expect((await home.run(['watch', '--once'], 2)).stderr).toMatch(/config\.toml/);
    expect((await home.run(['watch', '--once'], 2, { env: { DUALWATCH_FETCH_PACE: 'quick' } })).stderr).toMatch(
      /config\.toml|DUALWATCH_FETCH_PACE/,
    );
  });

  it('that cannot be made is named', async () => {
    const folder = testFolder();
    writeFileSync(join(folder, 'file'), '');
    const { code, stderr } = await runCommand(['--home', join(folder, 'file', 'home'), 'watch', '--once']);
    expect([3, 6]).toContain(code);
    expect(stderr).toContain(join(folder, 'file', 'home'));
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('without a source says how to add one, and a watcher of nothing ends', async () => {
    const home = openHome();
    const { stderr, stdout } = await home.run(['watch', '--once']);
    expect(stderr).toContain('dualwatch source add');
    expect(stdout).toBe('');
    expect(await home.json(['notices'])).toEqual([]);
    await home.run(['log', 'verify']);
    await home.run(['show', 'nothing'], 4);
    await home.run(['source', 'remove', 'nothing'], 4);
    await home.run(['log', 'prove', DIGEST], 4);
  });

  it('is closed to others, its key too', async () => {
    const home = openHome();
    await home.run(['capture', 'http://127.0.0.1:1/'], 7);
    for (const name of ['', 'log.key', 'dualwatch.db']) expect(statSync(join(home.path, name)).mode & 0o077, name).toBe(0);
  });

  it('is watched until a signal, then left in order', async () => {
    const home = openHome();
    const watcher = startCommand(['watch'], { env: { DUALWATCH_HOME: home.path } });
    await until('the watcher runs', () => watcher.stderr().includes('source add'));
    watcher.kill('SIGTERM');
    expect(await watcher.ended).toMatchObject({ code: 0, signal: null });
  });
});
