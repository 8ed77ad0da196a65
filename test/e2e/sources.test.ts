import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { officeOf, pdfLines, pdfOf } from '../../src/work/testing/document-files.ts';
import { listPage } from '../fixtures/pages.ts';
import { page } from './case.ts';
import { openHome, testFolder, until, visitsIn, type TestHome } from './command.ts';
import { feedOf, noticePage, openPublisher, type Publisher } from './publisher.ts';
import { noticeShape, showShape, sourceShape } from './shapes.ts';

let publisher: Publisher;
let home: TestHome;

beforeEach(async () => {
  [publisher, home] = [await openPublisher(), openHome()];
});
afterEach(() => publisher.close());

const tender = (name: string) =>
  noticePage(`Tender ${name}`, `The buyer seeks radio equipment as in lot ${name}, offers until the end of the month.`);
const feed = (...names: readonly string[]) =>
  feedOf(names.map((name, n) => ({ url: `${publisher.origin}/${name}`, title: name, at: Date.UTC(2026, 0, 28) - n * 86_400_000 })));
const notices = async (...args: readonly string[]) => (await home.json(['notices', ...args])).map((line) => noticeShape.parse(line));

describe('a feed', () => {
  it('whose item vanishes from the middle has that notice visited early; rolling off the end does not', async () => {
    const names = ['n1', 'n2', 'n3', 'n4', 'n5', 'n6'];
    publisher.set('/feed', feed(...names));
    for (const name of [...names, 'n0']) publisher.set(`/${name}`, tender(name));
    await home.run(['source', 'add', `${publisher.origin}/feed`, '--allow-private', '--every', '1s', '--follow', '30d']);
    await home.run(['watch', '--once']);
    publisher.set('/feed', feed('n0', 'n1', 'n2', 'n4', 'n5'));
    publisher.set('/n3', page('gone', { status: 404 }));
    const watcher = home.start(['watch', '--json']);
    const seen = await until('the notice that went missing is visited', () =>
      visitsIn(watcher.stdout()).find((one) => one.kind === 'visit' && one.url.endsWith('/n3')),
    );
    expect(seen).toMatchObject({ state: 'removed', reason: 'http 404' });
    await until('it is visited again, to be sure', () => visitsIn(watcher.stdout()).filter((one) => one.url.endsWith('/n3')).length >= 2);
    watcher.kill('SIGTERM');
    // It ends by itself, whatever it had begun.
    expect(await watcher.ended).toMatchObject({ code: 0, signal: null });
    expect(publisher.visits('/n6')).toBe(1);
    expect(publisher.visits('/n4')).toBe(1);
    expect((await notices('--state', 'removed')).map((one) => one.url)).toEqual([`${publisher.origin}/n3`]);
  });

  it('whose item vanishes has that notice visited in the same watch --once', async () => {
    publisher.set('/feed', feed('n1', 'n2', 'n3'));
    for (const name of ['n1', 'n2', 'n3']) publisher.set(`/${name}`, tender(name));
    await home.run(['source', 'add', `${publisher.origin}/feed`, '--allow-private', '--every', '1s', '--follow', '30d']);
    await home.run(['watch', '--once']);
    publisher.set('/feed', feed('n1', 'n3'));
    const checks = publisher.visits('/feed');
    await until('the source is due and was checked', async () => {
      await home.run(['watch', '--once']);
      return publisher.visits('/feed') > checks;
    });
    expect(['/n1', '/n2', '/n3'].map((path) => publisher.visits(path))).toEqual([1, 2, 1]);
  });

  it('with the placeholder of a bridge brings no reading', async () => {
    publisher.set('/feed', feedOf([{ url: `${publisher.origin}/x`, title: '求购无人机', html: '获取全文失败，请重试~' }]));
    publisher.set('/x', page('later', { status: 500 }));
    await home.run(['source', 'add', `${publisher.origin}/feed`, '--allow-private']);
    await home.run(['watch', '--once']);
    const shown = showShape.parse((await home.json(['show', `${publisher.origin}/x`]))[0]);
    expect(shown).toMatchObject({ state: 'unreachable', reason: 'http 500', title: '求购无人机', reading: null });
  });

  it('is tried when it is added: its kind and first items are shown', async () => {
    publisher.set('/feed', feed('n1', 'n2', 'n3', 'n4'));
    const { stdout } = await home.run(['source', 'add', `${publisher.origin}/feed`, '--allow-private', '--every', '15m', '--follow', '6h']);
    expect(stdout).toContain('(feed) every 15m');
    for (const name of ['n1', 'n2', 'n3']) expect(stdout).toContain(`${publisher.origin}/${name}`);
    expect(stdout).not.toContain(`${publisher.origin}/n4`);
    expect(stdout).toContain('2026-01-28');
  });
});

