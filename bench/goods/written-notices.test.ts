import { expect, test } from 'vitest';
import { isHeldOut, readWrittenNotices } from './written-notices.ts';

test('the written notices have the shape that is scored, in four languages, half of them held out', () => {
  const notices = readWrittenNotices();
  expect(new Set(notices.map(({ lang }) => lang))).toEqual(new Set(['zh', 'ru', 'uk', 'en']));
  expect(notices.filter(isHeldOut).length / notices.length).toBeCloseTo(0.5, 1);
});
