import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildAlone } from './building-hold.ts';

describe('building the index alone', () => {
  let home: string;
  beforeEach(() => void (home = mkdtempSync(join(tmpdir(), 'dualwatch-hold-'))));
  afterEach(() => rmSync(home, { recursive: true, force: true }));
  const lock = (): string => join(home, 'indexes/screen.building');

  it('builds once, however many want it at once, and leaves nothing behind', async () => {
    let [built, builds]: [string | undefined, number] = [undefined, 0];
    const build = async (): Promise<string> => {
      builds += 1;
      await sleep(250);
      return (built = 'index');
    };
    const all = await Promise.all([1, 2, 3].map(() => buildAlone(home, async () => built, build)));
    expect([all, builds]).toEqual([['index', 'index', 'index'], 1]);
    expect(existsSync(lock())).toBe(false);
  });

  it.each([
    ['a process that is no more', `${hostname()} 999999999\n`, 0],
    ['a thread that was ended long ago', `${hostname()} ${process.pid}\n`, 120],
    ['nobody who can be named', '', 120],
  ])('takes over what %s has left', async (_, holder, secondsAgo) => {
    mkdirSync(join(home, 'indexes'));
    writeFileSync(lock(), holder);
    utimesSync(lock(), Date.now() / 1000 - secondsAgo, Date.now() / 1000 - secondsAgo);
    expect(
      await buildAlone(
        home,
        async () => undefined,
        async () => 'index',
      ),
    ).toBe('index');
  });

  it('lets the next one build where the first has failed', async () => {
    const fails = buildAlone(
      home,
      async () => undefined,
      () => Promise.reject(new Error('no')),
    );
    await expect(fails).rejects.toThrow('no');
    expect(existsSync(lock())).toBe(false);
  });
});
