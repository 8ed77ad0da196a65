import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveAuthority, type AuthorityServer } from '../../src/evidence/testing/authority-server.ts';
import { hasOpenssl } from '../../src/evidence/testing/openssl-authority.ts';
import { wechatArticle, wechatMessage } from '../fixtures/pages.ts';
import { openHome, parseLines, testFolder, type TestHome } from './command.ts';
import { feedOf, openPublisher, type Answer, type Publisher } from './publisher.ts';
import { openReceiver, type Receiver } from './receiver.ts';
import { canReplay, replay } from './replay.ts';
import { unpack, unpackTo } from './unpack.ts';
import { expectReadable, hasWarcio } from './warcio.ts';

const [WACZ, TLOGCHECK] = [process.env['DUALWATCH_WACZ'] ?? '', process.env['DUALWATCH_TLOGCHECK'] ?? ''];

const TITLE = '国外企业求购无人机设备的通知';
const WANTED = [
  '现有哈萨克斯坦客户求购下列设备，请有意向的企业于5月31日前将产品资料发送至本会联系人。',
  '所需产品：探测器、干扰发生器、无人机探测器（商品名 BoriTone、AsselLabs、Bulat）或其他类似技术方案；无人机抑制器20台；通信频段干扰器。',
  '其中 Bulat 希望采购国产同类产品，工作频率2.4 GHz，作用距离不小于5公里。',
  '联系电话：0000-0000000',
];
const BALLS = [
  '现有白俄罗斯客户求购下列商品，请有意向的企业于8月31日前将产品资料发送至本会联系人。',
  '所需产品：足球、篮球和排球各五百个，真皮材质；跳绳一千根；羽毛球拍三百副。',
  '其中羽毛球拍希望采购国产同类产品，交货地明斯克仓库。',
  '联系电话：0000-0000000',
];
const OTHERS = [
  '一、滨江路沥青路面养护工程竞争性磋商公告：养护里程十二公里，工期六十天，磋商文件每套售价三百元，售后不退，递交截止时间为本月二十日上午九时。',
  '三、市第二人民医院病床采购项目招标公告：病床一百二十张，床头柜一百二十个，投标人须具有医疗器械经营许可证，投标保证金两万元。',
  '四、县图书馆图书采购项目询价公告：少儿读物五千册，报刊架十二组，供货期三十日，报价不得超过预算金额九万八千元。',
];

/** A page of a portal, whose template has nothing of the other's. */
function portal(title: string, publisher: string, paragraphs: readonly string[], lang = 'zh'): Answer {
  const ld = JSON.stringify({
    '@type': 'NewsArticle',
    datePublished: '2026-03-02T09:00:00Z',
    headline: title,
    publisher: { '@type': 'Organization', name: publisher },
  });
  return {
    kind: 'page',
    body: `<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8"><title>${title} - ${publisher}</title><script type="application/ld+json">${ld}</script></head>
<body><header><nav><a href="/">Home</a> <a href="/news">News</a> <a href="/contact">Contact</a></nav></header><main><article><h1>${title}</h1>
${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}</article></main><footer>© ${publisher}</footer></body></html>`,
  };
}

const article = (mid: string, title: string, paragraphs: readonly string[]): Answer => ({
  kind: 'page',
  body: wechatArticle({ type: 0, title, mid, body: paragraphs.map((text) => `<p>${text}</p>`).join('') }).replaceAll(
    'AbCdEfGhIjKlMnOpQrStUv',
    `AbCdEf${mid}`,
  ),
});

interface Told {
  readonly notice: { readonly id: string; readonly url: string };
  readonly change: { readonly from: string | null; readonly to: string };
  readonly copies?: readonly { readonly url: string; readonly kind: string }[];
}

interface Copy {
  readonly kind: string;
  readonly score: number;
  readonly other: { readonly url: string; readonly state: string };
  readonly aligned: readonly { readonly a: readonly [number, number]; readonly b: readonly [number, number] }[];
}

/**
 * The case that this program is for, on loopback: an association posts a notice, edits it and deletes it; another account has its text in another template, a digest
 * contains it, the press quotes it in English, and a notice of the same template about something else is none of its business.
 */