describe('a list page', () => {
  it('shows a baseline; what is new after it becomes a notice', async () => {
    const rows = (...numbers: readonly number[]) =>
      numbers.map((n) => ({ title: `Supply of radio equipment, lot ${n}`, href: `/t/${n}.html`, date: `2026-03-0${n}` }));
    publisher.set('/list', page(listPage('list', rows(4, 3, 2, 1))));
    for (const n of [1, 2, 3, 4, 5, 6]) publisher.set(`/t/${n}.html`, tender(String(n)));
    const { stdout } = await home.run(['source', 'add', `${publisher.origin}/list`, '--allow-private', '--every', '1s']);
    expect(stdout).toContain('(page)');
    expect(stdout).toContain('baseline');
    await home.run(['watch', '--once']);
    expect(await notices()).toEqual([]);
    publisher.set('/list', page(listPage('list', rows(6, 5, 4, 3))));
    await home.run(['watch', '--once', '--now']);
    expect((await notices()).map((one) => new URL(one.url).pathname).toSorted()).toEqual(['/t/5.html', '/t/6.html']);
    expect((await notices()).every((one) => one.state === 'present')).toBe(true);
  });
});

describe('a folder', () => {
  it('brings what is dropped in', async () => {
    const folder = join(testFolder(), 'drop box');
    mkdirSync(folder);
    writeFileSync(join(folder, 'letter.txt'), 'We are looking for drone jammers, 20 pieces.');
    const { stdout } = await home.run(['source', 'add', folder, '--every', '1s']);
    expect(stdout).toContain('(folder)');
    const watcher = home.start(['watch', '--json']);
    // A file that was written a moment ago may still be on its way: it is left for a later check.
    const present = (count: number) => () => visitsIn(watcher.stdout()).filter((one) => one.state === 'present').length >= count;
    await until('the first file is read', present(1));
    writeFileSync(
      join(folder, 'письмо.html'),
      '<!DOCTYPE html><meta charset="utf-8"><title>Закупка</title><p>Куплю подавитель дронов для нужд предприятия.',
    );
    await until('the second file is read', present(2));
    watcher.kill('SIGTERM');
    await watcher.ended;
    const found = await notices();
    expect(found.map((one) => one.goods)).toEqual([['counter_uav_jam'], ['counter_uav_jam']]);
    expect(found.every((one) => one.state === 'present')).toBe(true);
    await home.run(['log', 'verify']);
  });
});

