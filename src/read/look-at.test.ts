import { expect, it } from 'vitest';
import { loadSites } from '../catalogue/sites.ts';
import { createReader } from './read-page.ts';

const reader = createReader(loadSites());
const look = (html: string, url = 'http://a.example/n/1') => reader.look({ bytes: Buffer.from(html), url });

it('numbers, nonces and the echoed address make no other page; words do', () => {
  const page = (id: string, words: string): string =>
    `<html><head><title>Oh dear ${id}</title></head><body><p>${words} ticket ${id}, at ${new Date(Number(id)).toISOString()}</p><p>island-of-pearls</p></body></html>`;
  const one = look(page('1001', 'nothing here'), 'http://a.example/island-of-pearls')?.print;
  expect(look(page('2002', 'nothing here'), 'http://a.example/island-of-pearls')?.print).toEqual(one);
  expect(look(page('1001', 'maintenance'), 'http://a.example/island-of-pearls')?.print).not.toEqual(one);
});

it('a page without text is known by its script, and says what it alerts', () => {
  const seen = look('<html><script>alert("文档已被删除");history.back()</script></html>');
  expect(seen?.lines).toContain('文档已被删除');
  expect(seen?.print.words.length).toBeGreaterThan(3);
});

it('a page without text says what it shows in a box, title and text', () => {
  expect(look("<html><script>layer.msg('该信息已被发布人撤回',{icon:2});swal('Hello', 'Nothing here')</script></html>")?.lines).toEqual(
    expect.arrayContaining(['该信息已被发布人撤回', 'Hello', 'Nothing here']),
  );
});

it('tells lines that are links alone from those that say more, and where links lead', () => {
  const seen = look(
    '<p><a href="/a">Ropes</a> | <a href="/b">Buoys</a></p><p>See <a href="/c">this</a></p><p><a name="x">Anchor</a></p><a href="/d"><div>One</div><div>Two</div></a><p>Three</p><li><a href="/e">Lifts</a><i>11 May</i></li><li>Jul 02 <a href="/f">Tugs</a></li><li><a href="/g">Ropes</a>, withdrawn 3 May</li>',
  );
  expect(seen?.linked).toEqual(['Ropes | Buoys', 'One', 'Two', 'Lifts11 May', 'Jul 02 Tugs']);
  expect(seen?.hrefs).toEqual(['/a', '/b', '/c', '/d', '/e', '/f', '/g']);
});

it('knows a page that ends from one that broke off', () => {
  expect(look('<html><body><p>a</p></body></html>')?.closed).toBe(true);
  expect(look('<html><body><p>a</p><div')?.closed).toBe(false);
});

it('takes 20 MB of words in bounded time', () => {
  const before = process.cpuUsage();
  expect(look(`<html><body>${'слово другое '.repeat(800_000)}</body></html>`)?.print.words.length).toBeGreaterThan(0);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1e6).toBeLessThan(8);
}, 60_000);
