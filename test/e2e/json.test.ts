import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withAddress } from '../fixtures/pages.ts';
import { page, SYNTHESISED } from './case.ts';
import { openHome, parseLines, runCommand, testFolder, type TestHome } from './command.ts';
import { feedOf, noticePage, openPublisher, type Publisher } from './publisher.ts';
import {
  captureShape,
  checkpointShape,
  failedInputShape,
  noticeShape,
  proofShape,
  readShape,
  scanFileShape,
  scanLineShape,
  showShape,
  sourceShape,
  verifiedShape,
  type Shown,
} from './shapes.ts';

describe('JSON of a home', () => {
  let publisher: Publisher;
  let home: TestHome;

  beforeAll(async () => {
    [publisher, home] = [await openPublisher(), openHome()];
    publisher.set(
      '/feed',
      feedOf([
        { url: `${publisher.origin}/s/a`, title: '求购', at: Date.UTC(2026, 0, 2, 3, 4, 5) },
        { url: `${publisher.origin}/b`, title: 'Tender' },
      ]),
    );
    publisher.set('/s/a', page(withAddress(SYNTHESISED.articles[0], `${publisher.origin}/s/long`)));
    publisher.set(
      '/b',
      noticePage(
        'Request for quotation 17',
        'We are looking for 20 drone jammers or equivalent, delivery to Almaty, Kazakhstan.',
        'Contact: ann.example@buyer.example, tel. +7 701 555 01 99, until 15 March 2026.',
      ),
    );
    await home.run([
      'source',
      'add',
      `${publisher.origin}/feed`,
      '--name',
      'Tenders',
      '--every',
      '1s',
      '--follow',
      '1s',
      '--allow-private',
    ]);
    await home.run(['watch', '--once']);
  });
  afterAll(() => publisher.close());

  it('notices', async () => {
    const lines = await home.json(['notices']);
    const notices = lines.map((line) => noticeShape.parse(line));
    expect(notices).toHaveLength(2);
    expect(notices.map((one) => one.priority)).toEqual(notices.map((one) => one.priority).toSorted((a, b) => b - a));
    for (const notice of notices) expect(notice.sources).toMatchObject([{ name: 'Tenders' }]);
    const tender = notices.find((one) => one.url.endsWith('/b'));
    expect(tender).toMatchObject({
      title: 'Request for quotation 17',
      state: 'present',
      versions: 1,
      lang: 'en',
      goods: ['counter_uav_jam'],
    });
    const article = notices.find((one) => one.url.endsWith('/s/a'));
    expect(article?.goods).toContain('counter_uav_jam');
    expect(article?.lagSeconds).toBe(Math.round((Date.parse(article?.firstSeenAt ?? '') - Date.parse(article?.publishedAt ?? '')) / 1000));
  });

  it('show, whose mentions are spans of its text, masked and not', async () => {
    const [hidden, revealed] = await Promise.all(
      [[], ['--reveal']].map(async (more) => showShape.parse((await home.json(['show', `${publisher.origin}/b`, ...more]))[0])),
    );
    for (const shown of [hidden, revealed]) expectSpans(shown);
    const [dark, bright] = [hidden?.reading?.text ?? '', revealed?.reading?.text ?? ''];
    expect(bright).toContain('ann.example@buyer.example');
    expect(dark).not.toContain('ann.example');
    expect(dark).not.toContain('701 555 01 99');
    expect(dark).toHaveLength(bright.length);
    expect(hidden?.mentions.filter((one) => one.kind === 'contact').length).toBeGreaterThanOrEqual(2);
    expect(JSON.stringify(hidden)).not.toContain('ann.example');
    expect(bright.startsWith('Request for quotation 17\n')).toBe(true);
    const kinds = new Set(revealed?.mentions.map((one) => one.kind));
    for (const kind of ['good', 'place', 'intent', 'contact'] as const) expect(kinds).toContain(kind);
    const [good, intent] = (['good', 'intent'] as const).map((kind) => hidden?.mentions.find((one) => one.kind === kind));
    expect(good?.rule?.source).toBe(`goods/${good?.concept}.yaml`);
    expect(intent?.rule).toMatchObject({ kind: 'intent', source: 'intents.yaml' });
  });

  it('show by id, by address and by alias', async () => {
    const [notice] = (await home.json(['notices', '--query', '干扰器'])).map((line) => noticeShape.parse(line));
    expect(notice?.url).toBe(`${publisher.origin}/s/a`);
    const alias = `${publisher.origin}/s/long`;
    expect(notice?.aliases).toContain(alias);
    for (const name of [notice?.id ?? '', notice?.url ?? '', alias])
      expect((await home.json(['show', name]))[0]).toMatchObject({ id: notice?.id });
  });

  it('captures that others find under their name', async () => {
    const shown = showShape.parse((await home.json(['show', `${publisher.origin}/b`]))[0]);
    expect(shown.captures).toHaveLength(1);
    const [capture] = shown.captures;
    expect(capture).toMatchObject({ url: `${publisher.origin}/b`, status: 200, ip: '127.0.0.1' });
    const [digest] = [capture?.sha256 ?? ''];
    expect(capture?.warc).toBe(`captures/${digest.slice(0, 2)}/${digest.slice(2, 4)}/${digest}.warc.gz`);
    expect(shown.reading?.capture).toBe(digest);
    const [proof] = (await home.json(['log', 'prove', digest])).map((line) => proofShape.parse(line));
    expect(proof?.digest).toBe(digest);
    expect(proof?.proof).toContain('c2sp.org/tlog-proof@v1');
    expect(JSON.parse(proof?.entry ?? '{}')).toMatchObject({ type: 'capture', sha256: digest });
  });

  it('capture, source list, log verify, log checkpoint', async () => {
    publisher.set('/c', noticePage('Another request', 'We buy thermal imaging cameras for our patrols, in large quantities.'));
    const [captured] = (await home.json(['capture', `${publisher.origin}/c`, '--allow-private'])).map((line) => captureShape.parse(line));
    expect(captured).toMatchObject({ sources: [], state: 'present', observed: 'present', observedReason: null });
    const sources = (await home.json(['source', 'list'])).map((line) => sourceShape.parse(line));
    expect(sources).toMatchObject([
      {
        name: 'Tenders',
        kind: 'feed',
        everyMs: 1000,
        followMs: 1000,
        allowPrivate: true,
        health: { errorStreak: 0, lastError: null, notices: 2 },
      },
    ]);
    expect((await home.json(['log', 'checkpoint'])).map((line) => checkpointShape.parse(line))).toHaveLength(1);
    expect((await home.json(['log', 'verify'])).map((line) => verifiedShape.parse(line))).toMatchObject([{ ok: true, captures: 4 }]);
  });
});

