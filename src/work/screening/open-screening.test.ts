import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { sha256 } from '../../model/digest.ts';
import { parseList } from '../../screen/lists/parse-list.ts';
import type { Store } from '../../store/port.ts';
import { openSqliteStore } from '../../store/sqlite/open.ts';
import { openScreening } from './open-screening.ts';

const home = mkdtempSync(join(tmpdir(), 'dualwatch-open-screening-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

it('names the versions that it searches, also when another process changes a list meanwhile', async () => {
  const store = await openSqliteStore(join(home, 'dualwatch.db'), { create: true });
  try {
    await store.addList(
      { name: 'made', address: '/made', companions: [], format: null, mapping: null, everyMs: null },
      '2026-01-01T00:00:00.000Z',
      null,
    );
    await takeIn(store, 'Borvel Zankur');
    let changed = false;
    const racing: Store = new Proxy(store, {
      get(target, property) {
        const value: unknown = Reflect.get(target, property, target);
        if (property === 'partyLinks' && !changed)
          return () => {
            changed = true;
            return linksAfterUpdate(target);
          };
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
    const { index, lists } = await openScreening(racing, home);
    expect(lists).toMatchObject([{ list: 'made', version: 2 }]);
    expect(index.search({ name: 'Gripash Drelux' }, { threshold: 0.7, limit: 1 })).toHaveLength(1);
    expect(index.search({ name: 'Borvel Zankur' }, { threshold: 0.7, limit: 1 })).toHaveLength(0);
  } finally {
    await store.close();
  }
});

async function* linksAfterUpdate(store: Store): ReturnType<Store['partyLinks']> {
  yield* store.partyLinks();
  await takeIn(store, 'Gripash Drelux');
}

async function takeIn(store: Store, name: string): Promise<void> {
  const bytes = Buffer.from(`${JSON.stringify({ id: 'a', schema: 'Company', properties: { name: [name] } })}\n`);
  await store.recordListVersion({
    list: 'made',
    rows: parseList('made', [{ name: 'made.ftm.json', bytes }]).listings,
    version: () => ({ sha256: sha256(bytes), publishedAt: null, fetchedAt: '2026-01-01T00:00:00.000Z', format: 'ftm-json', files: [] }),
    hold: () => false,
  });
}
