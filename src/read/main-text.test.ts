import { expect, it } from 'vitest';
import { loadSites } from '../catalogue/sites.ts';
import { createReader } from './read-page.ts';

const reader = createReader(loadSites());
const reading = (body: string) =>
  reader.read({
    bytes: Buffer.from(`<html lang="ru"><head><title>Поставка раций</title></head><body>${body}</body></html>`),
    url: 'https://buyer.example/notice/77',
  });
const textOf = (body: string): string => reading(body).text;

const LONG =
  'Комбинат «Сосны» объявляет запрос котировок на поставку оборудования связи для узла в посёлке Еланская, с доставкой и пуском в работу силами поставщика.';
const TEXT = `<div class="text"><p>${LONG}</p><p>Предложения принимаются в течение десяти дней, оплата по факту поставки, в рублях.</p></div>`;
/** The same without an element of its own. */
const FLAT = `<p class="t">${LONG}</p><p class="t">Предложения принимаются в течение десяти дней, оплата по факту поставки, в рублях.</p>`;
const list = (...titles: string[]): string => `<ul>${titles.map((title, n) => `<li><a href="/n/${n}">${title}</a></li>`).join('')}</ul>`;
const OTHERS = list('Ремонт насосной станции', 'Поставка угля', 'Уборка территории');

it.each([
  ['names beside amounts', '<div>Антенна GP-3</div><div>12 шт.</div>', ['Антенна GP-3', '12 шт.']],
  ['a name with a bare number', '<div>Антенна 24</div>', ['Антенна 24']],
  ['who signed, and when', '<div>Зав. складом</div><div>12.10.2026</div>', ['Зав. складом']],
])('a short second part beside a long first one is kept: %s', (_, beside, said) => {
  for (const page of [
    `<article><h1>Поставка раций</h1><p>${LONG}</p></article>${beside}`,
    `<h1>Поставка раций</h1><article><p>${LONG}</p></article>${beside}`,
  ])
    for (const line of said) expect(textOf(`${page}<div class="footer">© Портал</div>`).split('\n')).toContain(line);
});

it('parts of one make are one text', () => {
  const text = textOf(`<h1>Поставка раций</h1>${TEXT}<div class="x">Реклама</div><div class="text"><p>Контактное лицо</p></div>`);
  expect(text).toContain('Контактное лицо');
});

it('rows between a headline and a long part are kept', () => {
  const text = textOf(`<h1>Поставка раций</h1><div>Антенна GP-3</div><div>12 шт.</div><article><p>${LONG}</p><p>${LONG}</p></article>`);
  expect(text).toContain('Антенна GP-3\n12 шт.\n');
});

it('a label beside its value is text, and one of a field of a form is none', () => {
  const text = textOf(
    `<h1>Поставка раций</h1>${TEXT}<p><label>Количество</label> <span>40 шт.</span></p><p><label>Ваш город</label> <input name="c"></p>`,
  );
  expect(text).toContain('Количество 40 шт.');
  expect(text).not.toContain('Ваш город');
});

it('a part whose name may be of a form or a board is text where it tells something and leads nowhere', () => {
  const page = (inside: string): string => textOf(`<h1>Поставка раций</h1>${FLAT}<div class="location">${inside}</div>`);
  expect(page('Место поставки: Еланская, склад 2')).toContain('склад 2');
  expect(page('<a href="/">Главная</a> / <a href="/z">Закупки</a>')).not.toContain('Закупки');
  const board = (inside: string): string => textOf(`<h1>Поставка раций</h1><div class="ad">${inside}</div><p>${LONG}</p>`);
  expect(board('Куплю рации, 40 шт. Звоните: 8 900 000-00-00')).toContain('40 шт.');
  expect(board('<div>Реклама</div><div>Остекление балконов, от 900 руб.</div>')).not.toContain('балконов');
});

