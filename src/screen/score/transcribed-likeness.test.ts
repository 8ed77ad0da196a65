import { expect, test } from 'vitest';
import { skeleton } from '../name/skeleton.ts';
import { syllablesOf } from '../name/transcribed.ts';
import { transcribedLikeness, transcribedSounds } from './transcribed-likeness.ts';

const likeness = (han: string, latin: string): number => transcribedLikeness(transcribedSounds(syllablesOf(han)), skeleton(latin));

test.each([
  ['普京', 'putin'],
  ['卡拉什尼科夫', 'kalashnikov'],
  ['季姆琴科', 'timchenko'],
  ['梅德韦杰夫', 'medvedev'],
  ['默克尔', 'merkel'],
  ['米舒斯京', 'mishustin'],
  ['霍尼韦尔', 'honeywell'],
])('%s is like %s, and less like any other of these', (han, latin) => {
  const others = ['patton', 'kalinichev', 'tymchak', 'madvani', 'marcial', 'mustafin', 'henriwald', 'putilin', 'medvedchuk'];
  const own = likeness(han, latin);
  expect(own).toBeGreaterThan(0.75);
  for (const other of others) expect(likeness(han, other)).toBeLessThan(own);
});

test('what sounds otherwise is not like it', () => {
  expect(likeness('卡拉什尼科夫', 'rogozin')).toBeLessThan(0.5);
  expect(likeness('普京', 'shoigu')).toBeLessThan(0.5);
  expect(likeness('', 'putin')).toBeLessThan(0.5);
});
