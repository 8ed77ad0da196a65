import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Notice } from '../../src/model/notice.ts';
import { openHome } from './command.ts';
import { openPublisher, type Publisher } from './publisher.ts';

let site: Publisher;
beforeAll(async () => {
  site = await openPublisher('127.0.0.43');
});
afterAll(async () => site.close());

function page(publisher: string, title: string, text: string): string {
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title>
<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2026-03-01T08:00:00+08:00","headline":"${title}","publisher":{"@type":"Organization","name":"${publisher}"}}</script></head>
<body><article><h1>${title}</h1><p>${text}</p></article></body></html>`;
}

const WANTED = '国外企业求购无人机干扰器二十台，要求覆盖频段从四百兆赫到六千兆赫，请有意者于三月十日前与本会联系并提供报价资料。';

describe('what people make of notices', () => {
  it('is asked for by queries, searches and alerts, and can be taken back; a report is no notice', async () => {
    const home = openHome();
    const capture = async (path: string, ...more: readonly string[]): Promise<Notice> =>
      (await home.json(['capture', site.origin + path, '--allow-private', '--robots', 'ignore', '--reason', 'test', ...more]))[0] as Notice;
    site.set('/1', { kind: 'page', body: page('省协会', '求购公告', WANTED) });
    site.set('/2', { kind: 'page', body: page('市商会', '食堂采购公告', '本单位采购大米五百公斤，请供应商报价。') });
    site.set('/r', { kind: 'page', body: page('The Daily', 'A notice that vanished', `The association wrote: ${WANTED}`) });
    const told = join(home.path, 'told.jsonl');
    await home.run(['alerts', 'add', 'file', told, '--when', 'triage:escalated', '--name', 'hot']);
    const all = join(home.path, 'all.jsonl');
    await home.run(['alerts', 'add', 'file', all, '--when', 'priority>=0', '--name', 'all']);

    const [one, other] = [await capture('/1'), await capture('/2')];
    const report = await capture('/r', '--type', 'report');
    expect(report).toMatchObject({ type: 'report', priority: 0, copies: 0, goods: ['counter_uav_jam'] });
    expect(await capture('/1')).toMatchObject({ type: 'notice', copies: 0, triage: { state: 'new', assignee: null } });
    expect((await home.json(['publishers', 'list'])).map((each) => (each as { name: string }).name).toSorted()).toEqual([
      '市商会',
      '省协会',
    ]);
    expect(await ids(home.json(['notices', '--query', 'type:report', '--json']))).toEqual([report.id]);

    await home.run(['searches', 'add', 'inbox', 'triage:new and type:notice', '--sort', 'firstSeen', '--by', 'ann']);
    expect(await ids(home.json(['searches', 'run', 'inbox']))).toEqual([other.id, one.id]);
    expect(await ids(home.json(['searches', 'run', 'inbox', '--limit', '1']))).toEqual([other.id]);
    expect((await home.run(['searches', 'add', 'bad', 'triage:hot'], 2)).stderr).toContain('dismissed');
    await home.run(['searches', 'add', 'inbox', 'removed'], 2);

    const lines = (await home.run(['notices', '--query', '食堂', '--json'])).stdout;
    await home.run(['triage', '-', 'dismiss', '--why', 'food', '--by', 'ann'], 0, { stdin: lines });
    await home.run(['triage', one.url, 'escalate', '--why', 'jammers', '--by', 'ann']);
    expect(await home.json(['triage', one.id, 'assign', '--to', 'bob', '--by', 'ann'])).toMatchObject([
      { notice: one.id, triage: { state: 'escalated', assignee: 'bob' }, act: { do: 'assign', by: 'ann' } },
    ]);
    expect(await ids(home.json(['searches', 'run', 'inbox']))).toEqual([]);
    expect(await ids(home.json(['notices', '--query', 'assignee:bob', '--json']))).toEqual([one.id]);
    expect((await home.run(['notices'])).stdout).toContain('escalated, bob');
    expect((await home.run(['show', one.id])).stdout).toMatch(/^triage +escalated, bob$/m);
    await home.run(['watch', '--once']);
    expect(await alerts(told)).toEqual([one.id]);
    // What is told already is not told again because somebody looked at it, and a report is told to nobody who did not ask.
    expect((await alerts(all)).toSorted()).toEqual([one.id, other.id].toSorted());

    await home.run(['triage', other.id, 'undo', '--by', 'bob']);
    expect(await ids(home.json(['searches', 'run', 'inbox']))).toEqual([other.id]);
    expect((await home.run(['triage', other.id, 'history'])).stdout).toMatch(/ann dismiss: dismissed \(food\)\n.* bob undo: new/);
    await home.run(['triage', 'n0', 'dismiss'], 4);
    await home.run(['triage', one.id, 'burn'], 2);
    await home.run(['triage', one.id], 2);
    await home.run(['searches', 'remove', 'inbox']);
    await home.run(['searches', 'run', 'inbox'], 4);
  }, 180_000);

  it('says that what was captured as a report is a notice after all', async () => {
    const home = openHome();
    site.set('/3', { kind: 'page', body: page('省协会', '求购公告', WANTED) });
    const capture = ['capture', `${site.origin}/3`, '--allow-private', '--robots', 'ignore', '--reason', 'test'];
    expect((await home.json([...capture, '--type', 'report']))[0]).toMatchObject({ type: 'report', priority: 0 });
    await home.run([...capture, '--type', 'notice']);
    await home.run(['watch', '--once']);
    const [notice] = (await home.json(['notices'])) as Notice[];
    expect(notice).toMatchObject({ type: 'notice', publisher: '省协会' });
    expect(notice?.priority).toBeGreaterThan(0);
    expect(await home.json(['publishers', 'list'])).toMatchObject([{ name: '省协会' }]);
    await home.run([...capture, '--type', 'paper'], 2);
  }, 120_000);
});

async function ids(lines: Promise<readonly unknown[]>): Promise<readonly string[]> {
  return (await lines).map((line) => (line as Notice).id);
}

async function alerts(file: string): Promise<readonly string[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { notice: Notice }).notice.id);
}
