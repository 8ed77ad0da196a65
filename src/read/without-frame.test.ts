import { expect, it } from 'vitest';
import { loadSites } from '../catalogue/sites.ts';
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
  ]) {
    expect(left(text)).toBe(text);
    expect(left(`${text}\n${TEXT}`)).toBe(`${text}\n${TEXT}`);
  }
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
  ])
    expect(over('Главная', kept)).toBe(`${kept}\n${TEXT}`);
});

it('a text that repeats its title far below, or under much text, is kept whole', () => {
  const title = 'Приложение 1';
  for (const body of [`${TEXT}\n${TEXT}\n${title}\nТовар`, `${'Строка\n'.repeat(15)}${title}\n${TEXT}`])
    expect(withoutTitle(body, title, general)).toBe(body);
});
