import { expect, test } from 'vitest';
import { messageFeatures } from './message-features.ts';

test('a message is beginnings of words, pairs of them and ends of lines', () => {
  expect([...messageFeatures(['The ad, withdrawn!'])].toSorted()).toEqual(
    ['the', 'ad', 'withd', '^ the', 'the ad', 'ad withd', 'withd $'].toSorted(),
  );
});

test('and runs of up to four Han characters', () => {
  expect([...messageFeatures(['已删'])].toSorted()).toEqual(
    ['^', '已', '删', '$', '^已', '已删', '删$', '^已删', '已删$', '^已删$', '^ $'].toSorted(),
  );
});

test('a long text takes no longer than its beginning', () => {
  expect(messageFeatures(['слово '.repeat(500_000)]).size).toBeLessThan(20);
  expect(messageFeatures(['删'.repeat(500_000)]).size).toBeLessThan(2_000);
});