describe('JSON of files', () => {
  it('scan answers lines in their order, and what is no line in its place', async () => {
    const texts = ['求购无人机干扰器两套', '', 'Куплю подавитель дронов «Булат»', 'nothing of interest', 'drone light show in the park'];
    const input = texts.map((text, id) => JSON.stringify({ id, text })).join('\n');
    const { code, stdout } = await runCommand(['scan', '--jsonl', '-', '--json'], { stdin: input });
    expect(code).toBe(0);
    const answers = parseLines(stdout).map((line) => scanLineShape.parse(line));
    expect(answers.map((one) => one.id)).toEqual(texts.map((_, id) => id));
    for (const { id, mentions, goods } of answers) {
      expect(mentions.every(({ start, end, text }) => (texts[Number(id)] ?? '').slice(start, end) === text)).toBe(true);
      expect(new Set(goods)).toEqual(new Set(mentions.filter((one) => one.role === 'goods').flatMap((one) => one.concept ?? [])));
    }
    expect(answers[0]?.goods).toContain('counter_uav_jam');
    expect(answers[2]?.goods).toContain('counter_uav_jam');
    expect(answers[4]?.goods).toEqual([]);

    const folder = testFolder();
    const file = join(folder, 'in.jsonl');
    writeFileSync(file, '{"id":"first","text":"drone jammer"}\nnot json\n{"id":"no text"}\n{"id":"last","text":"drone jammer"}');
    const broken = await runCommand(['scan', '--jsonl', file]);
    expect(broken.code).toBe(3);
    const lines = parseLines(broken.stdout);
    expect(lines).toHaveLength(4);
    expect(scanLineShape.parse(lines[0]).id).toBe('first');
    for (const line of lines.slice(1, 3))
      expect(line).toMatchObject({ error: { code: 'input-malformed', message: expect.stringMatching(/line [23]/) as unknown } });
    expect(scanLineShape.parse(lines[3]).goods).toEqual(['counter_uav_jam']);
  });

  it('scan goes on after a file that cannot be read', async () => {
    const folder = testFolder();
    mkdirSync(join(folder, 'folder'));
    writeFileSync(join(folder, 'letter.txt'), 'We seek a drone jammer.');
    writeFileSync(join(folder, 'page.html'), '<!DOCTYPE html><title>RFQ</title><p>We seek a drone <b>jam</b>mer.</p>');
    const { code, stdout, stderr } = await runCommand(['scan', 'letter.txt', 'missing.txt', 'folder', 'page.html', '-', '--json'], {
      cwd: folder,
      stdin: 'Drohne',
    });
    expect(code).toBe(3);
    expect(stderr).toContain('2 of 5');
    const lines = parseLines(stdout);
    expect(lines.map((line) => (line as { input: string }).input)).toEqual(['letter.txt', 'missing.txt', 'folder', 'page.html', '-']);
    expect(scanFileShape.parse(lines[0]).goods).toEqual(['counter_uav_jam']);
    expect(failedInputShape.parse(lines[1]).error.code).toBe('input-unreadable');
    expect(failedInputShape.parse(lines[2]).error.message).toContain('folder');
    expect(scanFileShape.parse(lines[3]).goods).toEqual(['counter_uav_jam']);
    scanFileShape.parse(lines[4]);
  });

  it('read says what a saved page says, and what the page cannot', async () => {
    const folder = testFolder();
    writeFileSync(join(folder, 'a.html'), SYNTHESISED.articles[0]);
    writeFileSync(join(folder, 'gone.html'), SYNTHESISED.removedByPublisher);
    writeFileSync(join(folder, 'blocked.html'), SYNTHESISED.verification);
    const url = 'https://mp.weixin.qq.com/s/abcdefghijklmnopqrstuv';
    const { code, stdout } = await runCommand(['read', 'a.html', 'gone.html', 'blocked.html', '--url', url, '--json'], { cwd: folder });
    expect(code).toBe(0);
    const [article, gone, blocked] = parseLines(stdout).map((line) => readShape.parse(line));
    expect(article).toMatchObject({
      input: 'a.html',
      url,
      state: 'present',
      reason: null,
      site: 'wechat',
      title: '求购无人机干扰器的通知（0）',
      publisher: '某某贸促会',
      lang: 'zh',
    });
    expect(article?.text.startsWith(`${article.title ?? '?'}\n`)).toBe(true);
    expect(gone).toMatchObject({ state: 'removed', removal: { kind: 'publisher' } });
    expect(blocked).toMatchObject({ state: 'blocked', reason: 'captcha' });
    expect(blocked).not.toHaveProperty('removal');

    const missing = await runCommand(['read', '-', '--status', '404', '--json'], { stdin: '<p>Not found' });
    expect(parseLines(missing.stdout).map((line) => readShape.parse(line))).toMatchObject([
      { input: '-', url: null, state: 'removed', removal: { kind: 'status' } },
    ]);
    const gb = Buffer.from([0x3c, 0x70, 0x3e, 0xc7, 0xf3, 0xb9, 0xba, 0xce, 0xde, 0xc8, 0xcb, 0xbb, 0xfa]);
    const declared = await runCommand(['read', '-', '--header', 'content-type: text/html; charset=gb18030', '--json'], { stdin: gb });
    expect(readShape.parse(parseLines(declared.stdout)[0]).text).toContain('求购无人机');
    const list = await runCommand(['read', '-', '--url', 'https://example.org/list/', '--json'], {
      stdin: `<html><body><ul>${[1, 2, 3, 4, 5, 6].map((n) => `<li><a href="t${n}.html">Supply of radio equipment, lot ${n}</a><span>2026-03-0${n}</span></li>`).join('')}</ul></body></html>`,
    });
    const { items } = readShape.parse(parseLines(list.stdout)[0]);
    expect(items?.[1]).toEqual({ title: 'Supply of radio equipment, lot 2', url: 'https://example.org/list/t2.html', date: '2026-03-02' });
  });
});

function expectSpans(shown: Shown | undefined): void {
  const text = shown?.reading?.text ?? '';
  expect(shown?.mentions.length).toBeGreaterThan(0);
  for (const mention of shown?.mentions ?? []) expect(text.slice(mention.start, mention.end)).toBe(mention.text);
}
