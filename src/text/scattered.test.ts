import fc from 'fast-check';
import { expect, it } from 'vitest';
import { joinScattered } from './scattered.ts';

it.each([
  ['Требуется п.о.д.а.в.и.т.е.л.ь дронов', 'Требуется подавитель дронов'],
  ['Оренда т е п л о в і з о р а на 6 діб', 'Оренда тепловізора на 6 діб'],
  ['采购无*人*机2架', '采购无人机2架'],
  ['采购干.扰器', '采购干扰器'],
  ['无-人-机 2架', '无人机 2架'],
  ['d-r-o-n-e jammer', 'drone jammer'],
])('%s', (text, joined) => {
  expect(joinScattered(text)?.text).toBe(joined);
});

it.each(['U.S. Army', 'И. О. Ф. Петров', '无人机-反制-项目', '设备-采购', 'a b c', 'x-y', '1.2.3.4.5', '系统/设备/配件'])(
  'leaves %s as it is',
  (text) => {
    expect(joinScattered(text)).toBeNull();
  },
);

it('knows where each character came from', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('d', 'ю', '无', '人', '.', '*', ' ', '-', 'ab', '1', '\n'), { maxLength: 60 }), (some) => {
      const text = some.join('');
      const joined = joinScattered(text);
      if (joined === null) return;
      for (let at = 0; at < joined.text.length; at += 1) {
        const { start, end } = joined.originalSpan(at, at + 1);
        expect(text.slice(start, end)).toBe(joined.text.charAt(at));
      }
      expect(joined.originalSpan(0, joined.text.length)).toEqual({ start: 0, end: text.length });
    }),
  );
});

it('takes time in proportion to the text, however hostile', () => {
  for (const unit of ['a ', 'а.', '无*', '无-', 'a', '- ']) {
    const began = process.cpuUsage();
    joinScattered(unit.repeat(500_000));
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(3000);
  }
});

it('misses none for its quick look', () => {
  fc.assert(
    fc.property(fc.constantFrom('', 'в ', 'он, ', '采购', '\n', '('), fc.constantFrom('', '.', ' дронов', '，'), (before, after) => {
      for (const word of ['д.р.о.н.ы', 'd r o n e', 'д-р-о-н', '无*人', '无-人-机'])
        expect(joinScattered(`${before}${word}${after}`)?.text ?? word).toContain(word.replaceAll(/[. *-]/g, ''));
    }),
  );
});
