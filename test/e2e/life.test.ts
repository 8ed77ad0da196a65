import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeWithShared } from '../shared-data.ts';
import { bare, page, realPages, SYNTHESISED, truthOf, type CasePages } from './case.ts';
import { openHome, visitsIn, type SeenVisit, type TestHome } from './command.ts';
import { feedOf, openPublisher, type Answer, type Publisher } from './publisher.ts';
import { noticeShape, showShape, type Notice, type Shown } from './shapes.ts';
import { expectReadable, hasWarcio } from './warcio.ts';

describe('on pages made from the markup', () => life(() => SYNTHESISED));
describeWithShared('on real pages', 'data/pages/wechat', (folder) => life(() => realPages(folder)));

const TYPES = [0, 8, 10] as const;
const CAPTCHA_PATH = '/mp/wappoc_appmsgcaptcha';

/** What a visitor may meet instead of an article, and what it is. None but the first three is a removal. */
const met = (pages: CasePages) =>
  ({
    publisher: [page(pages.removedByPublisher), 'removed', /./],
    platform: [page(pages.removedByPlatform), 'removed', /./],
    status: [page('gone', { status: 404 }), 'removed', /404/],
    withheld: [page(pages.withheld), 'blocked', /^withheld$/],
    verification: [page(pages.verification), 'blocked', /^captcha$/],
    error: [page('', { status: 500 }), 'unreachable', /^http 500$/],
    busy: [page('busy', { status: 503 }), 'unreachable', /^http 503$/],
    empty: [page(''), 'unreachable', /^empty$/],
    silent: [{ kind: 'hang' }, 'unreachable', /time/],
    broken: [{ kind: 'reset' }, 'unreachable', /./],
  }) as const satisfies Record<string, readonly [Answer, string, RegExp]>;

