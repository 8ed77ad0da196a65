import { expect, it } from 'vitest';
import { isToday } from './today.ts';

it('a line of the day, the weather and rates is none of a notice', () => {
  for (const line of [
    'Сегодня 16.03.2026 туман 26℃ Курс USD: 84.3884',
    'USD 84.3884 туман 26°C',
    '今天是 2026年4月4日 小雨 -2℃',
    '今天是2026年3月22日 星期日',
    'Today 28 Mar 2026 Light rain 8℃',
    'USD 7.0747 多云 15°C',
    'Сьогодні середа, 4 березня',
  ])
    expect(isToday(line), line).toBe(true);
});

it('a value of a notice is one, though it stands alone', () => {
  for (const line of [
    '4500 USD',
    '$ 12 000',
    '20 °C',
    '-40…+60 °C',
    '12.12.2026',
    '今天',
    'Сегодня последний день приёма заявок',
    'USD 12.5000',
    '人民币 145.5000',
    '雨 20℃',
    'Snow, -20 °C',
    'Rain jackets, 40 pieces, 8 °C lining',
    'Курс доллара США по договору: 84.3884 за единицу',
  ])
    expect(isToday(line), line).toBe(false);
});
