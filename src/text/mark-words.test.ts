import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markWords } from './mark-words.ts';

function marked(text: string, query: string): readonly string[] {
  return markWords(text, query).map(({ start, end }) => text.slice(start, end));
}

test('words of a query are marked as they stand in the text, in every language', () => {
  expect(marked('关于采购无人机探测器的公告：无人机。', '无人机')).toEqual(['无人机', '无人机']);
  expect(marked('採購無人機探測器', '无人机探测器')).toEqual(['無人機探測器']);
  expect(marked('Закупка детекторов и ДЕТЕКТОР дронов; поддетектор', 'детектор')).toEqual(['детекторов', 'ДЕТЕКТОР']);
  expect(marked('Закупівля засобів РЕБ: Київ', 'реб київ')).toEqual(['РЕБ', 'Київ']);
  expect(marked('Закупка глушилок и глушилки; drone', 'глушилку drones')).toEqual(['глушилки', 'drone']);
  expect(marked('Drone jammers, drone  detector; drones detector', '"drone detector"')).toEqual(['drone  detector']);
  expect(marked('Radar, radars; a.b (c)', 'a.b')).toEqual(['a', 'b']);
  expect(marked('nothing of it', '!')).toEqual([]);
});

test('marks are in order, do not overlap and stand in the text, whatever is asked of whatever', () => {
  const words = fc.array(
    fc.constantFrom('无人机', '探测', 'радар', 'ра', 'drone', 'a\u0301', '"', ' ', '\ud83d', '(', '*', '\u202e', 'ﬁ'),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(words, words, (text, query) => {
      let end = 0;
      for (const span of markWords(text.join(''), query.join(' '))) {
        expect(span.start).toBeGreaterThanOrEqual(end);
        expect(span.end).toBeGreaterThan(span.start);
        ({ end } = span);
      }
      expect(end).toBeLessThanOrEqual(text.join('').length);
    }),
  );
});
