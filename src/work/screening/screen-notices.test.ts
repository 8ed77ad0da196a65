import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import type { NoticeId } from '../../model/ids.ts';
import type { Store } from '../../store/port.ts';
import { openSqliteStore } from '../../store/sqlite/open.ts';
import { item, listed } from '../../../test/contract/watcher.ts';
import { summaryScorer } from '../rescore.ts';
import { decideMatch } from './decide-match.ts';
import { judgeNotices, listedParties } from './judge-notice.ts';
import { openNoticeScreening } from './notice-screening.ts';
import { screenNotices } from './screen-notices.ts';
import { readNotice, takeList } from '../../../test/made-notices.ts';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const WORDS = ['Borvelon', 'Zankurit', 'Midtolan', 'Gripashev', 'Дрелюксан', 'Фонсевит', '海格', '维科'] as const;
const clock = { now: () => Date.parse('2026-01-01T00:00:00Z'), monotonic: () => 0 };

/** Parties of few words, so that names of one are parts of those of another. */
const name = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
const madeList = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), fc.array(name, { minLength: 1, maxLength: 2 }), {
  minKeys: 1,
  maxKeys: 6,
});
const sentence = fc
  .tuple(
    fc.constantFrom('ООО «', 'завод «', 'supplier: ', '公司', ''),
    name,
    fc.constantFrom('» поставит', ' LLC, Moscow', '有限公司', '.\n', ' '),
  )
  .map((parts) => parts.join(''));
const made = fc.record({ text: fc.array(sentence, { minLength: 1, maxLength: 6 }), publisher: fc.option(name) });
const act = fc.oneof(
  fc.record({ update: fc.constantFrom('one', 'two'), list: madeList }),
  fc.record({
    link: fc.constantFrom('link' as const, 'unlink' as const),
    one: fc.constantFrom('a', 'b'),
    other: fc.constantFrom('a', 'b'),
  }),
  fc.record({ reading: fc.nat(2), made }),
  fc.record({ decide: fc.nat(20), verdict: fc.constantFrom('cleared' as const, 'unsure' as const, 'hit' as const) }),
);

it('gives each notice the matches, listed parties and priority that a full run gives, whatever changes', async () => {
  let again = 0;
  await fc.assert(
    fc.asyncProperty(
      madeList,
      madeList,
      fc.tuple(made, made, made),
      fc.array(act, { minLength: 1, maxLength: 5 }),
      async (one, two, notices, acts) => {
        const home = mkdtempSync(join(tmpdir(), 'dualwatch-notices-'));
        folders.push(home);
        const store = await openSqliteStore(join(home, 'dualwatch.db'), { create: true });
        const parts = { store, home, note: () => undefined };
        try {
          const { ids } = await listed(
            store,
            notices.map((_, n) => item(`http://h${n}.example/1`)),
          );
          for (const [n, reading] of notices.entries()) await readNotice(store, n, reading);
          expect(await screenNotices(parts)).toEqual({ notices: 0, screened: 0, changed: 0 });
          await takeList(store, 'one', one);
          await takeList(store, 'two', two);
          await screenNotices(parts);
          for (const done of acts) {
            if ('list' in done) await takeList(store, done.update, done.list);
            else if ('made' in done) await readNotice(store, done.reading, done.made);
            else if ('decide' in done) await decide(store, ids, done.decide, done.verdict);
            else if ((await store.listingById(`one:${done.one}`)) && (await store.listingById(`two:${done.other}`)))
              await store.recordPartyLink({
                link: done.link,
                one: `one:${done.one}`,
                other: `two:${done.other}`,
                why: 'test',
                by: 'test',
                at: '2026-01-01T00:00:00Z',
              });
            again += (await screenNotices(parts)).screened;
            const screening = await openNoticeScreening(store, home);
            for (const reading of await store.readingsForScreening(0, 9)) {
              const full = screening?.screen(reading) ?? [];
              expect(reading, reading.reading.text).toMatchObject({ matches: full, recipe: screening?.recipe });
              const [judged = []] = await judgeNotices(store, [full]);
              const known = await store.followOf(reading.noticeId);
              if (known === undefined) throw new Error('the notice is there');
              expect(known.summary.listed).toEqual(listedParties(judged));
              expect(known.summary).toMatchObject(summaryScorer()(known.summary, known.follow.state));
            }
            const changed = await screenNotices(parts, { all: true }, async (difference) =>
              expect(difference).toMatchObject({ added: [], removed: [], changed: [] }),
            );
            expect(changed.notices).toBe(3);
          }
        } finally {
          await store.close();
        }
      },
    ),
    { numRuns: 15 },
  );
  expect(again).toBeGreaterThan(0);
}, 180_000);

it('goes on after a run that was stopped, with what that had not recorded', async () => {
  const home = mkdtempSync(join(tmpdir(), 'dualwatch-notices-'));
  folders.push(home);
  const store = await openSqliteStore(join(home, 'dualwatch.db'), { create: true });
  const parts = { store, home, note: () => undefined };
  try {
    await listed(
      store,
      Array.from({ length: 120 }, (_, n) => item(`http://h${n}.example/1`)),
    );
    for (let n = 0; n < 120; n += 1) await readNotice(store, n, { text: ['ООО «Borvelon Zankurit», Moscow'], publisher: null });
    await takeList(store, 'one', { a: ['Borvelon Zankurit LLC'] });
    const stop = new AbortController();
    await expect(screenNotices(parts, { signal: stop.signal, onProgress: () => stop.abort() })).rejects.toThrow();
    const rest: string[] = [];
    expect(await screenNotices(parts, {}, async ({ notice }) => void rest.push(notice))).toEqual({
      notices: 70,
      screened: 70,
      changed: 70,
    });
    expect(new Set(rest).size).toBe(70);
    for await (const notice of store.listNotices({})) expect(notice).toMatchObject({ priority: 25, listed: [{ id: 'one:a' }] });
    // A list that touches none of them: nothing is read again.
    await takeList(store, 'two', { b: ['Gripashev Midtolan'] });
    expect(await screenNotices(parts)).toEqual({ notices: 120, screened: 0, changed: 0 });
  } finally {
    await store.close();
  }
});

async function decide(store: Store, ids: readonly NoticeId[], nth: number, verdict: 'cleared' | 'unsure' | 'hit'): Promise<void> {
  const matches = (await Promise.all(ids.map((id) => store.matchesOf(id)))).flatMap((kept) => kept?.matches ?? []);
  const match = matches[nth % Math.max(1, matches.length)];
  if (match !== undefined) await decideMatch({ store, clock }, { key: match.key, verdict, why: 'test', by: 'test' });
}