describe('documents in a folder', () => {
  it('are read as pages are, and what cannot be read is told', async () => {
    const folder = join(testFolder(), 'documents');
    mkdirSync(folder);
    const word = '<w:document><w:body><w:p><w:r><w:t>Куплю подавитель дронов для нужд предприятия</w:t></w:r></w:p></w:body></w:document>';
    const files = {
      'a.pdf': pdfOf(pdfLines([['采购无人机干扰器20台', 12]])),
      'b.docx': officeOf({ 'word/document.xml': word }),
      'c.pdf': pdfOf(Buffer.from('q Q')),
      'd.rtf': Buffer.from('{\\rtf1 x}'),
    };
    for (const [name, bytes] of Object.entries(files)) {
      writeFileSync(join(folder, name), bytes);
      utimesSync(join(folder, name), 1_700_000_000, 1_700_000_000);
    }
    expect((await home.run(['source', 'add', folder])).stdout).toContain('(folder)');
    await setTimeout(2_100);
    const warned = `${folder}: 1 file is kept but not read`;
    expect((await home.run(['watch', '--once'])).stderr).toContain(warned);
    expect((await home.run(['watch', '--once', '--now'])).stderr).not.toContain(warned);
    expect((await home.run(['source', 'list'])).stdout).toContain(warned);
    expect((await home.run(['source', 'test', folder])).stderr).toContain('1 file is kept but not read');
    const found = (await notices()).toSorted((a, b) => a.url.localeCompare(b.url));
    expect(found.map(({ url, goods }) => [url.slice(-5), goods])).toEqual([
      ['a.pdf', ['counter_uav_jam']],
      ['.docx', ['counter_uav_jam']],
      ['c.pdf', []],
      ['d.rtf', []],
    ]);
    expect((await home.run(['show', found[2]?.id ?? ''])).stdout).toContain('no text stands in it');
    const scanned = await home.run(['scan', join(folder, 'a.pdf'), join(folder, 'b.docx')]);
    expect(scanned.stdout.match(/(?:a\.pdf|b\.docx): counter_uav_jam/g)).toHaveLength(2);
    await home.run(['log', 'verify']);
  });
});

describe('source', () => {
  it('is paused, resumed, tested and removed; its notices stay', async () => {
    publisher.set('/feed', feed('n1'));
    publisher.set('/n1', tender('n1'));
    const url = `${publisher.origin}/feed`;
    await home.run(['source', 'add', url, '--allow-private', '--name', 'Mine']);
    await home.run(['watch', '--once']);
    await home.run(['source', 'pause', 'Mine']);
    await home.run(['watch', '--once', '--now']);
    expect(publisher.visits('/feed')).toBe(2);
    expect((await home.json(['source', 'list'])).map((line) => sourceShape.parse(line))).toMatchObject([{ paused: true }]);
    await home.run(['source', 'resume', url]);
    expect((await home.run(['source', 'test', url])).stdout).toContain(`${publisher.origin}/n1`);
    await home.run(['source', 'add', url, '--allow-private'], 2);
    await home.run(['source', 'remove', 'Mine']);
    expect(await home.json(['source', 'list'])).toEqual([]);
    expect(await notices()).toHaveLength(1);
  });
});

describe('many removals at once', () => {
  it('wait for a person, who lets them stand', async () => {
    const names = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6'];
    publisher.set('/feed', feed(...names));
    for (const name of names) publisher.set(`/${name}`, tender(name));
    await home.run(['source', 'add', `${publisher.origin}/feed`, '--allow-private', '--every', '1s', '--follow', '1s']);
    await home.run(['watch', '--once']);
    for (const name of names) publisher.set(`/${name}`, page('not here', { status: 404 }));
    for (const _ of ['first', 'second', 'third']) await home.run(['watch', '--once', '--now']);
    const waiting = await notices();
    expect(waiting.map((one) => [one.state, one.removal?.kind, one.removal?.confirmedAt])).toEqual(
      names.map(() => ['present', 'status', null]),
    );
    const { stdout } = await home.run(['source', 'list']);
    expect(stdout).toMatch(/removals wait for a person \(6 now\)/);
    const host = /dualwatch source confirm ([^"\s]+)/.exec(stdout)?.[1] ?? '';
    expect(host).toContain('127.0.0.1');
    await home.run(['source', 'confirm', 'elsewhere.example'], 4);
    expect((await home.run(['source', 'confirm', host])).stdout).toContain('6 removals confirmed');
    const removed = await notices('--state', 'removed');
    expect(removed.map((one) => [typeof one.removal?.confirmedAt, one.reason])).toEqual(names.map(() => ['string', 'http 404']));
    // The state counts in the priority, whoever found it: a person here, or a visit.
    expect(removed.every((one) => one.reasons.some((reason) => /remov/i.test(reason)))).toBe(true);
    // What a person has let stand is not asked again at the next visits.
    await home.run(['watch', '--once', '--now']);
    expect((await home.run(['source', 'list'])).stdout).not.toContain('wait for a person');
    await home.run(['source', 'confirm', host], 4);
    await home.run(['log', 'verify']);
  });
});
