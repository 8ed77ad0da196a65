import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHome } from './command.ts';
import { openPublisher, type Publisher } from './publisher.ts';

let site: Publisher;
beforeAll(async () => {
  site = await openPublisher('127.0.0.41');
});
afterAll(async () => site.close());

function post(account: string, title: string, text: string): string {
  return `<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>${title}</title>
<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2026-03-01T08:00:00+08:00","headline":"${title}","publisher":{"@type":"Organization","name":"${account}"}}</script></head>
<body><article><h1>${title}</h1><p>${text}</p><p>业务主管单位：省商务厅</p></article></body></html>`;
}

describe('publishers', () => {
  it('have a profile of what they published, removed and edited, and of who oversees them', async () => {
    const home = openHome();
    const capture = (path: string) =>
      home.run(['capture', site.origin + path, '--allow-private', '--robots', 'ignore', '--reason', 'test']);
    for (const path of ['/1', '/2', '/3']) {
      site.set(path, {
        kind: 'page',
        body: post('省无人机协会', `求购公告${path}`, `国外企业求购无人机干扰器，编号${path}，请有意者联系本会。`),
      });
      await capture(path);
    }
    site.set('/2', {
      kind: 'page',
      body: post('省无人机协会', '求购公告/2', '国外企业求购无人机探测器，编号/2，请有意者联系本会，数量二十台。'),
    });
    await capture('/2');
    site.set('/3', { kind: 'page', status: 404, body: 'gone' });
    await capture('/3');
    await capture('/3');
    const [one] = (await home.json(['publishers', 'list'])) as [{ id: string }];
    expect(one).toMatchObject({ name: '省无人机协会', host: '127.0.0.41', notices: 3, removed: 1, edited: 1, edits: 1 });
    await home.run(['publishers', 'link', '省无人机协会', '省商务厅', '--why', 'its charter', '--by', 'A. Analyst']);
    const [profile] = (await home.json(['publishers', 'show', one.id])) as [object];
    expect(profile).toMatchObject({
      oversight: [{ name: '省商务厅', why: 'its charter', by: 'A. Analyst' }],
      overseersInText: [{ name: '省商务厅', quote: '业务主管单位：省商务厅', notices: 3 }],
      vanished: [{ url: `${site.origin}/3` }],
      changed: [{ url: `${site.origin}/2`, versions: 2 }],
    });
    const { stdout } = await home.run(['publishers', 'show', '省无人机协会']);
    expect(stdout).toContain('overseen by 省商务厅: said by A. Analyst');
    expect(stdout).toContain('1 (33 %)');
    await home.run(['publishers', 'unlink', one.id, '省商务厅', '--why', 'wrong']);
    expect(((await home.json(['publishers', 'show', one.id])) as [{ oversight: unknown[] }])[0].oversight).toEqual([]);
    await home.run(['publishers', 'unlink', one.id, '省商务厅', '--why', 'again'], 4);
    const mistyped = `p${'0'.repeat(26)}`;
    expect((await home.run(['publishers', 'link', one.id, mistyped, '--why', 'x'], 4)).stderr).toContain('No publisher has the id');
    await home.run(['publishers', 'show', 'nobody'], 4);
    await home.run(['log', 'verify']);
  }, 120_000);

  it('do not oversee one another in a circle', async () => {
    const home = openHome();
    for (const name of ['甲协会', '乙协会', '丙协会']) {
      const path = `/${encodeURIComponent(name)}`;
      site.set(path, { kind: 'page', body: post(name, `求购公告${name}`, `国外企业求购无人机干扰器，${name}收。`) });
      await home.run(['capture', site.origin + path, '--allow-private', '--robots', 'ignore', '--reason', 'test']);
    }
    const link = (name: string, overseer: string, exit: number) =>
      home.run(['publishers', 'link', name, overseer, '--why', 'its charter'], exit);
    await link('甲协会', '乙协会', 0);
    await link('乙协会', '丙协会', 0);
    expect((await link('乙协会', '甲协会', 2)).stderr).toContain('乙协会 is said to oversee 甲协会');
    expect((await link('丙协会', '甲协会', 2)).stderr).toContain('publishers unlink');
    await home.run(['publishers', 'unlink', '甲协会', '乙协会', '--why', 'wrong']);
    await link('丙协会', '甲协会', 0);
    await home.run(['log', 'verify']);
  }, 120_000);
});
