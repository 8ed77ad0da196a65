import { expect, it } from 'vitest';
import { loadSites } from '../catalogue/sites.ts';
import type { PageLook } from '../model/page-look.ts';
import type { PageReading } from '../model/reading.ts';
import { ledTo } from './led-to.ts';
import { leadsToOthers, listedBeside, othersLinked, pagesLinked } from './list-of-others.ts';

const { ledTo: words } = loadSites().general;
const HERE = 'https://a.example/notices/123';

it('pages of acts, of people and files are not among those that may be asked whether the site is up', () => {
  const hrefs = [
    '/user/ivan.petrov',
    '/id7',
    '/@ivan',
    '/unsubscribe/abc',
    '/notices/123/delete',
    '/notices/deleteNotice',
    '/cart/add/5',
    '/add-to-cart/5',
    '/files/tz.pdf',
    '/register',
    '/pages?id=3',
    '/rules',
    '/about/history.html',
  ];
  expect(pagesLinked({ hrefs } as unknown as PageLook, HERE, words)).toEqual([
    'https://a.example/rules',
    'https://a.example/about/history.html',
  ]);
});

it('a way out leads out of an account of the same site only', () => {
  expect(ledTo(HERE, 'https://a.example/exit/', words)).toBe('leave');
  expect(ledTo(HERE, 'https://b.example/exit/', words)).toBe('elsewhere');
});

it('addresses of one name without an end are compared in time that grows as they do', () => {
  const look = { hrefs: [`/notices/${'a'.repeat(300_000)}`] } as unknown as PageLook;
  const start = performance.now();
  expect([leadsToOthers(look, HERE), othersLinked(look, HERE)]).toEqual([false, []]);
  expect(performance.now() - start).toBeLessThan(2000);
});

it('a list stood beside the notice where its rows are of kinds that did, news and notices', () => {
  const items = [1, 2, 3, 4, 5, 6].map((n) => ({ url: `https://a.example/${n > 3 ? 'news' : 'notices'}/${90 + n}`, title: 'x' }));
  const before = { hrefs: ['/notices/11', '/notices/12', '/notices/13', '/news/4', '/news/5'] } as unknown as PageLook;
  expect(listedBeside({ items } as unknown as PageReading, before, HERE)).toBe(true);
  expect(listedBeside({ items } as unknown as PageReading, { ...before, hrefs: ['/news/4', '/news/5'] }, HERE)).toBe(false);
});
