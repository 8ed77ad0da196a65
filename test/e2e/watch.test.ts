import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wechatArticle, withAddress } from '../fixtures/pages.ts';
import { page } from './case.ts';
import { openHome, until, visitsIn, type TestHome } from './command.ts';
import { feedOf, noticePage, openPublisher, type Publisher } from './publisher.ts';
import { captureShape, noticeShape, showShape, sourceShape } from './shapes.ts';

let publisher: Publisher;
let home: TestHome;

beforeEach(async () => {
  [publisher, home] = [await openPublisher(), openHome()];
});
afterEach(() => publisher.close());

const tender = (name: string) =>
  noticePage(`Tender ${name}`, `The buyer seeks radio equipment as in lot ${name}, offers until the end of the month.`);
const feed = (...names: readonly string[]) => feedOf(names.map((name) => ({ url: `${publisher.origin}/${name}`, title: name })));
const add = (...more: readonly string[]) => home.run(['source', 'add', `${publisher.origin}/feed`, '--allow-private', ...more]);
const once = async (...more: readonly string[]) => visitsIn((await home.run(['watch', '--once', '--json', ...more])).stdout);

describe('watch --once', () => {
  it('takes what is due and what follows from it, no address twice', async () => {
    publisher.set('/feed', feed('a', 'b'));
    for (const name of ['a', 'b', 'c']) publisher.set(`/${name}`, tender(name));
    await add('--every', '1h', '--follow', '1h');
    const first = await once();
    expect(first.map((one) => new URL(one.url).pathname).toSorted()).toEqual(['/a', '/b', '/feed']);
    expect(await once()).toEqual([]);
    publisher.set('/feed', feed('c', 'a', 'b'));
    expect(await once()).toEqual([]);
    const all = await once('--now');
    expect(all.map((one) => new URL(one.url).pathname).toSorted()).toEqual(['/a', '/b', '/c', '/feed']);
    expect(publisher.visits('/c')).toBe(1);
  });

  it('ends with 0 whatever the sources answered, and --now asks again what back-off holds', async () => {
    publisher.set('/feed', feed('a'));
    publisher.set('/a', tender('a'));
    await add('--every', '1s', '--follow', '1s');
    await once();
    for (const path of ['/feed', '/a'])
      publisher.set(path, { kind: 'page', status: 503, body: 'busy', headers: { 'retry-after': '3600' } });
    expect((await once('--now')).find((one) => one.kind === 'check')?.outcome).toBe('http 503');
    const [source] = (await home.json(['source', 'list'])).map((line) => sourceShape.parse(line));
    expect(source).toMatchObject({
      health: { errorStreak: 1, lastError: 'http 503' },
      host: { heldReason: expect.stringMatching(/./) as unknown },
    });
    expect(Date.parse(source?.host.heldUntil ?? '') - Date.now()).toBeGreaterThan(3_000_000);
    const asked = publisher.requests.length;
    expect(await once()).toEqual([]);
    expect(publisher.requests).toHaveLength(asked);
    publisher.set('/feed', { kind: 'reset' });
    expect((await once('--now')).find((one) => one.kind === 'check')?.outcome).toMatch(/reset|broke/);
    expect(publisher.requests.length).toBeGreaterThan(asked);
  });

  it('does not take a feed that answers something else for an empty feed', async () => {
    publisher.set('/feed', feed('a'));
    publisher.set('/a', tender('a'));
    await add('--every', '1s', '--follow', '1s');
    await once();
    publisher.set('/feed', page('<html><body>Under maintenance</body></html>'));
    const [check] = (await once('--now')).filter((one) => one.kind === 'check');
    expect(check?.outcome).not.toBe('ok');
    expect((await home.json(['notices'])).map((line) => noticeShape.parse(line))).toMatchObject([{ state: 'present' }]);
  });
});

describe('watch --now', () => {
  it('is one round, not a hammer', async () => {
    publisher.set('/feed', feed('a'));
    publisher.set('/a', tender('a'));
    publisher.set('/b', tender('b'));
    await add('--every', '1h', '--follow', '1h');
    await once();
    const watcher = home.start(['watch', '--now', '--json']);
    await until('the round is over', () => visitsIn(watcher.stdout()).length >= 2);
    // By then it would have gone round some hundred times.
    await home.run(['capture', `${publisher.origin}/b`, '--allow-private']);
    watcher.kill('SIGTERM');
    await watcher.ended;
    expect([publisher.visits('/feed'), publisher.visits('/a')]).toEqual([3, 2]);
  });
});

