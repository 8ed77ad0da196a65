import { describe, expect, it } from 'vitest';
import { finderOf, type ListedParty } from '../testing/finder-of.ts';

const LISTED: readonly ListedParty[] = [
  ['p1', 'Person', 'Pavel Andreevich Zarubezhnov', 'Зарубежнов Павел Андреевич'],
  ['p2', 'Person', 'Viktor Zarubezhnov'],
  ['p3', 'Person', 'Oksana Tymchachuk', 'Оксана Тимчачук'],
  ['p4', 'Person', 'Irina Olegovna Vetrogonova'],
  ['p5', 'Person', 'Hassan Al-Mirzabi'],
  ['p6', 'Person', 'Sergey Ivanovich Belyi', 'Белый Сергей Иванович'],
  ['o1', 'Company', 'MPP Karstovprom', 'МПП «Карстовпром»'],
  ['o2', 'Company', 'Nantong Qibolin Navigation Technologies Co., Ltd.'],
  ['o3', 'Company', '南通启珀琳导航技术有限公司'],
  ['o4', 'Company', '四川嵘垚特种车辆有限公司'],
  ['o5', 'Company', 'АО «Гидролот-7»'],
  ['o6', 'Company', '大同长城特种电缆有限公司'],
];
const finder = finderOf(LISTED);
/** What is found of further mentions, and nothing of names in full. */
const later = (text: string): string[] =>
  finder.find(text).flatMap(({ party, text: span, full }) => (full === undefined ? [] : [`${party} ${span}`]));

describe('persons whom a text has named in full', () => {
  it.each([
    ['Приговор Павлу Андреевичу Зарубежнову оглашён. Зарубежнова также лишили права.', ['p1 Зарубежнова']],
    ['Павел Андреевич Зарубежнов пришёл. По словам П.Зарубежнова, всё готово.', ['p1 П.Зарубежнова']],
    ['Павел Андреевич Зарубежнов пришёл. Подписано: Зарубежнов П. А.', ['p1 Зарубежнов П. А']],
    ['Директорка Оксана Тимчачук прийшла. Договір із О. Тимчачук.', ['p3 О. Тимчачук']],
    ['Director Hassan al-Mirzabi was held. Mirzabi denies it; Mr Mirzabi’s lawyer too.', ['p5 Mirzabi', 'p5 Mirzabi']],
    ['Ирина Олеговна Ветрогонова против. Жалобу Ветрогоновой отклонили.', ['p4 Ветрогоновой']],
  ])('are found by surname, alone and with initials: %s', (text, expected) => {
    expect(later(text)).toEqual(expected);
  });

  it.each([
    ['a relative', 'Павел Андреевич Зарубежнов и Анна Зарубежнова. Зарубежнов молчал.'],
    ['other initials', 'Павел Андреевич Зарубежнов; водитель К. Д. Зарубежнов. Зарубежнова допросили.'],
    ['another listed one', 'Директор Павел Андреевич Зарубежнов, начальник Виктор Зарубежнов. Зарубежнов ушёл.'],
    ['a firm', 'Director Hassan al-Mirzabi left. Mirzabi Trucking Ltd stayed.'],
    ['a common word', 'Сергей Иванович Белый подписал. Белый цемент, белый песок.'],
    ['the other sex', 'Ирина Олеговна Ветрогонова против. Ветрогонов за.'],
  ])('are not taken for %s', (_, text) => {
    expect(later(text)).toEqual([]);
  });

  it('are found by initials though a namesake is there', () => {
    expect(later('Павел Андреевич Зарубежнов и Анна Зарубежнова. П. А. Зарубежнов молчал.')).toEqual(['p1 П. А. Зарубежнов']);
  });

  it('are one match with the mention in full, which is told', () => {
    const [whole, mention, ...others] = finder.find('Павлу Андреевичу Зарубежнову отказано. Зарубежнова лишили права.');
    expect(mention).toMatchObject({ party: 'p1', score: whole?.score, listing: whole?.listing, full: { start: 0, end: 28 } });
    expect(mention?.explanation.for).toEqual(['named in full in the same text: Павлу Андреевичу Зарубежнову']);
    expect(others).toEqual([]);
  });

  it('are nobody where nothing names them in full', () => {
    expect(finder.find('Зарубежнова также лишили права. П. Зарубежнов')).toEqual([]);
  });
});

describe('organisations that a text has named in full', () => {
  it.each([
    ['Допущены: МПП "КАРСТОВПРОМ"; ФОП Бондар. «Карстовпрому» нагадано про борг.', ['o1 Карстовпрому']],
    ['Поставщик: Qibolin Navigation Technologies (Nantong), представлял Кибо. Qibolin’s answer', ['o2 Qibolin']],
    ['Nantong Qibolin Navigation Technologies denies it: Qibolin said no.', ['o2 Qibolin']],
    ['仅南通启珀琳导航技术有限公司一家。启珀琳公司的设备稳定，据启珀琳称无误。', ['o3 启珀琳公司', 'o3 启珀琳']],
    ['投标人：四川嵘垚特种车辆有限公司；嵘垚特车（重复上传）；嵘垚（四川）', ['o4 嵘垚特车', 'o4 嵘垚']],
  ])('are found by their brand: %s', (text, expected) => {
    expect(later(text)).toEqual(expected);
  });

  it.each([
    ['another firm', 'Nantong Qibolin Navigation Technologies won. Qibolin-Auto is no part of Qibolin.'],
    ['another with more words', 'Nantong Qibolin Navigation Technologies. Qibolin Cloud Kitchen opened; Qibolin is near.'],
    ['no number', 'Договор с АО «Гидролот-7», а «Гидролот» ни при чём.'],
    ['another place', '南通启珀琳导航技术有限公司中标。苏州启珀琳未参加。'],
    ['another trade', '南通启珀琳导航技术有限公司中标。启珀琳物流承运；启珀琳种业有限公司。'],
    ['a word', '大同长城特种电缆有限公司中标。游客参观长城。'],
  ])('are not taken for %s', (_, text) => {
    expect(later(text)).toEqual([]);
  });
});

it.each([
  ['surnames', `Павел Андреевич Зарубежнов. ${'Зарубежнова Анна '.repeat(8_000)}`],
  ['full names and surnames', 'Павел Андреевич Зарубежнов. Зарубежнова. '.repeat(3_000)],
  ['brands in Han', `南通启珀琳导航技术有限公司${'启珀琳'.repeat(10_000)}`],
  ['brands and what goes on', `南通启珀琳导航技术有限公司，${'启珀琳导航技术的'.repeat(5_000)}`],
])('is linear in texts of many %s', (_, text) => {
  const started = process.cpuUsage().user;
  finder.find(text);
  expect((process.cpuUsage().user - started) / 1000).toBeLessThan(6_000);
});

it('reads on to the end of a long text, and not inside words', () => {
  const filler = 'Поставка кабеля по договору. '.repeat(20_000);
  const text = `Павел Андреевич Зарубежнов пришёл. ${filler}Адвокат Зарубежнова молчал, незнакомец_Зарубежнов ушёл, кЗарубежнов тоже.`;
  expect(later(text)).toEqual(['p1 Зарубежнова', 'p1 Зарубежнов']);
});
