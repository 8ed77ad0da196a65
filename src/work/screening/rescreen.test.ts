import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { partyHash } from '../../model/decision.ts';
import { sha256 } from '../../model/digest.ts';
import type { Match } from '../../model/match.ts';
import type { NameQuery } from '../../model/party.ts';
import { parseList } from '../../screen/lists/parse-list.ts';
import type { Store } from '../../store/port.ts';
import { openSqliteStore } from '../../store/sqlite/open.ts';
import { keptMatches, rowRecipe, subjectOfRow } from './kept-row.ts';
import { BEYOND_LIMIT, judgeMatches } from './judged-match.ts';
import { decideMatch } from './decide-match.ts';
import { matchToken } from './match-token.ts';
import { openScreening } from './open-screening.ts';
import { rescreenSets } from './rescreen.ts';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const WORDS = ['Borvel', 'Zankur', 'Midtol', 'Gripash', 'Drelux', 'Fonsev'] as const;
const SETTINGS = { threshold: 0.5, limit: 2 };
const clock = { now: () => Date.parse('2026-01-01T00:00:00Z'), monotonic: () => 0 };

/** A list as party number → its name, of words that few names share: parties come, go, and change their names. */
const madeList = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...WORDS)), {
  minKeys: 1,
  maxKeys: 5,
});
const act = fc.oneof(
  fc.record({ update: fc.constantFrom('one', 'two'), list: madeList }),
  fc.record({
    link: fc.constantFrom('link' as const, 'unlink' as const),
    one: fc.constantFrom('a', 'b', 'c'),
    other: fc.constantFrom('a', 'b', 'c'),
  }),
);

it('gives each kept customer the matches that a full run gives, whatever changes in the lists', async () => {
  await fc.assert(
    fc.asyncProperty(madeList, madeList, fc.array(act, { minLength: 1, maxLength: 4 }), async (one, two, acts) => {
      const home = mkdtempSync(join(tmpdir(), 'dualwatch-rescreen-'));
      folders.push(home);
      const store = await openSqliteStore(join(home, 'dualwatch.db'), { create: true });
      try {
        for (const [name, list] of [
          ['one', one],
          ['two', two],
        ] as const) {
          await store.addList(
            { name, address: `/${name}`, companions: [], format: null, mapping: null, everyMs: null },
            '2026-01-01T00:00:00Z',
            null,
          );
          await update(store, name, list);
        }
        const names = WORDS.flatMap((first) => WORDS.map((second) => `${first} ${second}`));
        // Every third customer has a second name.
        const queries = names.map((name, n): NameQuery =>
          n % 3 === 0 ? { name, aliases: [names[(n + 7) % names.length] ?? name] } : { name },
        );
        const screening = await openScreening(store, home);
        await store.putSetRows(
          'ours',
          '2026-01-01T00:00:00Z',
          await Promise.all(queries.map((query, n) => rowOf(store, screening, `c${n}`, query))),
        );
        for (const done of acts) {
          if ('list' in done) await update(store, done.update, done.list);
          else if ((await store.listingById(`one:${done.one}`)) && (await store.listingById(`two:${done.other}`)))
            await store.recordPartyLink({
              link: done.link,
              one: `one:${done.one}`,
              other: `two:${done.other}`,
              why: 'test',
              by: 'test',
              at: '2026-01-01T00:00:00Z',
            });
          const parts = { store, home, clock, note: () => undefined };
          const told = new Set<string>();
          await rescreenSets(parts, { changedOnly: true }, async ({ key }) => void told.add(key));
          const now = await openScreening(store, home);
          for await (const row of store.setRows('ours')) {
            const full = await rowOf(store, now, row.key, row.query);
            expect(row, row.query.name).toMatchObject({ results: full.results, recipe: full.recipe });
          }
          const again: string[] = [];
          await rescreenSets(parts, { changedOnly: false }, async ({ key }) => void again.push(key));
          expect(again).toEqual([]);
        }
      } finally {
        await store.close();
      }
    }),
    { numRuns: 12 },
  );
}, 180_000);

it('tells once of each kept customer that a clearance lapsed, also in a full run', async () => {
  const home = mkdtempSync(join(tmpdir(), 'dualwatch-lapses-'));
  folders.push(home);
  const store = await openSqliteStore(join(home, 'dualwatch.db'), { create: true });
  try {
    await store.addList(
      { name: 'one', address: '/one', companions: [], format: null, mapping: null, everyMs: null },
      '2026-01-01T00:00:00Z',
      null,
    );
    await update(store, 'one', { a: ['Borvel', 'Zankur'] });
    const query = { name: 'Borvel Zankur' };
    const row = await rowOf(store, await openScreening(store, home), 'c1', query);
    await store.putSetRows('ours', '2026-01-01T00:00:00Z', [row]);
    const [match] = row.results;
    const key = matchToken(subjectOfRow({ key: 'c1', query }), query, match ?? { listing: '' });
    await decideMatch({ store, clock }, { key, verdict: 'cleared', why: 'another', by: 'tester' });
    await update(store, 'one', { a: ['Borvel', 'Zankur'], b: ['Midtol', 'Gripash'] });
    const lapses = async (changedOnly: boolean): Promise<readonly number[]> => {
      const told: number[] = [];
      await rescreenSets(
        { store, home, clock, note: () => undefined },
        { changedOnly },
        async ({ lapsed }) => void told.push(lapsed.length),
      );
      return told;
    };
    expect(await lapses(false)).toEqual([]);
    await update(store, 'one', { a: ['Zankur', 'Borvel'] });
    expect(await lapses(true)).toEqual([1]);
    expect(await lapses(false)).toEqual([]);
    // Kept again from its file, it is no news either.
    await store.putSetRows('ours', '2026-01-01T00:00:00Z', [await rowOf(store, await openScreening(store, home), 'c1', query)]);
    expect(await lapses(false)).toEqual([]);
  } finally {
    await store.close();
  }
});

async function update(store: Store, name: string, list: Readonly<Record<string, readonly [string, string]>>): Promise<void> {
  const lines = Object.entries(list).map(([id, words]) =>
    JSON.stringify({ id, schema: 'Company', caption: words.join(' '), properties: { name: [words.join(' ')] } }),
  );
  const bytes = Buffer.from(lines.join('\n'));
  const { listings, format } = parseList(name, [{ name: 'made.ftm.json', bytes }]);
  await store.recordListVersion({
    list: name,
    rows: listings,
    version: () => ({ sha256: sha256(bytes), publishedAt: null, fetchedAt: '2026-01-01T00:00:00Z', format, files: [] }),
    hold: () => false,
  });
}

async function rowOf(
  store: Store,
  screening: Awaited<ReturnType<typeof openScreening>>,
  key: string,
  query: NameQuery,
): Promise<Parameters<Store['putSetRows']>[2][number]> {
  const matches: readonly Match[] = screening.index.search(query, { threshold: SETTINGS.threshold, limit: SETTINGS.limit + BEYOND_LIMIT });
  const [judged = []] = await judgeMatches(store, [{ subject: subjectOfRow({ key, query }), query, matches }], SETTINGS.limit);
  return { key, query, partyHash: partyHash(query), results: keptMatches(judged), recipe: rowRecipe(screening, SETTINGS) };
}
