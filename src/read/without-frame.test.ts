import { expect, it } from 'vitest';
import { loadSites } from '../catalogue/sites.ts';
import { createReader } from './read-page.ts';
import { withoutFrame } from './without-frame.ts';
import { withoutTitle } from './without-title.ts';
import { assumedZone } from './written-date.ts';

const { general } = loadSites();
const TEXT = [
  'Комбинат «Сосны» закупает шпалы железобетонные, 1200 штук, с доставкой до станции Еланская.',
  'Приём заявок: до 12.12.2026, 10:00, каб. 214.',
  'Оплата в течение 30 дней после приёмки.',
].join('\n');
const left = (text: string): string => withoutFrame(text, general.labels, assumedZone('ru'));

it('lines of the site come and go without a change of the text', () => {
  for (const line of [
    'Дата публикации: 17.10.2026',
    'Опубликовано 5 октября 2026 г. · Источник: ГБУ «Лесохрана»',
    '发布时间：2026-10-17 09:30 来源：某某市公安局',
    'Published: 9 October 2026 | Source: Department of Public Works',
    'Дата публікації：12.10.2026Джерело：Архівний портал закупівель',
    '【Друкувати】【Закрити】',
    '[打印] [关闭]',
    'Версия для печати | Поделиться',
    '← Back to list',
    'Вы здесь: Главная >> Закупки',
    '上一条：电梯维保比选公告 下一条：教材采购公告',
    'С 3 по 5 июня сайт будет недоступен: плановые работы',
    'Planned maintenance: this site will be unavailable on 28 November from 22:00.',
    '系统将于12月3日22:00进行维护升级，期间网站无法访问。',
    'Внимание: 30 ноября сервер рассылок будет выключен на два часа.',
    ' | ',
  ])
    for (const text of [`${line}\n${TEXT}`, `${TEXT}\n${line}`]) expect(left(text), line).toBe(TEXT);
});

it('what a site says of itself stays where a page says little else', () => {
  expect(left(`${TEXT}\n登录后查看`)).toBe(TEXT);
  expect(left('Лот 7\n登录后查看')).toBe('Лот 7\n登录后查看');
});

it('what readers wrote under a text is none of it', () => {
  for (const comments of [
    'Комментарии (3)\nПётр: уже закупили?\nИван: нет',
    'Comments:\nany news?',
    '网友评论\n楼上的链接404了',
    '网友评论：该信息已核实',
  ])
    expect(left(`${TEXT}\n${comments}`)).toBe(TEXT);
});

it('keeps lines of the notice that begin in the same way', () => {
  for (const text of [
    'Дата: 12.12.2026',
    '时间：2026年12月12日10:00',
    'Published price lists are attached to the offer.',
    'Дата публикации итогов: 20.12.2026',
    'Комментарии к лоту 3: поставка на поддонах',
    'Закрыть расчёты до 12.12.2026',
    'Сайт заказчика: разработка и техническое обслуживание, 12 месяцев',
    'The contractor will maintain the site of the buyer.',
    '采购内容：办公系统运行维护服务一年',
    '返回货物的费用由供应商承担',
    'Comments',
    'Печать',
    '大',
    '所在位置：北京市海淀区12号库',
    'The radar system will undergo factory acceptance testing on 12 December.',
    'Система охлаждения с 5 июля будет отключена заказчиком.',
    'Строительная площадка с 5 июля будет закрыта для проезда.',
    '系统升级期间不得停止服务，12月3日前提供备机12台。',
    'USD 12.5000',
  ]) {
    expect(left(text)).toBe(text);
    expect(left(`${text}\n${TEXT}`)).toBe(`${text}\n${TEXT}`);
  }
});

it('a building, a floor, and a field of a form are no comments: what stands under them is kept', () => {
  for (const under of [
    'Корпус 12#\nРадиостанция 3 шт.',
    '厂房 2#\n红外热像仪 8台',
    '2楼\n交换机 12台',
    '地板：防静电 400平方米',
    'Comments:\nDeliver to dock 4 only.',
    'Комментарии\nТовар новый, 12 шт.',
    'Comments: deliver to dock 4 only',
  ])
    expect(left(`${TEXT}\n${under}`)).toBe(`${TEXT}\n${under}`);
  expect(left(`${TEXT}\n老李钢材 2#\n有现货，私你了`)).toBe(TEXT);
  expect(left(`${TEXT}\n沙发 机修老赵 发表于 2025-3-9 21:03\n超了点`)).toBe(TEXT);
});

const LONG =
  'Комбинат «Сосны» объявляет запрос котировок на поставку оборудования связи для узла в посёлке Еланская, с доставкой и пуском в работу силами поставщика.';
