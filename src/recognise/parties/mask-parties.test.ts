import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../catalogue/load.ts';
import { loadTradeRoles } from '../../catalogue/trade-roles.ts';
import { maskReading } from './mask-parties.ts';
import { createTradeFinder } from './trade-finder.ts';
import { compileTradeWords } from './trade-hits.ts';

const roles = loadTradeRoles();
const finder = createTradeFinder(roles, compileTradeWords(loadCatalogue(), roles));

const TEXTS = [
  {
    text: '采购人：天河区红旗中学\n联系人：王小明，电话：020-83726197，微信：wang_2024\n请与王小明联系，邮箱 wxm@example.org',
    hidden: ['王小明', '83726197', 'wang_2024', 'wxm'],
    kept: ['天河区红旗中学', '联系人：'],
  },
  {
    text: 'Заказчик: ООО «Ромашка»\nКонтактное лицо: Иванова Анна Сергеевна, тел. +7 495 123-45-67\nТелеграм: @anna_zakup',
    hidden: ['Иванова', 'Сергеевна', '123-45-67', 'anna_zakup'],
    kept: ['ООО «Ромашка»', 'Контактное лицо:'],
  },
  {
    text: 'Замовник: ТОВ «Калина»\nКонтактна особа: Петренко Олена\nтел. +380 44 123 45 67, пошта olena@example.ua',
    hidden: ['Петренко', 'Олена', '123 45 67', 'olena@'],
    kept: ['ТОВ «Калина»'],
  },
  {
    text: 'Buyer: Blue River Ltd.\nContact: John Smith, phone +1 202 555 0101, WhatsApp: js_trade1\nJohn Smith answers at js@example.com',
    hidden: ['John', 'Smith', '555', 'js_trade1', 'js@'],
    kept: ['Blue River Ltd.'],
  },
];

describe('a reading that is shown', () => {
  it.each(TEXTS)('hides persons and the ways to reach them wherever they stand: $text', ({ text, hidden, kept }) => {
    const fields = { 联系人: '赵晓红', note: text };
    const trade = finder.find(text, fields);
    const masked = maskReading({ text, mentions: [], fields, trade });
    for (const one of [...hidden, '赵晓红']) expect(JSON.stringify(masked)).not.toContain(one);
    for (const one of kept) expect(masked.text).toContain(one);
    expect(masked.text).toHaveLength(text.length);
    for (const party of masked.trade.parties.filter(({ end }) => end > 0))
      expect(masked.text.slice(party.start, party.end)).toBe(party.text);
    expect(masked.trade.parties.some((party) => party.masked)).toBe(true);
  });

  it('hides every private name of a directory, however many there are, and where they stand again', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz';
    const word = (n: number): string => letters.charAt(n % 26) + letters.charAt(Math.floor(n / 26) % 26) + letters.charAt((n * 7) % 26);
    const names = Array.from({ length: 600 }, (_, n) => `Olga Kar${word(n)}enko`);
    const handles = names.map((_, n) => `@trader_${word(n)}`);
    const text = `${names.map((name, n) => `Contact person: ${name}, tel +7 999 ${1_000_000 + n}\nWrite to ${handles[n]}`).join('\n')}\nAnswered by: ${names.at(-1)}`;
    const masked = maskReading({ text, mentions: [], fields: { note: `ask ${names[599]}` }, trade: finder.find(text) });
    expect(names.filter((name) => masked.text.includes(name))).toEqual([]);
    expect(handles.filter((handle) => masked.text.includes(handle))).toEqual([]);
    expect(masked.text).not.toContain('enko');
    expect(masked.fields['note']).not.toContain('Olga');
    expect(masked.text).toHaveLength(text.length);
  });
});