it('what only says what a list of links is goes with it, and what stands behind and is made in another way', () => {
  const text = textOf(
    `<div class="bar">Войти</div><h1>Поставка раций</h1>${FLAT}<h3>Интересное</h3>${OTHERS}<div class="bar">Клуб</div>${OTHERS}<div class="bar">Наши партнёры</div><h3>Опрос</h3><div class="q">Как вам сайт?</div><div class="bar">Хорошо</div>`,
  );
  expect(text).toContain('оплата по факту');
  for (const site of ['Интересное', 'Клуб', 'партнёры', 'Опрос', 'Как вам', 'Хорошо']) expect(text).not.toContain(site);
});

it('keeps a text that goes on behind a list, and amounts, sentences and labelled values there', () => {
  const kept = [
    '<p class="t">Контактное лицо</p>',
    '<div class="c">Кабель 200 м</div>',
    '<div class="c">Контакты: Иванова, склад</div>',
    '<div class="c">Оплата в течение тридцати дней после приёмки, в рублях.</div>',
  ];
  for (const part of kept) {
    const text = textOf(`<h1>Поставка раций</h1>${FLAT}<h3>Интересное</h3>${OTHERS}${part}`);
    expect(text).toContain(part.replace(/<[^>]+>/g, ''));
  }
  const before = textOf(`<h1>Поставка раций</h1>${list('Раздел', 'Архив', 'Правила')}<div class="k">Еланская</div>${TEXT}`);
  expect(before).toContain('Еланская');
  const signed = textOf(`<h1>Поставка раций</h1>${FLAT}<p class="sign">Директор И. И. Сосновский</p>${OTHERS}`);
  expect(signed).toContain('Сосновский');
});

it('lists of attachments are kept by their heading, their addresses or their names, and lead to them beside the text too', () => {
  const heads = textOf(
    `<h1>Поставка раций</h1>${TEXT}<h3>Приложения</h3>${list('Техническое задание', 'Проект договора', 'Обоснование цены')}`,
  );
  expect(heads).toContain('Приложения\nТехническое задание');
  const names = textOf(`<h1>Поставка раций</h1>${TEXT}${list('Техзадание.docx', 'Проект договора (120 КБ)', 'Приложение № 3. Смета')}`);
  expect(names).toContain('Проект договора (120 КБ)');
  const beside = reading(
    `<div class="a"><h1>Поставка раций</h1>${TEXT}</div><div class="b"><a href="/f/spec.pdf">Спецификация</a></div><div class="footer"><a href="/f/rules.pdf">Правила</a></div>`,
  );
  expect(beside.links.map(({ url }) => url)).toEqual(['https://buyer.example/f/spec.pdf']);
});

it('answers on a board are none of the first post', () => {
  const post = (date: string, text: string): string => `<div>Повідомлень: 41</div><div>${date}</div><div>${text}</div>`;
  const text = textOf(`<h1>Поставка раций</h1>${post('28 січ 2025, 20:15', LONG)}${post('29 січ 2025, 07:40', 'теж шукаю')}`);
  expect(text).not.toContain('теж шукаю');
  expect(textOf(`<h1>Поставка раций</h1><p>${LONG}</p><p>28 січ 2025, 20:15</p><p>29 січ 2025, 07:40</p><p>склад 2</p>`)).toContain(
    'склад 2',
  );
});

it('a page of many lists, parts and attachments costs no more than its bytes', () => {
  const part = `<div class="ad">Реклама</div><h3>Ещё</h3>${OTHERS}<div class="x"><a href="/f/a.pdf">Файл</a></div><div class="text">склад</div>`;
  const time = (times: number): number => {
    const body = `<h1>Поставка раций</h1>${TEXT}${part.repeat(times)}`;
    const start = process.cpuUsage();
    textOf(body);
    return process.cpuUsage(start).user;
  };
  time(300);
  expect(time(6000)).toBeLessThan(time(600) * 40 + 400_000);
});
