import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openHome, type TestHome } from './command.ts';
import { feedOf, openPublisher, type Publisher } from './publisher.ts';
import { noticeShape, type Notice } from './shapes.ts';

const WANTED = [
  '现有哈萨克斯坦客户求购下列产品：干扰发生器、无人机探测器（商标名为BorisTone、Assel Labs、Bulat）或其他类似技术方案，以及无人机压制器、通信频段干扰器各12套。',
  '工作频段为2400至5800兆赫，作用距离不小于1500米，产品须附英文说明书。',
  '有意向的企业请于2026年5月31日前将产品资料、报价和交货期发送至协会邮箱trade@assoc.example，电话020-83561907。',
];
const BALLS = [
  '现有白俄罗斯客户求购足球、篮球和排球各500个，用于青少年体育学校的训练和比赛，要求真皮材质。',
  '产品须于2026年6月底前运抵明斯克仓库，包装须防潮，外箱注明合同编号。',
  '有意向的企业请将报价单和样品照片发送至协会邮箱trade@assoc.example。',
];
const TWIN = [
  '现有吉尔吉斯斯坦客户求购下列产品：果蔬冷藏柜、牛奶灭菌机（商标名为Sutlu、Aigul）或其他类似技术方案，以及面粉搅拌机、面包烤箱各40套。',
  '工作电压为380伏，单机功率不大于15千瓦，产品须附英文说明书。',
  '有意向的企业请于2026年7月15日前将产品资料、报价和交货期发送至协会邮箱trade@assoc.example，电话020-83561907。',
];
const PRESS = [
  'A trade association in southern China asked local companies to supply jamming generators and drone detectors of the brands BorisTone, Assel Labs and Bulat, as well as drone suppressors, to a customer in Kazakhstan.',
  'The notice, since removed, asked for 12 sets working between 2400 and 5800 MHz at a distance of at least 1500 m, and wanted offers by 31 May 2026 at trade@assoc.example.',
];

const PAGES = {
  '/notice': page('求购无人机干扰设备信息', WANTED),
  '/sister': `<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>求购无人机干扰设备信息 - 云浮贸促</title></head><body><div class="head">首页 通知 活动</div><article><h1>求购无人机干扰设备信息</h1><div>${WANTED.join('<br>').replaceAll('，', '， ')}</div></article><footer>云浮市国际贸易促进会版权所有</footer></body></html>`,
  '/digest': page('本周供求信息汇总（第21期）', [
    ...BALLS,
    ...WANTED,
    ...TWIN.map((line) => line.replaceAll('吉尔吉斯斯坦', '乌兹别克斯坦')),
  ]),
  '/twin': page('求购食品加工设备信息', TWIN),
  '/press': page('Chinese association sought drone jammers for Kazakhstan', PRESS).replace('lang="zh"', 'lang="en"'),
};

function page(title: string, paragraphs: readonly string[]): string {
  return `<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>${title}</title></head><body><article><h1>${title}</h1>${paragraphs.map((line) => `<p>${line}</p>`).join('')}</article></body></html>`;
}

/** Nothing is awaited for its speed here. */
const PATIENT = { withinMs: 120_000 };

const range = z.tuple([z.int().nonnegative(), z.int().positive()]);
const copyShape = z.strictObject({
  kind: z.enum(['verbatim', 'edited', 'partial', 'translated']),
  score: z.number().min(0.5).max(1),
  containment: z.number().min(0).max(1),
  other: z.strictObject({
    id: z.string(),
    url: z.string(),
    title: z.string().nullable(),
    publisher: z.string().nullable(),
    publishedAt: z.string().nullable(),
    firstSeenAt: z.string(),
    state: z.string(),
  }),
  captures: z.tuple([z.string().regex(/^[0-9a-f]{64}$/), z.string().regex(/^[0-9a-f]{64}$/)]),
  aligned: z.array(z.strictObject({ a: range, b: range })),
  shared: z.array(z.string()),
  differs: z.array(z.looseObject({ kind: z.string(), a: z.string().nullable(), b: z.string().nullable() })),
});

