import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type * as Fs from 'node:fs';
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, test, vi } from 'vitest';
import { migrate } from './schema/migrate.ts';
import { workerTable } from './workers.ts';

vi.mock('node:fs', async (actual) => {
  const fs = await actual<typeof Fs>();
  return { ...fs, readFileSync: vi.fn(fs.readFileSync) };
});

function tables() {
  const db = new Database(':memory:');
  migrate(db, ':memory:');
  const workers = workerTable(db);
  return { db, workers, known: () => db.prepare('SELECT id FROM workers ORDER BY id').pluck().all() };
}

test('what a vanished worker held is free when the next one registers; what a living one holds is not', async () => {
  const { db, workers, known } = tables();
  const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] });
  await once(child, 'spawn');
  workers.register({ id: 'child', pid: child.pid ?? 0 });
  workers.register({ id: 'me', pid: process.pid });
  db.exec("INSERT INTO hosts (host, busy_by, busy_until, busy_subject) VALUES ('a', 'child', 9e15, 'n1'), ('b', 'me', 9e15, 'n2')");
  db.exec("INSERT INTO leases (name, holder, until) VALUES ('publish', 'child', 9e15)");
  workers.register({ id: 'other', pid: process.pid });
  expect(known()).toEqual(['child', 'me', 'other']);

  child.kill('SIGKILL');
  await once(child, 'exit');
  workers.register({ id: 'other', pid: process.pid });
  expect(known()).toEqual(['me', 'other']);
  expect(db.prepare('SELECT host, busy_by FROM hosts ORDER BY host').all()).toEqual([
    { host: 'a', busy_by: null },
    { host: 'b', busy_by: 'me' },
  ]);
  expect(db.prepare('SELECT count(*) FROM leases').pluck().get()).toBe(0);
});

test.runIf(process.platform === 'linux')('a number that another process has by now does not keep a worker alive', () => {
  const { db, workers, known } = tables();
  workers.register({ id: 'before', pid: process.pid });
  db.exec("UPDATE workers SET started = '1'");
  workers.register({ id: 'now', pid: process.pid });
  expect(known()).toEqual(['now']);
});

test.runIf(process.platform === 'linux')('a process that has ended and waits for its parent does not keep its claims', async () => {
  const { workers, known } = tables();
  // The program that takes the shell's place never asks for the shell's child.
  const shell = spawn('sh', ['-c', 'sleep 300 & echo $!; exec sleep 300'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const [printed] = (await once(shell.stdout, 'data')) as [Buffer];
  const pid = Number(printed.toString());
  workers.register({ id: 'zombie', pid });
  workers.register({ id: 'next', pid: process.pid });
  expect(known()).toEqual(['next', 'zombie']);
  process.kill(pid);
  await vi.waitUntil(() => /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8')));
  workers.register({ id: 'next', pid: process.pid });
  expect(known()).toEqual(['next']);
  shell.kill('SIGKILL');
});

test.runIf(process.platform === 'linux')('a process that lives keeps its claims where the system hides when it began', async () => {
  const fs = await vi.importActual<typeof Fs>('node:fs');
  const { workers, known } = tables();
  workers.register({ id: 'hidden', pid: process.ppid });
  vi.mocked(readFileSync).mockImplementation((path, options) => {
    if (path === `/proc/${process.ppid}/stat`) throw Object.assign(new Error('it is hidden'), { code: 'ENOENT' });
    return fs.readFileSync(path, options);
  });
  workers.register({ id: 'now', pid: process.pid });
  vi.mocked(readFileSync).mockImplementation(fs.readFileSync);
  expect(known()).toEqual(['hidden', 'now']);
});

test('workers of another machine are left to their leases', () => {
  const { db, workers, known } = tables();
  db.exec("INSERT INTO workers (id, pid, machine) VALUES ('far', 999999999, 'elsewhere')");
  workers.register({ id: 'near', pid: process.pid });
  expect(known()).toEqual(['far', 'near']);
});
