import fc from 'fast-check';
import { expect, test } from 'vitest';
import { skeleton } from '../name/skeleton.ts';
import { syllablesOf } from '../name/transcribed.ts';
import { spokenWord } from './spoken-sounds.ts';
import { transcribedLikeness, transcribedSounds, type TranscribedSound, type VowelCosts } from './transcribed-likeness.ts';

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

const HEARD: readonly (readonly [sounds: readonly TranscribedSound[], vowels: VowelCosts | undefined])[] = [
  ...['محمد', 'عبدالرحمن', '이철수', 'Παπαδόπουλος', 'สมชาย', 'יוסף', 'タナカ'].flatMap((word) => {
    const spoken = spokenWord(word);
    return spoken === undefined ? [] : [[spoken.sounds, spoken.vowels] as const];
  }),
  ...['卡拉什尼科夫', '普京'].map((word) => [transcribedSounds(syllablesOf(word)), undefined] as const),
];
const key = fc.string({ unit: fc.constantFrom(...'aeioubdfghklmnprstvzSZCX'), maxLength: 12 });

test('what is more like than asked is so like as without asking; what is not says so', () => {
  fc.assert(
    fc.property(fc.constantFrom(...HEARD), key, fc.constantFrom(0.4, 0.72, 0.77, 0.85, 0.93), ([sounds, vowels], word, least) => {
      const whole = transcribedLikeness(sounds, word, vowels);
      const bounded = transcribedLikeness(sounds, word, vowels, least);
      if (whole > least) expect(bounded).toBe(whole);
      else expect(bounded).toBeLessThanOrEqual(least);
    }),
    { numRuns: 3_000 },
  );
});
