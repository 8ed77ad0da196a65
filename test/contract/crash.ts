import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import type { MakePlace } from './backend.ts';
import { listSettings, namesIn } from './listed.ts';
import { readRecords } from './log.ts';
import type { Bench } from './store.ts';
import { T0, all, claimNotice, iso, item, listed, request, visit } from './watcher.ts';

const CRASHES = 16;
const LIST_CRASHES = 6;
/** Many processes on a busy machine. */
const PATIENCE = { timeout: 90_000 };

/** Real processes on one place: killed in the middle of writing, and competing for claims. */
export function crashContract({ store, place }: Bench, make: MakePlace): void {
  test(
    `kill -9 in the middle of recording, ${CRASHES} times: what was acknowledged is there, nothing is there in part`,
    PATIENCE,
    async () => {
      await listed(
        store(),
        Array.from({ length: 40 }, (_, n) => item(`http://h${n}.example/1`)),
      );
      for (let crash = 0; crash < CRASHES; crash += 1) {
        const child = start('record', `crash-${crash}`);
        let acknowledged = -1;
        let lines = 0;
        for await (const line of createInterface({ input: child.stdout ?? process.stdin })) {
          acknowledged = Number(line);
          lines += 1;
          // Not at once, when the child has just committed and claims anew, but each time a little later: the moments cover all that it does.
          if (lines === 5) setTimeout(() => child.kill('SIGKILL'), crash * 2);
        }
        expect(lines).toBeGreaterThanOrEqual(5);
        expect(await store().logSize()).toBeGreaterThan(acknowledged);
      }
      const records = await readRecords(store());
      for (const [index, record] of records.entries()) expect(await store().rowsAsRecord(record, index)).toEqual(record);
      const notices = await all(store().listNotices({}));
      expect(notices).toHaveLength(40);
      let observed = 0;
      for (const { id } of notices) {
        const observations = await store().observationsOf(id);
        observed += observations.length;
        // Observation, follow state and captures of a visit are one: as many of the one as of the other.
        expect((await store().followOf(id))?.follow.visits).toBe(observations.length);
        expect(await store().capturesOf(id)).toHaveLength(observations.filter((row) => row.capture !== null).length);
      }
      expect(observed).toBe(records.filter(({ type }) => type === 'observation').length);
      // The slots of the dead are free as soon as another worker registers, long before their leases end.
      await store().register({ id: 'next', pid: process.pid });
      for (const { url } of notices) await store().recordVisits([visit(await claimNotice(store(), url, T0 + 1e9), T0 + 1e9)]);
    },
  );

  test('kill -9 in the middle of an update of a list: a version is there whole or not at all', PATIENCE, async () => {
    await store().addList(listSettings('l'), iso(T0), null);
    for (let crash = 0; crash < LIST_CRASHES; crash += 1) {
      const child = start('update', `update-${crash}`);
      let acknowledged = 0;
      for await (const line of createInterface({ input: child.stdout ?? process.stdin })) {
        acknowledged = Number(line);
        setTimeout(() => child.kill('SIGKILL'), crash * 3);
      }
      const current = (await store().findList('l'))?.current?.version ?? 0;
      expect(acknowledged).toBeGreaterThan(0);
      expect(current).toBeGreaterThanOrEqual(acknowledged);
      const names = Object.values(await namesIn(store(), 'l'));
      expect(names.filter((name) => name === `version ${current}`)).toHaveLength(150);
      expect(names.filter((name) => name === 'always')).toHaveLength(150);
      expect(await store().listVersions('l')).toHaveLength(current);
    }
    expect(await store().contradictions()).toEqual([]);
  });

  test('several processes may open a new place at once', PATIENCE, async () => {
    const empty = await make();
    try {
      const children = Array.from({ length: 5 }, (_, n) => start('open', `first-${n}`, empty));
      const printed = await Promise.all(children.map(async (child) => all(createInterface({ input: child.stdout ?? process.stdin }))));
      expect(printed.flat()).toHaveLength(5);
      const opened = await empty.open();
      expect((await readRecords(opened)).map(({ type }) => type)).toEqual(Array.from({ length: 5 }, () => 'event'));
      await opened.close();
    } finally {
      await empty.remove();
    }
  });

  test('three processes claim and record at once: every visit is made once', PATIENCE, async () => {
    const visits = 240;
    await listed(
      store(),
      Array.from({ length: visits }, (_, n) => item(`http://h${n % 24}.example/${n}`)),
    );
    const children = ['one', 'two', 'three'].map((id) => start('drain', id));
    const printed = await Promise.all(children.map(async (child) => all(createInterface({ input: child.stdout ?? process.stdin }))));
    const claimed = printed.flat();
    expect(new Set(claimed).size).toBe(visits);
    expect(claimed).toHaveLength(visits);
    const records = await readRecords(store());
    expect(records.filter(({ type }) => type === 'observation')).toHaveLength(visits);
    for await (const { id } of store().listNotices({})) expect(await store().observationsOf(id)).toHaveLength(1);
    expect((await store().claimDue(request(T0 + 1000))).filter(({ kind }) => kind === 'notice')).toEqual([]);
  });

  /** A process of its own on the same place; see `child.ts`. */
  function start(role: 'open' | 'record' | 'update' | 'drain', workerId: string, at = place()): ChildProcess {
    const child = spawn(process.execPath, [new URL('child.ts', import.meta.url).pathname, role, workerId, at.opener.href, at.target], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.on('error', (error) => console.error(error));
    return child;
  }
}