describe('notices', () => {
  it('are found by state and by words, in their own language', async () => {
    publisher.set('/feed', feed('zh', 'ru', 'uk', 'en'));
    publisher.set('/zh', noticePage('关于求购无人机的公告', '现有境外客户求购无人机干扰器。'));
    publisher.set('/ru', noticePage('Закупка подавителей дронов', 'Куплю подавитель дронов для нужд предприятия.'));
    publisher.set('/uk', noticePage('Закупівля тепловізорів', 'Запрошуємо надати пропозиції щодо тепловізійних прицілів.'));
    publisher.set('/en', noticePage('Request for jammers', 'We are looking for drone jammers, see the annex for details.'));
    await add();
    await once();
    publisher.set('/en', { kind: 'page', status: 410, body: 'gone' });
    await once('--now');
    await once('--now');
    const found = async (...args: readonly string[]) =>
      (await home.json(['notices', ...args])).map((line) => new URL(noticeShape.parse(line).url).pathname).toSorted();
    expect(await found('--query', '求购')).toEqual(['/zh']);
    expect(await found('--query', '购无')).toEqual(['/zh']);
    expect(await found('--query', 'подавитель')).toEqual(['/ru']);
    expect(await found('--query', 'прицілів')).toEqual(['/uk']);
    expect(await found('--query', 'JAMMERS annex')).toEqual(['/en']);
    expect(await found('--query', 'jammers 求购')).toEqual([]);
    expect(await found('--query', '"jammers" or 求购')).toEqual(['/en', '/zh']);
    expect(await found('--query', 'removed')).toEqual(['/en']);
    expect(await found('--query', 'goods:counter_uav_jam -removed')).toEqual(['/ru', '/zh']);
    expect(await found('--query', 'not (lang:zh,ru or jammers)')).toEqual(['/uk']);
    expect(await found('--query', 'indicator:CASE-03 and intent:buy')).toEqual(['/zh']);
    expect(await found('--query', 'indicator:BIS-KYC-02 or place:RU')).toEqual(['/en', '/uk', '/zh']);
    expect(await found('--query', 'priority>=0 and not подавитель', '--limit', '2')).toHaveLength(2);
    const unread = await home.run(['notices', '--query', '"*('], 2);
    expect(unread.stderr).toContain('position 1 of 3');
    expect(await found('--state', 'removed')).toEqual(['/en']);
    expect(await found('--state', 'present')).toEqual(['/ru', '/uk', '/zh']);
    expect(await found('--limit', '1')).toHaveLength(1);
    expect(await found('--source', `${publisher.origin}/feed`)).toHaveLength(4);
    const { stdout } = await home.run(['notices', '--state', 'removed']);
    expect(stdout).toContain('removed (status)');
    expect(stdout).toContain('Request for jammers');
  });
});

/** An article that says which of the addresses of its host is its own. */
const articleOf = ({ origin }: Publisher, text = '现有境外客户求购无人机干扰器。') =>
  withAddress(wechatArticle({ body: `<p>${text}</p>` }), `${origin}/short`);

