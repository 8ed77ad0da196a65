import { expect, it } from 'vitest';
import { loadSites } from '../catalogue/sites.ts';
import { withoutCounters } from './without-counters.ts';

const { counters } = loadSites().general.labels;
const left = (text: string): string => withoutCounters(text, counters);

it('how often a page was read, answered or liked, and how long ago it was posted, come and go without a change', () => {
  for (const [one, next] of [
    ['Ответов 8 · Просмотров 733', 'Ответов 12 · Просмотров 1,1 тыс.'],
    ['27 upvotes · 14 comments', '61 upvotes · 33 comments'],
    ['3.1k members', '3.2k members'],
    ['Anandpur • Posted 2 days ago • Lead 883', 'Anandpur • Posted 2 weeks ago • Lead 883'],
    ['Мбарара | 3 часа назад', 'Мбарара | 2 дня назад'],
    ['Київ | 5 хвилин тому', 'Київ | 2 дні тому'],
    ['张三 · 3天前', '张三 · 2个月前'],
    ['阅读 39', '阅读 1.2万'],
    ['附件【采购需求.docx】已下载12次', '附件【采购需求.docx】已下载88次'],
    ['Amara Breweries · 2w', 'Amara Breweries · 1mo'],
    ['8932 reactions · 4 comments', '8949 reactions · 6 comments'],
    ['Торги\nМосковское время: 2026-09-13 17:42:39\nВход', 'Торги\nМосковское время: 2026-10-23 20:25:57\nВход'],
    ['До окончания 12 дней', 'До окончания 2 дня'],
    ['До завершення подання: 3 дні 4 години', 'До завершення подання: 1 день 2 години'],
    ['剩余时间：12天3小时', '剩余时间：2天21小时'],
    ['Closes in 5 days', 'Closes in 17 hours'],
    ['Open · Closes 4 March', 'Open · 14 responses · Closes 4 March'],
    ['Department of Public WorksViews：644', 'Department of Public WorksViews：677'],
    ['Жарияланған күні 05.10.2026 | Қаралды 626 | ID 883320', 'Жарияланған күні 05.10.2026 | Қаралды 652 | ID 883320'],
    ['Aufrufe: 720', 'Aufrufe: 743'],
    ['EOIs received 9', 'EOIs received 17'],
    ['Posted 3 days ago · 320 quotes', 'Posted 4 days ago · 344 quotes'],
    ['Posted today · Tools', 'Posted yesterday · Tools'],
    ['Posted an hour ago · Tools', 'Posted 3 days ago · Tools'],
    ['Абуджа, 2 дня назад ·', 'Абуджа, 3 недели назад ·'],
    ['№ 4100822, сегодня в 10:14, Казань', '№ 4100822, вчера в 10:14, Казань'],
    ['Оголошення 712 | сьогодні | Львів', 'Оголошення 712 | вчора | Львів'],
    ['发布于 今天 09:20', '发布于 昨天 09:20'],
    ['Погода: −4°\nТендер 15', 'Погода: +11°\nТендер 15'],
    ['Курс валют: USD 81.20 EUR 95.11', 'Курс валют: USD 82.04 EUR 94.80'],
    ['Объявление 3001 | показов 12', 'Объявление 3001 | показов 15'],
  ] as const)
    expect(left(one)).toBe(left(next));
});

it('what the text says of counts and terms stays', () => {
  for (const text of [
    '要求点赞1000次、转发500次、评论100次，系统访问量100000次',
    '微信推文阅读量5000次/篇，限报名人数50人',
    'Вскрытие конвертов\nМосковское время 15.05.2026 10:00',
    'Deadline | Local time 17:00',
    'Offer validity\nExpires in 90 days',
    'Срок работ | до окончания 45 дней',
    'The plant was built in Kazan, 30 years ago',
    'Доставка сегодня, оплата завтра',
    'Погода: по данным станции, датчики температуры −40…+60 °C',
    'Курс валют: USD на дату поставки',
    'курс молодого бойца 30 дней',
    'Заявка подана вчера в 10:14 и принята',
    'Курс: 0-360°',
    'Курс 3',
    'Deadline | today 18:00',
    'Приём заявок завершается в пятницу, сегодня 18:00',
    'Доставка до двери, сегодня в 18:00',
    'Погода: 0-360°',
    'Rated · · · 5',
    'Участников 3',
    'Buyers must obtain at least 3 quotes',
    'Minimum number of quotes: 3',
    'Reviews: 644',
    'overviews 12',
    'цена 12,5 тыс. руб.',
    'founded 10 years ago in the town',
    '投标截止日15天前提出',
    '开标前 5天前',
    'за 3 дня назад',
    'до окончания 5 дней с момента оплаты товар хранится',
    'длина · 5 м · цвет',
    '| 5 m |',
    '距截止还有5天前提出疑问',
    'Начало приёма заявок: 13.09.2026 17:42 (московское время)',
    'Окончание подачи, московское время: 13.09.2026 10:00',
    'current time zone is UTC+3',
  ])
    expect(left(text)).toBe(text);
});

it('takes time in proportion to the text', () => {
  for (const text of ['1 '.repeat(100_000), '|'.repeat(200_000), 'posted 12 days '.repeat(20_000)]) {
    const start = performance.now();
    left(text);
    expect(performance.now() - start).toBeLessThan(2_000);
  }
});

it('ends with numbers without end, and leaves them', () => {
  for (const long of ['1'.repeat(50_000), '1,'.repeat(50_000), '1 '.repeat(50_000), '1.1 '.repeat(50_000), ', 2 days ago'.repeat(10_000)])
    for (const start of ['курс ', 'погода: ', '| ', '']) expect(left(`${start}${long}x`)).toContain(long.slice(0, 1000));
});