describe('copies of a notice', () => {
  let publisher: Publisher;
  let home: TestHome;
  beforeAll(async () => {
    publisher = await openPublisher();
    for (const [path, body] of Object.entries(PAGES)) publisher.set(path, { kind: 'page', body });
    publisher.set('/feed', feedOf(Object.keys(PAGES).map((path) => ({ url: publisher.origin + path, title: path }))));
    home = openHome();
    await home.run(['source', 'add', `${publisher.origin}/feed`, '--every', '1s', '--follow', '1s', '--allow-private']);
    await home.run(['watch', '--once'], 0, PATIENT);
  }, 200_000);
  afterAll(() => publisher.close());

  it('are found as they arrive: the sister account, the digest, the press report as a candidate; not the notice of the same template', async () => {
    const found = await copiesOf('/notice');
    const kinds = new Map(found.map(({ other, kind }) => [new URL(other.url).pathname, kind]));
    expect(Object.fromEntries(kinds)).toEqual({ '/sister': 'verbatim', '/digest': 'partial', '/press': 'translated' });
    expect(found.find(({ kind }) => kind === 'translated')?.score).toBeLessThan(0.9);
    expect((await copiesOf('/twin')).map(({ other }) => new URL(other.url).pathname)).not.toContain('/notice');
    // Each side sees the other.
    expect((await copiesOf('/sister')).map(({ other }) => new URL(other.url).pathname)).toContain('/notice');
  });

  it('say what is in both in offsets of the text, with contacts masked', async () => {
    const [copy] = (await copiesOf('/notice')).filter(({ kind }) => kind === 'verbatim');
    const [{ reading }] = z
      .tuple([z.looseObject({ reading: z.looseObject({ text: z.string() }) })])
      .parse(await home.json(['show', `${publisher.origin}/notice`]));
    const kept = copy?.aligned.map(({ a: [start, end] }) => reading.text.slice(start, end)).join('') ?? '';
    expect(kept).toContain('无人机探测器');
    const { stdout } = await home.run(['copies', `${publisher.origin}/notice`]);
    expect(stdout).toMatch(/verbatim \(\d\.\d\d\) {2}求购无人机干扰设备信息/);
    expect(stdout).toMatch(/translated \(a candidate: 0\.\d\d\)/);
    expect(stdout).not.toContain('83561907');
    expect((await home.run(['copies', '--reveal', `${publisher.origin}/notice`])).stdout).toContain('83561907');
    expect(stdout).not.toContain('trade@assoc.example');
  });

  it('are counted, can be asked for, and stand elsewhere when the notice is gone', async () => {
    publisher.set('/notice', { kind: 'page', status: 410, body: 'gone' });
    await home.run(['watch', '--once', '--now'], 0, PATIENT);
    expect((await noticesOf('copies>2 and copiesStanding>=2')).map(({ url }) => new URL(url).pathname)).toContain('/notice');
    expect(await noticesOf('copiesStanding>9')).toEqual([]);
    const { stdout } = await home.run(['show', `${publisher.origin}/notice`]);
    expect(stdout).toMatch(/copies +3 other notices have this text or a good part of it; 2 still stand/);
    expect(stdout).toMatch(/the same text stands elsewhere/);
  });

  it('are found again where the index is gone', async () => {
    const folder = join(home.path, 'indexes/copies');
    expect(existsSync(join(folder, 'index.json'))).toBe(true);
    rmSync(folder, { recursive: true });
    publisher.set('/late', { kind: 'page', body: page('求购无人机干扰设备信息', WANTED) });
    await home.run(['capture', `${publisher.origin}/late`, '--allow-private']);
    expect((await copiesOf('/late')).map(({ other }) => new URL(other.url).pathname)).toEqual(
      expect.arrayContaining(['/notice', '/sister', '/digest']),
    );
  });

  async function copiesOf(path: string): Promise<readonly z.infer<typeof copyShape>[]> {
    return (await home.json(['copies', publisher.origin + path])).map((one) => copyShape.parse(one));
  }

  async function noticesOf(query: string): Promise<readonly Notice[]> {
    return (await home.json(['notices', '--query', query])).map((one) => noticeShape.parse(one));
  }
});