describe('capture', () => {
  it('makes a notice that the watcher then follows', async () => {
    publisher.set('/alone', tender('alone'));
    const url = `${publisher.origin}/alone`;
    const refused = await home.run(['capture', url], 7);
    expect(refused.stderr).toContain('--allow-private');
    const [made] = (await home.json(['capture', url, '--allow-private'])).map((line) => captureShape.parse(line));
    expect(made).toMatchObject({ sources: [], state: 'present', versions: 1 });
    const [again] = (await home.json(['capture', url])).map((line) => captureShape.parse(line));
    expect(again).toMatchObject({ id: made?.id, observed: 'present', capture: made?.capture });
    publisher.set('/alone', tender('alone, amended'));
    expect(await once('--now')).toMatchObject([{ kind: 'visit', state: 'changed' }]);
    expect(showShape.parse((await home.json(['show', url]))[0])).toMatchObject({ id: made?.id, state: 'changed', versions: 2 });
  });

  it('of an address that does not answer says so, and lists it', async () => {
    publisher.set('/broken', { kind: 'reset' });
    const { stdout } = await home.run(['capture', `${publisher.origin}/broken`, '--allow-private', '--json'], 8);
    expect(captureShape.parse(JSON.parse(stdout))).toMatchObject({ state: 'unreachable', capture: null });
  });

  it('merges the short and the long address of one article; the older id stays', async () => {
    const article = articleOf(publisher);
    for (const path of ['/short', '/long', '/third']) publisher.set(path, page(article));
    const [short, long] = [`${publisher.origin}/short`, `${publisher.origin}/long`];
    const [older] = (await home.json(['capture', short, '--allow-private'])).map((line) => captureShape.parse(line));
    const before = (await home.json(['notices'])).length;
    const [merged] = (await home.json(['capture', long, '--allow-private'])).map((line) => captureShape.parse(line));
    expect([before, (await home.json(['notices'])).length]).toEqual([1, 1]);
    expect(merged?.id).toBe(older?.id);
    expect(merged?.aliases).toEqual(expect.arrayContaining([long]));
    const shown = showShape.parse((await home.json(['show', long]))[0]);
    expect(shown.id).toBe(older?.id);
    expect(shown.observations.map((one) => one.url)).toEqual([short, long]);
    await home.run(['log', 'verify']);
  });

  it('takes an article that another host shows for another notice, whatever it says of its addresses, and in whatever order', async () => {
    for (const path of ['/short', '/long']) publisher.set(path, page(articleOf(publisher)));
    publisher.set('/mirror', page(articleOf(publisher, '现有客户求购儿童玩具一批。')));
    publisher.set('/before', page(articleOf(publisher, '现有客户求购办公用品一批。').replaceAll('/short', '/later')));
    const elsewhere = publisher.origin.replace('127.0.0.1', 'localhost');
    const capture = async (url: string) => captureShape.parse((await home.json(['capture', url, '--allow-private']))[0]);
    const genuine = await capture(`${publisher.origin}/short`);
    const mirror = await capture(`${elsewhere}/mirror`);
    expect(mirror.id).not.toBe(genuine.id);
    expect(mirror.aliases.filter((one) => one !== mirror.url)).toEqual([]);
    const shown = showShape.parse((await home.json(['show', genuine.url]))[0]);
    expect(shown).toMatchObject({ id: genuine.id, versions: 1, title: genuine.title });
    expect(shown.observations).toHaveLength(1);

    await capture(`${elsewhere}/before`);
    publisher.set('/later', page(articleOf(publisher)));
    publisher.set('/feed', feed('later'));
    await add();
    expect((await once()).map((one) => one.url)).toContain(`${publisher.origin}/later`);
    expect((await capture(`${publisher.origin}/long`)).id).toBe(genuine.id);
    await home.run(['log', 'verify']);
  });

  it('of two notices that turn out to be one keeps both histories, and both ids answer', async () => {
    const article = articleOf(publisher);
    const [short, long] = [`${publisher.origin}/short`, `${publisher.origin}/long`];
    publisher.set('/short', page(article));
    publisher.set('/long', { kind: 'page', status: 500, body: 'later' });
    const [older] = (await home.json(['capture', short, '--allow-private'])).map((line) => captureShape.parse(line));
    const [younger] = (await home.json(['capture', long, '--allow-private'])).map((line) => captureShape.parse(line));
    expect(younger?.id).not.toBe(older?.id);
    publisher.set('/long', page(article));
    await once('--now');
    const both = await Promise.all(
      [older?.id ?? '', younger?.id ?? '', short, long].map(async (name) => showShape.parse((await home.json(['show', name]))[0])),
    );
    for (const shown of both) {
      expect(shown.id).toBe(older?.id);
      expect(shown.observations.map((one) => one.state)).toEqual(expect.arrayContaining(['present', 'unreachable']));
      expect(shown.aliases).toEqual(expect.arrayContaining([long]));
    }
    expect(await home.json(['notices'])).toHaveLength(1);
    await home.run(['log', 'verify']);
  });
});
