import { expect, it } from 'vitest';
import { loadSites } from '../catalogue/sites.ts';
import { createReader } from './read-page.ts';

const reader = createReader(loadSites());
const at = (html: string) => ({ bytes: Buffer.from(html), url: 'https://portal.example/notice/77', status: 200, headers: [] });
const read = (html: string) => reader.read(at(html));
const shell = (title: string, script: string): string =>
  `<!doctype html><html lang="ru"><head><title>${title}</title></head><body><noscript>JavaScript</noscript><div id="app"></div>${script}<script src="/app.js"></script></body></html>`;
const assigned = (state: unknown): string => `<script>window.__INITIAL_STATE__=${JSON.stringify(state)};</script>`;

const NOTICE = {
  id: 77,
  title: 'Поставка антенн направленных',
  author: 'МУП «Связь»',
  publishDate: '2026-03-11 12:00',
  content: [{ k: 'Количество', v: '12 шт.' }, { label: 'Цена, руб.', value: 214600 }, 'Доставка за счёт поставщика.'],
};
const LISTS = { menu: [{ title: 'Закупки', path: '/p' }], recommend: [{ title: 'Ремонт кровли школы № 14', url: '/notice/12' }] };

it('reads the notice that a program would draw from its data', () => {
  const reading = read(shell('Поставка антенн направленных - Портал поставщиков', assigned({ ...LISTS, page: { notice: NOTICE } })));
  expect(reading).toMatchObject({ state: 'present', title: NOTICE.title, author: 'МУП «Связь»', publishedAt: '2026-03-11T09:00:00Z' });
  expect(reading.text).toBe(`${NOTICE.title}\nКоличество\t12 шт.\nЦена, руб.\t214600\nДоставка за счёт поставщика.`);
});

it('reads terms that are numbers, objects of the buyer, and lots; a menu that names the notice is none', () => {
  const { title } = NOTICE;
  const notice = {
    title,
    buyer: { name: 'МУП «Связь» района', email: 'bids@fwn.example' },
    quantity: 12,
    lots: [{ name: 'Антенна GP-3', value: '12 шт.', price: 214600 }],
    text: 'Доставка за счёт поставщика.',
  };
  const { text } = read(shell(title, assigned({ menu: [{ title, path: '/p' }], page: { notice } })));
  expect(text.split('\n')).toEqual([
    title,
    'МУП «Связь» района',
    'email\tbids@fwn.example',
    'quantity\t12',
    'Антенна GP-3\t12 шт.',
    'price\t214600',
    'Доставка за счёт поставщика.',
  ]);
});

it('reads markup within data, and data in a script of its own', () => {
  const body = '<p>求购红外热像仪镜头20件。</p><script>alert(1)</script><table><tr><td>数量</td><td>20件</td></tr></table>';
  const data = JSON.stringify({ props: { pageProps: { article: { title: '红外镜头求购公告', html: body } } } }).replace(
    /</g,
    String.raw`\u003c`,
  );
  const reading = read(shell('红外镜头求购公告_采购网', `<script id="__NEXT_DATA__" type="application/json">${data}</script>`));
  expect(reading.text).toBe('红外镜头求购公告\n求购红外热像仪镜头20件。\n数量\t20件');
});

it('shows what the program was told to tell, where there is no notice', () => {
  const message = (text: string): string =>
    shell(
      'Портал поставщиков',
      assigned({
        ...LISTS,
        page: { statusCode: 200, error: { code: 'GONE', message: text }, notice: { title: NOTICE.title, content: null } },
      }),
    );
  expect(reader.look(at(message('Сессия снята заказчиком')))?.lines).toEqual(['Сессия снята заказчиком']);
});

it('leaves a page alone that shows its text, or brings no data that say anything', () => {
  const state = assigned({ page: { notice: NOTICE } });
  const shown = read(
    `<html><head><title>Поставка антенн направленных</title></head><body><p>Страница загружается дольше обычного.</p>${state}</body></html>`,
  );
  expect(shown.text).not.toContain('12 шт.');
  for (const script of [
    assigned(LISTS),
    assigned({ code: 0, msg: 'ok' }),
    assigned({ texts: Object.fromEntries(['gone', 'login', 'busy', 'late'].map((key) => [key, { message: `Текст сообщения ${key}` }])) }),
    '<script>window.__NUXT__=(function(a){return {title:a}})("Поставка антенн направленных")</script>',
    '<script>window.__INITIAL_STATE__={"title":"Поставка антенн</script>',
    '<script>var x = {title: document.title}</script>',
  ])
    expect(read(shell('Поставка антенн направленных', script))).toMatchObject({ state: 'unreachable', reason: 'empty' });
});

it('markup within values is text, not markup of the page', () => {
  const notice = { ...NOTICE, content: [{ k: '<b onclick=x>Количество', v: '"><script>alert(1)</script> 12 шт.' }] };
  const { text } = read(shell(NOTICE.title, assigned({ notice })));
  expect(text).not.toContain('alert(1)</script>');
  expect(text).toContain('12 шт.');
});
