import { expect, it } from 'vitest';
import { loadCopyKnowledge } from '../../catalogue/copy-knowledge.ts';
import { hanNumber } from './numerals.ts';
import { createTokeniser } from './tokeniser.ts';

const { tokens } = createTokeniser(loadCopyKnowledge());
const keys = (text: string): readonly string[] => tokens(text).map(({ key }) => key);

it('reads numbers in Chinese words', () => {
  expect(['一', '十', '十二', '二十', '一百零五', '一万二千', '四万', '三千万'].map(hanNumber)).toEqual([
    1, 10, 12, 20, 105, 12_000, 40_000, 30_000_000,
  ]);
});

it('gives one value to a quantity however it is written', () => {
  expect(keys('电芯四万只')).toContain('quantity:40000');
  expect(keys('电芯4万只')).toContain('quantity:40000');
  expect(keys('电芯40000只')).toContain('quantity:40000');
  expect(keys('主机一套')).toContain('quantity:1');
  expect(keys('Смета около 3,4 млн')).toContain('figure:3400000');
  expect(keys('контейнеры (21 000), пробирки')).toContain('figure:21000');
  expect(keys('Цена: 36 900 400,00 (снижение)')).toContain('price:36900400');
  expect(keys('RUB 37.4m ceiling')).toContain('price:37400000');
  expect(keys('угода на 1 млн 296 тис. грн')).toContain('price:1296000');
  expect(keys('угода на 1 млн 296 тыс. руб.')).toContain('price:1296000');
  expect(keys('вода для 2 млн 500 тыс. человек')).toContain('figure:2500000');
  expect(keys('всего 2 млн 3 млн шт')).not.toContain('price:5000000');
});

it('tells numbers of papers from types of goods and from ranges', () => {
  expect(keys('Память MT41K256M16TW-107')).toContain('model:mt41k256m16tw107');
  expect(keys('ПЛИС XC6SLX150-2FGG484I')).toContain('model:xc6slx1502fgg484i');
  expect(keys('Частоты 1100-1400 МГц')).toContain('model:11001400');
  expect(keys('see FA8750-24-R-0012 for more')).toContain('number:fa875024r0012');
  expect(keys('закупка UA-2024-09-17-009028-a')).toContain('number:ua20240917009028a');
  expect(keys('Закупка №0301200048124000051')).toContain('number:0301200048124000051');
});

it('takes the weight of a bag for no lot', () => {
  expect(keys('мука в мешках (包 2.5 кг)')).toContain('quantity:2.5');
  expect(keys('мука (包 2)')).toContain('lot:2');
  expect(keys('мука (包 2.5 кг)')).not.toContain('lot:2');
});

it('takes a bare number for a year only where it may be one', () => {
  expect(keys('купить 2000 рам')).toContain('figure:2000');
  expect(keys('закупка 2024')).toContain('year:2024');
  expect(keys('в 2000 году')).toContain('year:2000');
});

it('finds telephone numbers behind Han characters', () => {
  expect(keys('平台技术热线400-000-0000（工作日）').some((key) => key.startsWith('phone:'))).toBe(true);
});

it('takes what one sign parts from three digits before million for a fraction, but for a comma in English', () => {
  expect(keys('for UAH 9.858 million')).toContain('price:9858000');
  expect(keys('2,896 млн руб.')).toContain('price:2896000');
  expect(keys('EUR 1,250 million')).toContain('price:1250000000');
  expect(keys('EUR 9.858')).toContain('price:9858');
});

it('reads a label with the unit of its sum, and one with a dash at the beginning of its line', () => {
  expect(keys('预算金额（万元）：135')).toContain('price:1350000');
  expect(keys('预算金额（元）：135')).toContain('price:135');
  expect(keys('预算金额：1,200万元')).toContain('price:12000000');
  expect(keys('预算金额（万元）：1,200')).toContain('price:12000000');
  expect(keys('Цена (тыс. руб.): 1 200')).toContain('price:1200000');
  expect(keys('Цена (тысяч штук): 12 000 руб.')).toContain('price:12000');
  expect(keys('Сумма (с учетом НДС 20 млн): 5000')).toContain('price:5000');
  const places = tokens('Закупівля №4\nПредмет — акумуляторна збірка').map(({ place }) => place);
  expect(places.at(-1)).toBe('subject');
  expect(tokens('Закупівля №4\nКупуємо предмет — збірку').at(-1)?.place).toBe('body');
});

it('knows quarters, halves and sections of roads', () => {
  expect(keys('Период: III квартал 2025')).toContain('year:q3');
  expect(keys('Утримання доріг, 2-ге півріччя')).toContain('year:h2');
  expect(keys('第二季度办公用品')).toContain('year:q2');
  expect(keys('下半年办公用品')).toContain('year:h2');
  expect(keys('section km 14.2 to km 31.0')).toContain('section:14.2-31.0');
  expect(keys('closing 12 Dec 2024')).toContain('date:2024-12-12');
  expect(keys('opening on Sept 5')).toContain('date:-9-5');
});
