import { expect, test } from 'vitest';
import { isHeldOut, readWrittenNotices, setOf } from './written-notices.ts';

test('the written notices have the shape that is scored, in four languages, half of them or all held out', () => {
  const notices = readWrittenNotices();
  expect(new Set(notices.map(({ lang }) => lang))).toEqual(new Set(['zh', 'ru', 'uk', 'en']));
  const share = (set: string): number => {
    const ofSet = notices.filter((notice) => setOf(notice) === set);
    return ofSet.filter(isHeldOut).length / ofSet.length;
  };
  expect([share('first'), share('pages')]).toEqual([expect.closeTo(0.5, 1), expect.closeTo(0.5, 1)]);
  expect(share('second')).toBe(1);
});