describe('the story', { timeout: 180_000 }, () => {
  let home: TestHome;
  let receiver: Receiver;
  let hosts: readonly Publisher[];
  let tsa: AuthorityServer | undefined;
  const folder = testFolder();
  const root = join(folder, 'root.pem');
  const path = join(folder, 'case.wacz');
  let [post, twin, sister, digest, press] = ['', '', '', '', ''];

  const run = (): Promise<unknown> => home.run(['watch', '--once', '--now'], 0, { withinMs: 120_000 });
  const told = (): readonly Told[] => receiver.got.map(({ body }) => JSON.parse(body) as Told);
  const changesOf = (url: string): readonly string[] =>
    told()
      .filter(({ notice }) => notice.url === url)
      .map(({ change }) => `${change.from} → ${change.to}`);

  beforeAll(async () => {
    hosts = await Promise.all([51, 52, 53, 54].map((n) => openPublisher(`127.0.0.${n}`)));
    const [one, two, three, four] = hosts.map(({ origin }) => origin) as [string, string, string, string];
    [post, twin, sister, digest, press] = [
      `${one}/s/post`,
      `${one}/s/twin`,
      `${two}/info/17.html`,
      `${three}/digest/9`,
      `${four}/news/drones`,
    ];
    receiver = await openReceiver();
    home = openHome();
    await home.run(['alerts', 'add', 'webhook', receiver.url, '--allow-private', '--when', 'removed or priority>=50']);
    if (hasOpenssl) {
      tsa = await serveAuthority(join(folder, 'tsa'), { names: 'both' });
      writeFileSync(root, tsa.authority.root);
      await home.run(['anchors', 'add', tsa.url, '--name', 'tsa', '--ca', root, '--allow-private']);
    }
    for (const [n, host] of hosts.entries()) {
      const listed = [[post, twin], [sister], [digest], [press]][n] ?? [];
      host.set('/feed.xml', feedOf(listed.map((url) => ({ url, title: url === twin ? '求购体育用品的通知' : 'notice' }))));
    }
    hosts[0]?.set('/s/post', article('2247480001', TITLE, WANTED));
    hosts[0]?.set('/s/twin', article('2247480002', '国外企业求购体育用品的通知', BALLS));
    const add = (host: Publisher): Promise<unknown> =>
      home.run(['source', 'add', `${host.origin}/feed.xml`, '--allow-private', '--robots', 'ignore', '--reason', 'a test on loopback']);
    const [first, ...rest] = hosts;
    if (first !== undefined) await add(first);
    await run();
    hosts[0]?.set('/s/post', article('2247480001', TITLE, [...WANTED.slice(0, 3), '补充：数量可面议。', ...WANTED.slice(3)]));
    await run();
    hosts[0]?.set('/s/post', { kind: 'page', body: wechatMessage('该内容已被发布者删除') });
    await run();
    await run();
    hosts[1]?.set('/info/17.html', portal(TITLE, '云浮市国际贸易促进会', WANTED));
    hosts[2]?.set(
      '/digest/9',
      portal('本周商机汇总（第九期）', '商机网', [OTHERS[0] ?? '', `二、${TITLE}`, ...WANTED, ...OTHERS.slice(1)]),
    );
    hosts[3]?.set(
      '/news/drones',
      portal(
        'Chinese trade body sought drone jammers for a buyer in Kazakhstan',
        'The Example Post',
        [
          'A Chinese provincial trade association asked its members to offer drone detectors, jamming generators and 20 drone suppressors for a customer in Kazakhstan, a notice seen by this newspaper shows.',
          'The notice named the products BoriTone, AsselLabs and Bulat “or other similar technical solutions”, a working frequency of 2.4 GHz and a range of no less than 5 km, and asked for offers by 31 May.',
          'It also asked for a Chinese equivalent of Bulat and for jammers of communication bands. The association deleted the notice after it was asked for comment.',
        ],
        'en',
      ),
    );
    for (const host of rest) await add(host);
    await run();
    await run();
    if (hasOpenssl) await home.run(['anchors', 'now']);
    await home.run(['export', post, sister, digest, press, '--wacz', path]);
  }, 600_000);
  afterAll(async () => {
    await Promise.all(hosts.map((host) => host.close()));
    await receiver.close();
    await tsa?.close();
  });

  it('has the life of the notice: seen, edited, deleted by its publisher', async () => {
    const [shown] = (await home.json(['show', post])) as [
      { observations: { state: string; removalKind: string | null }[]; removal: object; versions: number },
    ];
    const states = shown.observations.map(({ state, removalKind }) => (removalKind === null ? state : `${state} ${removalKind}`));
    expect([...new Set(states)]).toEqual(['present', 'changed', 'removed publisher']);
    expect(shown).toMatchObject({ versions: 2, state: 'removed', removal: { kind: 'publisher' } });
    const [{ sentences = [] } = {}] = (await home.json(['diff', post])) as [{ sentences?: unknown[] }?];
    expect(sentences.length + (await home.run(['diff', post])).stdout.split('补充').length).toBeGreaterThan(1);
  });

  it('finds the sister account, the digest and the press report, and not the twin', async () => {
    const copies = (await home.json(['copies', post])) as readonly Copy[];
    const kinds = new Map(copies.map(({ kind, other }) => [other.url, kind]));
    expect(['verbatim', 'edited']).toContain(kinds.get(sister));
    expect(kinds.get(digest)).toBe('partial');
    expect(kinds.get(press)).toBe('translated');
    expect(kinds.has(twin)).toBe(false);
    expect(copies.find(({ other }) => other.url === press)?.score).toBeLessThan(0.9);
    const aligned = copies.find(({ other }) => other.url === sister)?.aligned ?? [];
    expect(aligned.length).toBeGreaterThan(0);
    expect(await home.json(['copies', twin])).toEqual([]);
    expect(await home.json(['notices', '--query', 'removed'])).toMatchObject([{ url: post, copies: 3 }]);
  });

  it('tells the receiver once of each change, of the removal alone, and of the copies that still stand', () => {
    expect(changesOf(post).slice(0, 3)).toEqual(['null → present', 'present → changed', 'changed → removed']);
    expect(told().find(({ change }) => change.to === 'removed' && change.from === 'changed')?.copies).toBeUndefined();
    const naming = (url: string): readonly Told[] =>
      told().filter(({ notice, copies = [] }) => notice.url === url || copies.some((one) => one.url === url));
    for (const url of [sister, digest]) {
      const tells = naming(url);
      expect(
        tells.some(({ notice, copies = [] }) => [notice.url, ...copies.map((one) => one.url)].includes(post)),
        url,
      ).toBe(true);
    }
    expect(naming(twin)).toEqual([]);
  });

  it('is one package that our verifier accepts, with the key, the log and the time that it is given', async () => {
    const [{ key = '' } = {}] = (await home.json(['log', 'checkpoint'])) as [{ key?: string }?];
    expect(key).toContain('+');
    const [verdict] = (await home.json(['verify', path, ...(hasOpenssl ? ['--tsa-ca', root] : [])])) as [
      { ok: boolean; checks: { name: string; status: string }[] },
    ];
    expect(verdict.checks.filter(({ status }) => status === 'fail')).toEqual([]);
    expect(verdict.ok).toBe(true);
    if (hasOpenssl) await home.run(['verify', path, '--tsa-ca', root, '--require', 'timestamp']);
    await home.run(['log', 'verify']);
  });

  it.skipIf(WACZ === '')('… that py-wacz accepts [needs DUALWATCH_WACZ]', () => {
    const { status, stdout, stderr } = spawnSync(WACZ, ['validate', '-f', path], { encoding: 'utf8' });
    expect(status, stdout + stderr).toBe(0);
  });

  it.skipIf(!hasWarcio)('… whose archives warcio accepts [needs DUALWATCH_WARCIO]', async () => {
    await unpackTo(path, join(folder, 'inside'));
    expectReadable(join(folder, 'inside', 'archive'));
  });

  it.skipIf(TLOGCHECK === '' || !hasOpenssl)(
    "… whose proofs and time-stamps Go's tlog and openssl accept [needs DUALWATCH_TLOGCHECK and openssl]",
    async () => {
      const inside = join(folder, 'inside');
      await unpackTo(path, inside);
      const members = await unpack(path);
      const entries = parseLines(members.get('evidence/entries.jsonl')?.toString() ?? '') as readonly { index: number; entry: string }[];
      expect(entries.length).toBeGreaterThanOrEqual(8);
      for (const { index, entry } of entries) {
        writeFileSync(join(folder, 'entry'), entry);
        const proof = join(inside, 'evidence', `log-${String(index).padStart(12, '0')}.tlog-proof`);
        const args = ['proof', '-vkey', join(inside, 'evidence', 'log-key.txt'), '-entry', join(folder, 'entry'), '-proof', proof];
        expect(spawnSync(TLOGCHECK, args).status, `entry ${index}`).toBe(0);
      }
      const names = [...members.keys()].map((name) => name.replace('evidence/', ''));
      const stamps = names.filter((name) => name.endsWith('.tsr'));
      expect(stamps.length).toBeGreaterThan(0);
      for (const stamp of stamps) {
        const [, size] = /^timestamp-(\d+)-/.exec(stamp) ?? [];
        const data = names.includes(`checkpoint-${size}.txt`) ? `checkpoint-${size}.txt` : 'checkpoint.txt';
        const args = ['ts', '-verify', '-data', data, '-in', stamp, '-CAfile', root];
        expect(spawnSync('openssl', args, { cwd: join(inside, 'evidence') }).status, stamp).toBe(0);
      }
    },
  );

  it.skipIf(!canReplay)('… and that ReplayWeb.page replays [needs DUALWATCH_REPLAYWEB and Chromium]', { timeout: 300_000 }, async () => {
    const pages = parseLines((await unpack(path)).get('pages/pages.jsonl')?.toString() ?? '').slice(1) as readonly {
      url: string;
      ts: string;
    }[];
    const page = pages.find(({ url }) => url === sister);
    expect(page).toBeDefined();
    const { text, outside } = await replay(path, page?.url ?? '', page?.ts ?? '');
    expect(text).toContain('AsselLabs');
    expect(outside).toEqual([]);
  });
});
