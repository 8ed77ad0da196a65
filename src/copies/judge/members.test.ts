import { expect, test } from 'vitest';
import { loadCopyKnowledge } from '../../catalogue/copy-knowledge.ts';
import { createBackground } from '../background.ts';
import { judgePair } from '../judge-pair.ts';

const background = createBackground(loadCopyKnowledge());
const relation = (a: string, b: string) => judgePair({ text: a }, { text: b }, background).relation;

const MILK = (period: string, sum: string): string =>
  `МБДОУ № 31 «Чайка» (г. Верхнеозёрск) закупает молоко питьевое, сметану, творог, кефир.\nПериод: ${period}.\n${sum} руб.\nПоставка ежедневно с 6:30 до 7:30. Количество сообщает кладовщик накануне по телефону. Тара оборотная. Расчёты по итогам месяца.`;
const ROAD = (section: string): string =>
  `Notice of tender\nPurchaser: Provincial Roads Department, Zone 5\nWorks: Microsurfacing of Route 88, section ${section}\nSurface: type III aggregate\nGuarantee: 10 percent bid bond\nA test strip of 300 metres shall be laid and opened to traffic within one hour. One lane stays open at all times.`;

test('a form that is filled in for each quarter is another purchase each time', () => {
  expect(relation(MILK('I квартал 2025', '289 120,50'), MILK('III квартал 2025', '214 877,00'))).toBe('unrelated');
  expect(relation(MILK('I квартал 2025', '289 120,50'), MILK('I квартал 2025', '289 120,50'))).toBe('verbatim');
});

test('so is one for each section of a road', () => {
  expect(relation(ROAD('km 14.2 to km 31.0'), ROAD('km 31.0 to km 52.6'))).toBe('unrelated');
  expect(relation(ROAD('km 14.2 to km 31.0'), ROAD('km 14.2 to km 31.0'))).toBe('verbatim');
});
