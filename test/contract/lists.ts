import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from '../../src/model/digest.ts';
import type { ListRow } from '../../src/store/screening-port.ts';
import type { MakePlace } from './backend.ts';
import { listSettings, listVersion, listing, namesIn, takeIn, takeInRows } from './listed.ts';
import { readRecords } from './log.ts';
import type { Bench } from './store.ts';
import { HOUR, T0, all, iso } from './watcher.ts';

/** Lists of parties and their versions. */
export function listContract({ store, place }: Bench, make: MakePlace): void {
  test('a list is found, listed in the order it was added, changed, and due when its time comes', async () => {
    await store().addList(listSettings('un'), iso(T0), iso(T0 + HOUR));
    const added = await store().addList(listSettings('eu-fsf', { everyMs: null }), iso(T0), null);
    expect(added).toMatchObject({ name: 'eu-fsf', order: 2, current: null, held: null, lastCheckAt: null });
    await expect(store().addList(listSettings('un'), iso(T0), null)).rejects.toMatchObject({ code: 'usage' });
    await expect(store().addList(listSettings('UN:x'), iso(T0), null)).rejects.toMatchObject({ code: 'usage' });
    expect((await store().lists()).map(({ name }) => name)).toEqual(['un', 'eu-fsf']);
    expect(await store().listsDue(iso(T0))).toEqual([]);
    expect((await store().listsDue(iso(T0 + HOUR))).map(({ name }) => name)).toEqual(['un']);
    await store().noteListCheck('un', { at: iso(T0 + HOUR), error: 'no answer', nextCheckAt: iso(T0 + 2 * HOUR) });
    expect(await store().listsDue(iso(T0 + HOUR))).toEqual([]);
    await store().changeList(listSettings('un', { address: '/lists/un.xml' }));
    expect(await store().findList('un')).toMatchObject({
      address: '/lists/un.xml',
      lastError: 'no answer',
      nextCheckAt: iso(T0 + 2 * HOUR),
    });
    expect(await store().findList('nothing')).toBeUndefined();
    await expect(store().changeList(listSettings('nothing'))).rejects.toMatchObject({ code: 'not-found' });
    await expect(store().noteListCheck('nothing', { at: iso(T0), error: null, nextCheckAt: null })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(takeIn(store(), 'nothing', { 1: 'A' })).rejects.toMatchObject({ code: 'not-found' });
  });

  test('every version can be read back and compared; it is logged, and survives reopening', async () => {
    await store().addList(listSettings('sdn'), iso(T0), null);
    const rows: ListRow[] = [listing('sdn', '1', 'Alpha', 2), { line: 3, why: 'no name' }, listing('sdn', '2', 'Бета', 4)];
    const meta = listVersion('first');
    const listed = (id: string, name: string) => `sdn:${id} ${listing('sdn', id, name).hash}\n`;
    const first = await store().recordListVersion({ list: 'sdn', rows, version: () => meta, hold: () => false });
    const counts = { listings: 2, bad: 1, added: 2, changed: 0, removed: 0 };
    expect(first).toEqual({
      version: {
        ...meta,
        list: 'sdn',
        version: 1,
        counts,
        listings: sha256(`${listed('1', 'Alpha')}${listed('2', 'Бета')}`),
        badRows: [{ line: 3, why: 'no name' }],
        unreadValues: [],
        state: 'current',
        loaded: true,
        logIndex: 0,
      },
      previous: null,
      repeated: [],
    });
    const second = await takeIn(store(), 'sdn', { 2: 'Beta', 3: '伽马' });
    expect(second).toMatchObject({
      previous: 1,
      version: { version: 2, counts: { listings: 2, bad: 0, added: 1, changed: 1, removed: 1 } },
    });
    await takeIn(store(), 'sdn', { 1: 'Alpha', 2: 'Бета', 3: '伽马' });

    const reopened = await place().open();
    for (const users of [store(), reopened]) {
      expect(await namesIn(users, 'sdn', 1)).toEqual({ 1: 'Alpha', 2: 'Бета' });
      expect(await namesIn(users, 'sdn', 2)).toEqual({ 2: 'Beta', 3: '伽马' });
      expect(await namesIn(users, 'sdn')).toEqual({ 1: 'Alpha', 2: 'Бета', 3: '伽马' });
      expect((await users.listVersions('sdn')).map(({ version, state }) => [version, state])).toEqual([
        [3, 'current'],
        [2, 'superseded'],
        [1, 'superseded'],
      ]);
    }
    await reopened.close();
    const changes = async (from: number, to: number) =>
      (await all(store().diffList('sdn', from, to))).map(({ id, change, before, after }) => [
        id,
        change,
        before?.entity.caption,
        after?.entity.caption,
      ]);
    expect(await changes(0, 1)).toEqual([
      ['sdn:1', 'added', undefined, 'Alpha'],
      ['sdn:2', 'added', undefined, 'Бета'],
    ]);
    expect(await changes(1, 2)).toEqual([
      ['sdn:1', 'removed', 'Alpha', undefined],
      ['sdn:2', 'changed', 'Бета', 'Beta'],
      ['sdn:3', 'added', undefined, '伽马'],
    ]);
    // What went and came back as it was is no difference.
    expect(await changes(1, 3)).toEqual([['sdn:3', 'added', undefined, '伽马']]);
    expect(await changes(2, 2)).toEqual([]);
    expect(await store().listingById('sdn:2')).toMatchObject({ list: 'sdn', line: 3, sinceVersion: 3, untilVersion: null });
    expect(
      (await store().listingHistory('sdn:2')).map(({ sinceVersion, untilVersion, line }) => [sinceVersion, untilVersion, line]),
    ).toEqual([
      [1, 2, 4],
      [2, 3, 2],
      [3, null, 3],
    ]);
    expect(await store().listingById('sdn:9')).toBeUndefined();
    await expect(changes(2, 1)).rejects.toMatchObject({ code: 'usage' });
    await expect(changes(1, 7)).rejects.toMatchObject({ code: 'not-found' });
    await expect(namesIn(store(), 'sdn', 4)).rejects.toMatchObject({ code: 'not-found' });
    const records = await readRecords(store());
    expect(records[0]).toEqual({
      type: 'list',
      list: 'sdn',
      version: 1,
      sha256: meta.sha256,
      publishedAt: '2026-02-27',
      at: iso(T0),
      counts,
      listings: first.version.listings,
      outcome: 'current',
    });
    for (const [index, record] of records.entries()) expect(await store().rowsAsRecord(record, index)).toEqual(record);
    expect(await store().contradictions()).toEqual([]);
  });

  test('a version that is held back changes nothing until a person accepts it; a newer one takes its place', async () => {
    await store().addList(listSettings('csl'), iso(T0), null);
    expect(await namesIn(store(), 'csl')).toEqual({});
    await takeIn(store(), 'csl', { 1: 'A', 2: 'B', 3: 'C' });
    const asked: unknown[] = [];
    await store().recordListVersion({
      list: 'csl',
      rows: [listing('csl', '1', 'A')],
      version: () => listVersion('short'),
      hold: (counts, before) => asked.push(counts, before) > 0,
    });
    expect(asked).toEqual([{ listings: 1, bad: 0, added: 0, changed: 0, removed: 2 }, 3]);
    expect(await store().findList('csl')).toMatchObject({ current: { version: 1 }, held: { version: 2, loaded: false } });
    expect(await namesIn(store(), 'csl')).toEqual({ 1: 'A', 2: 'B', 3: 'C' });
    await expect(namesIn(store(), 'csl', 2)).rejects.toMatchObject({ code: 'not-found' });
    await takeIn(store(), 'csl', { 1: 'A', 2: 'Be' }, true);
    await expect(store().acceptListVersion({ list: 'csl', version: 2, rows: [], at: iso(T0) })).rejects.toMatchObject({ code: 'usage' });
    const rows = [listing('csl', '1', 'A'), listing('csl', '2', 'Be')];
    const accepted = await store().acceptListVersion({ list: 'csl', version: 3, rows, at: iso(T0 + HOUR) });
    expect(accepted).toMatchObject({ previous: 1, version: { state: 'current', loaded: true, counts: { changed: 1, removed: 1 } } });
    expect(await namesIn(store(), 'csl')).toEqual({ 1: 'A', 2: 'Be' });
    expect(await store().findList('csl')).toMatchObject({ current: { version: 3 }, held: null });
    expect((await readRecords(store())).map((record) => record.type === 'list' && [record.version, record.outcome])).toEqual([
      [1, 'current'],
      [2, 'held'],
      [3, 'held'],
      [3, 'accepted'],
    ]);
    expect(await store().contradictions()).toEqual([]);
    await takeIn(store(), 'csl', { 1: 'A' }, true);
    await takeIn(store(), 'csl', { 1: 'A', 2: 'Be', 3: 'C' });
    expect(await store().findList('csl')).toMatchObject({ current: { version: 5 }, held: null });
    expect(await store().contradictions()).toEqual([]);
  });

  test('lists whose names begin alike are apart; of records with one id the first stands and the others are named', async () => {
    for (const name of ['a', 'a-b', 'ab']) await store().addList(listSettings(name), iso(T0), null);
    await takeIn(store(), 'a-b', { 1: 'One' });
    await takeIn(store(), 'ab', { 1: 'Two' });
    const { repeated } = await takeInRows(store(), 'a', [
      listing('a', '1', 'Three', 1),
      listing('a', '1', 'Four', 2),
      listing('a', '5', 'Five', 3),
    ]);
    expect(repeated).toEqual([{ id: 'a:1', line: 2 }]);
    await takeIn(store(), 'a', {});
    expect([await namesIn(store(), 'a'), await namesIn(store(), 'a', 1)]).toEqual([{}, { 1: 'Three', 5: 'Five' }]);
    expect([await namesIn(store(), 'a-b'), await namesIn(store(), 'ab')]).toEqual([{ 1: 'One' }, { 1: 'Two' }]);
    await expect(takeInRows(store(), 'a', [listing('ab', '1', 'Six')])).rejects.toThrow(/ab:1/);
  });

  test('a file that breaks off while it is read leaves nothing; two updates of one list at once do not mix', async () => {
    await store().addList(listSettings('un'), iso(T0), null);
    await takeIn(store(), 'un', { 1: 'A' });
    const size = await store().logSize();
    const broken = async function* () {
      yield listing('un', '2', 'B');
      throw new Error('the file breaks off');
    };
    await expect(takeInRows(store(), 'un', broken())).rejects.toThrow('the file breaks off');
    expect([await namesIn(store(), 'un'), await store().logSize()]).toEqual([{ 1: 'A' }, size]);

    const other = await place().open();
    const slow = async function* () {
      yield listing('un', '1', 'slow');
      await takeIn(other, 'un', { 3: 'quick' });
    };
    await expect(takeInRows(store(), 'un', slow())).rejects.toMatchObject({ code: 'store-busy', retry: 'later' });
    await other.close();
    expect(await namesIn(store(), 'un')).toEqual({ 3: 'quick' });
    // Two at once on one connection: neither sees the rows of the other.
    await store().addList(listSettings('eu'), iso(T0), null);
    const many = (list: string) => Array.from({ length: 1200 }, (_, n) => listing(list, String(n), list));
    await Promise.all([takeInRows(store(), 'eu', many('eu')), takeInRows(store(), 'un', many('un'))]);
    for (const list of ['eu', 'un']) expect(new Set(Object.values(await namesIn(store(), list)))).toEqual(new Set([list]));
    expect(await store().contradictions()).toEqual([]);
  });

  test('whatever versions come, each is read back as it was and any two differ by what they hold', { timeout: 90_000 }, async () => {
    const contents = fc.dictionary(fc.constantFrom(...'abcdef'), fc.constantFrom('X', 'Y', 'Z'));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(contents, fc.boolean()), { maxLength: 6 }), async (versions) => {
        const empty = await make();
        const opened = await empty.open();
        try {
          await opened.addList(listSettings('l'), iso(T0), null);
          for (const [named, hold] of versions) await takeIn(opened, 'l', named, hold);
          const loaded = [[0, {}] as const, ...versions.flatMap(([named, hold], n) => (hold ? [] : [[n + 1, named] as const]))];
          for (const [version, named] of loaded) {
            if (version > 0) expect(await namesIn(opened, 'l', version)).toEqual({ ...named });
            for (const [later, then] of loaded.filter(([number]) => number >= version)) {
              const applied: Record<string, string> = { ...named };
              for await (const { id, change, before, after } of opened.diffList('l', version, later)) {
                const key = id.slice(2);
                expect(applied[key]).toBe(before?.entity.caption);
                expect(change === 'changed' && before?.hash === after?.hash).toBe(false);
                if (after === null) delete applied[key];
                else applied[key] = after.entity.caption;
              }
              expect(applied).toEqual({ ...then });
            }
          }
          expect(await opened.contradictions()).toEqual([]);
        } finally {
          await opened.close();
          await empty.remove();
        }
      }),
      { numRuns: 15 },
    );
  });
}
