import { expect, test } from 'vitest';
import type { Digest } from '../../src/model/digest.ts';
import type { NoticeId } from '../../src/model/ids.ts';
import type { TextMatch } from '../../src/model/match.ts';
import type { NoticeMatches, ReadingToScreen, ScoreSummary } from '../../src/store/screening-port.ts';
import type { Bench } from './store.ts';
import { HOUR, T0, all, capture, claimNotice, derived, item, listed, summary, visit } from './watcher.ts';

const URL_1 = 'http://a.example/1';
const URL_2 = 'http://b.example/1';

/** Matches of notices, and which notices wait to be screened. */
export function screenedNoticeContract({ store }: Bench): void {
  test('a reading waits until it is screened under this recipe as it is now; its matches are shown', async () => {
    const { ids } = await listed(store(), [item(URL_1), item(URL_2)]);
    expect(await waiting('s1')).toEqual([]);
    const first = await read(URL_1, 'A', 'one');
    expect(await waiting('s1')).toEqual([ids[0]]);
    const [reading] = await store().unscreened('s1', 9);
    expect(reading).toMatchObject({ noticeId: ids[0], capture: first, reading: { text: 'A\none' }, matches: [], recipe: '' });
    expect(await store().matchesOf(idOf(ids[0]))).toBeUndefined();
    expect(await store().recordNoticeMatches([found(reading, 's1')])).toBe(1);
    expect(await waiting('s1')).toEqual([]);
    expect(await waiting('s2')).toEqual([ids[0]]);
    expect(await store().matchesOf(idOf(ids[0]))).toEqual({ capture: first, recipe: 's1', matches: [MATCH] });
    expect((await store().findNotice(URL_1))?.listed).toEqual(found(reading, 's1').listed);
    expect((await all(store().listNotices({}))).map(({ listed: parties }) => parties.length).toSorted((a, b) => a - b)).toEqual([0, 1]);
    expect((await store().followOf(idOf(ids[0])))?.summary.listed).toHaveLength(1);

    // The same words again: nothing to do. Other words, or another capture: screened anew, and shown as it was meanwhile.
    await store().recordReadings([derived(idOf(ids[0]), first, 'A', 'one', { recipe: 'r2' })]);
    expect(await waiting('s1')).toEqual([]);
    await store().recordReadings([derived(idOf(ids[0]), first, 'A', 'other', { recipe: 'r3', summary: summary('A', { priority: 7 }) })]);
    expect(await waiting('s1')).toEqual([ids[0]]);
    expect(await store().findNotice(URL_1)).toMatchObject({ priority: 7, listed: [{ list: 'sdn', listing: 'sdn:1' }] });
    // What was made of the words before they changed comes too late.
    expect(reading && (await store().recordNoticeMatches([found(reading, 's1')]))).toBe(0);
    const [again] = await store().unscreened('s1', 9);
    expect(again).toMatchObject({ reading: { text: 'A\nother' }, matches: [MATCH], recipe: '' });
    await store().recordNoticeMatches([found(again, 's1')]);
    const second = await read(URL_1, 'B', 'two', T0 + HOUR);
    expect((await store().unscreened('s1', 9)).map((one) => one.capture)).toEqual([second]);
    // An older capture read anew does not speak for the notice.
    const [newest] = await store().unscreened('s1', 9);
    await store().recordNoticeMatches([found(newest, 's1')]);
    await store().recordReadings([derived(idOf(ids[0]), first, 'A', 'third', { recipe: 'r4', summary: null })]);
    expect(await waiting('s1')).toEqual([]);
    // It turns out that neither shows the notice: nothing is left to screen or to show.
    for (const of of [first, second]) {
      const gone = derived(idOf(ids[0]), of, '', '', { recipe: 'r5', summary: null });
      await store().recordReadings([{ ...gone, reading: { ...gone.reading, state: 'removed' } }]);
    }
    expect([await waiting('s2'), await store().matchesOf(idOf(ids[0]))]).toEqual([[], undefined]);
    expect((await store().findNotice(URL_1))?.listed).toEqual([]);
  });

  test('matches are recorded with the priority that follows from them, as the notice stands in that moment', async () => {
    const { ids } = await listed(store(), [item(URL_1)]);
    await read(URL_1, 'A', 'one');
    const one = await store().readingToScreen(idOf(ids[0]));
    // Something else is said of the notice while it is screened.
    await store().recordSummary(idOf(ids[0]), summary('A', { goods: ['radio'], priority: 5 }), 5);
    const score: ScoreSummary = ({ goods, listed: parties }, state) => ({
      priority: 50,
      reasons: [...goods, parties.length.toString(), state],
    });
    expect(await store().recordNoticeMatches([found(one, 's1')], score)).toBe(1);
    expect(await store().findNotice(URL_1)).toMatchObject({ goods: ['radio'], priority: 50, reasons: ['radio', '1', 'present'] });
    const [again] = await store().readingsForScreening(0, 9);
    expect(await store().readingToScreen(idOf(ids[0]))).toEqual(again);
    // Too late to be recorded is too late to be scored.
    if (one !== undefined)
      expect(await store().recordNoticeMatches([{ ...found(one, 's1'), stamp: one.stamp - 1, listed: [] }], score)).toBe(0);
    expect(await store().findNotice(URL_1)).toMatchObject({ reasons: ['radio', '1', 'present'] });
    await listed(store(), [item(URL_2)]);
    expect(await store().readingToScreen(idOf((await store().findNotice(URL_2))?.id))).toBeUndefined();
  });

  test('all readings that speak for a notice come in order, a few at a time', async () => {
    const urls = Array.from({ length: 5 }, (_, n) => `http://h${n}.example/1`);
    const { ids } = await listed(
      store(),
      urls.map((url) => item(url)),
    );
    for (const [n, url] of urls.entries()) if (n !== 2) await read(url, `title ${n}`, 'text');
    const seen: string[] = [];
    for (let after = 0; ;) {
      const some = await store().readingsForScreening(after, 2);
      const last = some.at(-1);
      if (last === undefined) break;
      after = last.num;
      seen.push(...some.map(({ reading }) => reading.title ?? ''));
    }
    expect(seen.toSorted()).toEqual([0, 1, 3, 4].map((n) => `title ${n}`));
    expect(new Set(await waiting('s1', 3)).size).toBe(3);
    expect(await waiting('s1')).not.toContain(ids[2]);
  });

  test('what is untold stays until it was told as it is, and nothing stays of a notice that no reading speaks for', async () => {
    const { ids } = await listed(store(), [item(URL_1)]);
    const first = await read(URL_1, 'A', 'one');
    const screened = async (recipe: string, matches: readonly TextMatch[], untold: boolean): Promise<void> => {
      const one = await store().readingToScreen(idOf(ids[0]));
      await store().recordNoticeMatches([{ ...found(one, recipe), matches, untold }]);
    };
    await screened('s1', [], false);
    expect(await store().untoldMatches(0, 9)).toEqual([]);
    await screened('s2', [MATCH], true);
    await screened('s3', [{ ...MATCH, score: 0.8 }], true);
    const [news] = await store().untoldMatches(0, 9);
    expect(news).toMatchObject({ noticeId: ids[0], told: [], matches: [{ score: 0.8 }], recipe: 's3', lapses: [] });
    if (news === undefined) throw new Error('there is news');
    expect(await store().untoldMatches(news.num, 9)).toEqual([]);
    // Screened again between: what came then was not told.
    await store().noteTold([{ num: news.num, recipe: 's2', lapses: [] }]);
    expect(await store().untoldMatches(0, 9)).toHaveLength(1);
    await store().noteTold([{ num: news.num, recipe: 's3', lapses: ['k 2026'] }]);
    expect(await store().untoldMatches(0, 9)).toEqual([]);
    expect(await store().readingToScreen(idOf(ids[0]))).toMatchObject({ lapses: ['k 2026'] });
    await screened('s4', [], true);
    const gone = derived(idOf(ids[0]), first, '', '', { recipe: 'r5', summary: null });
    await store().recordReadings([{ ...gone, reading: { ...gone.reading, state: 'removed' } }]);
    await store().recordReadings([derived(idOf(ids[0]), first, 'A', 'other', { recipe: 'r6', summary: summary('A') })]);
    await screened('s4', [MATCH], false);
    expect(await store().untoldMatches(0, 9)).toEqual([]);
  });

  test('of two notices that are one the older keeps its matches and is screened anew', async () => {
    const { ids } = await listed(store(), [item(URL_1)], T0);
    const { ids: later } = await listed(store(), [item(URL_2, { aliases: ['same'] })], T0 + 1000);
    await read(URL_1, 'A', 'one', T0 + HOUR);
    await read(URL_2, 'B', 'two', T0 + HOUR + 1);
    const before = await store().unscreened('s1', 9);
    await store().recordNoticeMatches(before.map((one) => found(one, 's1', one.noticeId === ids[0] ? 'sdn:1' : 'sdn:2')));
    const [old] = await store().readingsForScreening(0, 9);
    await store().recordVisits([visit(await claimNotice(store(), URL_1, T0 + 2 * HOUR), T0 + 2 * HOUR, {}, { aliases: ['same', URL_2] })]);
    expect((await store().findNotice(URL_2))?.listed).toMatchObject([{ listing: 'sdn:1' }]);
    expect(await store().matchesOf(idOf(later[0]))).toMatchObject({ recipe: '', matches: [MATCH] });
    const joined = await store().unscreened('s1', 9);
    expect(joined).toMatchObject([{ noticeId: ids[0], reading: { title: 'B' } }]);
    expect(await store().recordNoticeMatches([found(old, 's1'), { ...found(joined[0], 's1'), noticeId: idOf(later[0]) }])).toBe(0);
    expect(await store().recordNoticeMatches(joined.map((one) => found(one, 's1')))).toBe(1);
    expect(await waiting('s1')).toEqual([]);
  });

  async function waiting(recipe: string, limit = 9): Promise<readonly NoticeId[]> {
    return (await store().unscreened(recipe, limit)).map(({ noticeId }) => noticeId);
  }

  /** A visit whose page is read; gives its capture. */
  async function read(url: string, title: string, body: string, atMs = T0): Promise<Digest> {
    const claim = await claimNotice(store(), url, atMs);
    const made = capture(claim, atMs);
    await store().recordVisits([visit(claim, atMs, { capture: made.record.sha256 }, { capture: made })]);
    await store().recordReadings([derived(claim.noticeId, made.record.sha256, title, body)]);
    return made.record.sha256;
  }
}

const MATCH: TextMatch = {
  key: 'k',
  id: 'sdn:1',
  caption: 'Beta',
  matchedName: 'Beta',
  score: 0.95,
  list: 'sdn',
  listing: 'sdn:1',
  explanation: { text: 'Beta = Beta', alignment: [], for: [], against: [] },
  start: 0,
  end: 1,
  text: 'A',
};

function found(one: ReadingToScreen | undefined, recipe: string, listing = 'sdn:1'): NoticeMatches {
  if (one === undefined) throw new Error('a reading waits');
  const { id, list, caption, score } = MATCH;
  return {
    noticeId: one.noticeId,
    stamp: one.stamp,
    recipe,
    matches: [MATCH],
    listed: [{ list, listing, id, caption, score, verdict: 'hit' }],
  };
}

function idOf(id: NoticeId | undefined): NoticeId {
  if (id === undefined) throw new Error('the notice was listed');
  return id;
}