function life(load: () => CasePages): void {
  let pages: CasePages;
  let publisher: Publisher;
  let home: TestHome;
  const show = async (path: string): Promise<Shown> => showShape.parse((await home.json(['show', `${publisher.origin}${path}`]))[0]);
  const visitAll = async (): Promise<readonly SeenVisit[]> => visitsIn((await home.run(['watch', '--once', '--now', '--json'])).stdout);
  /** One visit of one notice; what it showed. */
  const visit = async (path: string, answer?: Answer): Promise<SeenVisit | undefined> => {
    if (answer) publisher.set(path, answer);
    return (await visitAll()).find((seen) => seen.kind === 'visit' && seen.url.endsWith(path));
  };

  beforeAll(async () => {
    pages = load();
    [publisher, home] = [await openPublisher(), openHome({ DUALWATCH_FETCH_PACE: '5ms' })];
    const paths = [...TYPES.map((type) => `/s/type${type}`), ...Object.keys(met(pages)).map((name) => `/t/${name}`)];
    publisher.set('/feed', feedOf(paths.map((path) => ({ url: publisher.origin + path, title: path }))));
    for (const type of TYPES) publisher.set(`/s/type${type}`, page(pages.articles[type], { etag: true }));
    for (const name of Object.keys(met(pages))) publisher.set(`/t/${name}`, page(plainNotice(name)));
    publisher.set(CAPTCHA_PATH, page(pages.verification));
    await home.run(['source', 'add', `${publisher.origin}/feed`, '--every', '1s', '--follow', '1s', '--allow-private']);
    await visitAll();
  }, 60_000);
  afterAll(() => publisher.close());

  it.each(TYPES)('reads an article of type %d: title, account, time, body', async (type) => {
    const truth = truthOf(pages.articles[type]);
    expect(truth.body.length).toBeGreaterThan(20);
    const shown = await show(`/s/type${type}`);
    expect(shown).toMatchObject({
      state: 'present',
      reason: null,
      versions: 1,
      title: truth.title,
      publisher: truth.publisher,
      publishedAt: truth.publishedAt,
      lang: 'zh',
    });
    const { text } = shown.reading ?? { text: '' };
    expect(text.startsWith(`${truth.title}\n`)).toBe(true);
    expect(bare(text.slice(truth.title.length))).toBe(truth.body);
    expect(shown.mentions.every(({ start, end, text: found }) => text.slice(start, end) === found)).toBe(true);
  });

  it('takes nothing but a removal for a removal, seen once or twice', async () => {
    const cases = Object.entries(met(pages));
    for (const [name, [answer]] of cases) publisher.set(`/t/${name}`, answer);
    const first = await listed();
    const second = await listed();
    for (const [name, [, state, reason]] of cases) {
      const gone = state === 'removed';
      const [once, twice] = [first.get(name), second.get(name)];
      expect(once, name).toMatchObject(
        gone
          ? {
              state: 'present',
              reason: null,
              removal: { kind: name, confirmedAt: null },
              pending: { state: 'removed', waitsFor: 'sighting' },
            }
          : { state, reason: expect.stringMatching(reason) as unknown },
      );
      expect(twice, name).toMatchObject(
        gone
          ? { state: 'removed', removal: { kind: name, firstSeenGoneAt: once?.removal?.firstSeenGoneAt } }
          : { state, reason: expect.stringMatching(reason) as unknown },
      );
      expect(twice?.removal === undefined || typeof twice.removal.confirmedAt === 'string', name).toBe(true);
      expect(twice?.removal !== undefined, name).toBe(gone);
      expect(twice?.versions, name).toBe(1);
    }
  }, 180_000);

  async function listed(): Promise<ReadonlyMap<string, Notice>> {
    await visitAll();
    const notices = (await home.json(['notices'])).map((line) => noticeShape.parse(line));
    return new Map(notices.map((notice) => [notice.url.split('/').at(-1) ?? '', notice]));
  }

  it('goes through the whole life of an article', async () => {
    for (const name of Object.keys(met(pages))) publisher.set(`/t/${name}`, page(plainNotice(name)));
    const path = '/s/type0';
    const before = await show(path);
    const original = before.captures[0];

    expect(await visit(path)).toMatchObject({ state: 'present', capture: null });
    expect(publisher.requests.findLast((request) => request.path === path)?.headers['if-none-match']).toBeDefined();

    const edited = pages.articles[0]
      .replaceAll('</p></div>', '</p><p>更正：截止日期延长。</p></div>')
      .replace(/(id="js_content"[^>]*>)/, '$1<p>更正：截止日期延长。</p>');
    expect(await visit(path, page(edited))).toMatchObject({ state: 'changed' });
    expect(await visit(path, { kind: 'redirect', to: `${CAPTCHA_PATH}?poc_token=x&target_url=y` })).toMatchObject({
      state: 'blocked',
      reason: 'captcha',
    });
    expect(await show(path)).toMatchObject({ state: 'blocked', reason: 'captcha', versions: 2 });

    expect(await visit(path, page(pages.removedByPublisher))).toMatchObject({ state: 'removed' });
    const seemsGone = await show(path);
    expect(seemsGone).toMatchObject({ state: 'changed', reason: null, removal: { kind: 'publisher', confirmedAt: null } });
    expect(await visit(path)).toMatchObject({ state: 'removed' });
    const removed = await show(path);
    expect(removed).toMatchObject({
      state: 'removed',
      removal: { kind: 'publisher', firstSeenGoneAt: seemsGone.removal?.firstSeenGoneAt },
    });
    expect(removed.removal?.confirmedAt).toEqual(removed.observations.at(-1)?.at);
    expect(removed.lastSeenPresentAt).toEqual(removed.observations.find((one) => one.state === 'changed')?.at);
    expect(removed.captures.map((one) => one.sha256)).toEqual(expect.arrayContaining([...(removed.removal?.evidence ?? ['none'])]));

    expect(await visit(path, page(pages.verification))).toMatchObject({ state: 'blocked' });
    expect(await show(path)).toMatchObject({ state: 'removed', removal: removed.removal });
    expect(await visit(path, page(edited))).toMatchObject({ state: 'present' });
    const back = await show(path);
    expect(back).toMatchObject({ state: 'changed', reason: null, versions: 2 });
    expect(back.removal).toBeUndefined();
    const states = back.observations.map((one) => one.state);
    expect(states.slice(states.indexOf('changed'))).toEqual(['changed', 'blocked', 'removed', 'removed', 'blocked', 'present']);

    // Nothing was evicted: not the first bytes, not the edit, not the captcha, not the removal page.
    const contents = back.captures.map(({ warc, sha256 }) => {
      const file = readFileSync(join(home.path, warc ?? 'dropped'));
      expect(createHash('sha256').update(file).digest('hex')).toBe(sha256);
      return gunzipSync(file);
    });
    for (const served of [pages.articles[0], edited, pages.verification, pages.removedByPublisher])
      expect(contents.some((content) => content.includes(served))).toBe(true);
    expect(back.captures[0]).toEqual(original);
  }, 180_000);

  it('leaves evidence that holds', async () => {
    expect((await home.run(['log', 'verify'])).stdout).toContain('All holds');
  });

  it.skipIf(!hasWarcio)('leaves files that an outside WARC reader takes [needs DUALWATCH_WARCIO]', () =>
    expectReadable(join(home.path, 'captures')),
  );
}

/** A page of no known site; each another. */
function plainNotice(name: string): string {
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Tender ${name}</title></head><body><article><h1>Tender ${name}</h1><p>The buyer seeks offers for radio equipment until the end of the month, see lot ${name}.</p></article></body></html>`;
}

describe('a removal', () => {
  it('is not confirmed before its time', async () => {
    const publisher = await openPublisher();
    try {
      const home = openHome({ DUALWATCH_FOLLOW_CONFIRM_AFTER: '1h' });
      const url = `${publisher.origin}/s/two`;
      publisher.set('/s/two', page(SYNTHESISED.articles[0]));
      await home.run(['capture', url, '--allow-private']);
      publisher.set('/s/two', page(SYNTHESISED.removedByPublisher));
      for (const _ of ['first', 'second']) await home.run(['watch', '--once', '--now']);
      const { observations, ...notice } = showShape.parse((await home.json(['show', url]))[0]);
      expect(observations.map((one) => one.state)).toEqual(['present', 'removed', 'removed']);
      expect(notice).toMatchObject({ state: 'present', removal: { kind: 'publisher', confirmedAt: null } });
    } finally {
      await publisher.close();
    }
  });
});
