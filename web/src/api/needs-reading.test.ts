import { expect, test } from 'vitest';
import { needsReading } from './needs-reading.ts';

test('a name needs a reading where its script is not that of the reader', () => {
  const names = ['广东省协会', 'ООО «Бета»', 'Beta LLC', '№ 12', 'DJI大疆'];
  const needed = (language: 'en' | 'zh' | 'ru' | 'uk') => names.map((name) => needsReading(name, language));
  expect(needed('en')).toEqual([true, true, false, false, true]);
  expect(needed('zh')).toEqual([false, true, false, false, false]);
  expect(needed('ru')).toEqual([true, false, false, false, true]);
  expect(needed('uk')).toEqual(needed('ru'));
});