const reader = createReader(loadSites());
const textOfPage = (body: string): string =>
  reader.read({
    bytes: Buffer.from(
      `<html lang="ru"><head><title>Поставка раций</title></head><body><div class="nav"><a href="/">Главная</a> <a href="/z">Закупки</a></div>${body}<div class="footer">© Портал</div></body></html>`,
    ),
    url: 'https://buyer.example/notice/77',
    status: 200,
    headers: [],
  }).text;

it.each([
  ['rows of a short notice', '<p>Запрос котировок в электронной форме.</p>', '<div>Рация Р-168</div><div>40 шт.</div><div>Донецк</div>'],
])('the second part of a notice is kept: %s', (_, first, second) => {
  const text = textOfPage(`<div><div><h1>Поставка раций</h1>${first}</div><div class="b">${second}</div></div>`);
  for (const said of second.replace(/<[^>]+>/g, '|').split('|')) expect(text).toContain(said);
});

it('names and codes that are linked are words of a text, and rows of goods are no counters', () => {
  const rows = 'Труба · 57х3,5 ГОСТ 8732-78 · 200';
  const text = textOfPage(
    `<div><h1>Поставка раций</h1><p>${LONG}</p><p><a href="/1">Рации</a>, <a href="/2">антенны</a>, <a href="/3">кабели</a></p><table><tr><td>ОКПД2</td><td><a href="/1">26.30.11</a> <a href="/2">26.30.40</a> <a href="/3">27.32.11</a></td></tr><tr><td>Сумма</td><td>120 000</td></tr></table><p>${rows}</p></div>`,
  );
  for (const said of ['Рации, антенны, кабели', '26.30.11 26.30.40 27.32.11', rows]) expect(text).toContain(said);
  expect(textOfPage(`<h1>Поставка раций</h1><p>ООО · 12.10.2026 · 649</p><p>${LONG}</p>`)).not.toContain('649');
});

it('a long row of buttons, stamps or comments costs no more than its letters', () => {
  for (const line of ['[打印]'.repeat(50_000), 'Дата публикации: '.repeat(20_000), 'сайт '.repeat(40_000), '网站，'.repeat(40_000)])
    expect(left(`${TEXT}\n${line}`)).toBe(`${TEXT}\n${line}`);
});

it('what stands over a title is left out, but for what is said of the notice', () => {
  const title = 'Шпалы железобетонные для комбината «Сосны»';
  const over = (...lines: string[]): string => withoutTitle([...lines, title, TEXT].join('\n'), title, general);
  expect(over('МЧС предупреждает: подъём уровня воды, порывы ветра до 17 м/с. Телефон 112.', 'Главная')).toBe(TEXT);
  for (const kept of [
    'Статус: Закупка отменена (протокол от 09.11.2026)',
    'Inactive: the response date of this notice has passed.',
    'Отменена',
    'Заказчик: муниципальное унитарное предприятие «Сосны», Еланская',
    'Реестровый номер 0373100012326000071, регион: Еланский район',
    'Заказчик: МУП «Сосны»',
    '№ 0373100012326000071',
    'Цена: 120 000 руб.',
    'Quantity 40',
    'Бюджет 310 тыс. руб.',
    '数量 40',
    'Федеральное казённое предприятие «Завод Прибор Сосны»',
  ])
    expect(over('Главная', kept)).toBe(`${kept}\n${TEXT}`);
  expect(over('Главная', 'УТВЕРЖДАЮ', 'Директор И. И. Иванов')).toBe(`УТВЕРЖДАЮ\nДиректор И. И. Иванов\n${TEXT}`);
});

it('a text that repeats its title far below, or under much text, is kept whole', () => {
  const title = 'Приложение 1';
  for (const body of [`${TEXT}\n${TEXT}\n${title}\nТовар`, `${'Строка\n'.repeat(15)}${title}\n${TEXT}`])
    expect(withoutTitle(body, title, general)).toBe(body);
});

it('buttons are bought where the title names a website, and are those of the site elsewhere', () => {
  const wanted = `${LONG}\nВерсия для слабовидящих\nСообщить об ошибке`;
  const of = (title: string): string => withoutFrame(wanted, general.labels, assumedZone('ru'), title);
  for (const title of ['Доработка сайта музея', 'Оновлення сайту громади', 'Redesign of the website', '门户网站改版服务采购公告'])
    expect(of(title)).toBe(wanted);
  for (const title of ['', 'Насосы для музея', 'Закупка на zakaz.сайт.рф', 'Site clearance', '监控系统采购公告'])
    expect(of(title)).toBe(LONG);
});

it('the name of a network stands over how somebody is reached there, or is a button', () => {
  expect(left(`${LONG}\nTelegram\n@pumps_buyer\nWhatsApp\n+7 900 000-00-00\nViber`)).toBe(
    `${LONG}\nTelegram\n@pumps_buyer\nWhatsApp\n+7 900 000-00-00`,
  );
});
