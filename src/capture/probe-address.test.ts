import { expect, it } from 'vitest';
import { addressThatNeverExisted } from './probe-address.ts';

const half = (): number => 0.5;

it.each([
  ['https://a.example/notices/2026/1048576.html', /^https:\/\/a\.example\/notices\/2026\/\d{10}\.html$/],
  ['https://a.example/cggg/t20260315_1234567.htm', /^https:\/\/a\.example\/cggg\/t20260315_\d{10}\.htm$/],
  ['https://a.example/view.php?cat=7&id=55012#top', /^https:\/\/a\.example\/view\.php\?cat=7&id=\d{10}$/],
  ['https://a.example/tenders/supply-of-radios/', /^https:\/\/a\.example\/tenders\/[a-z5]{12,24}\/$/],
  ['https://a.example/s/a7ed92526eea80f895a5a1', /^https:\/\/a\.example\/s\/[a-z\d]{12,24}$/],
])('%s keeps its shape and names another page', (address, shape) => {
  const made = addressThatNeverExisted(address, half);
  expect(made).toMatch(shape);
  expect(made).not.toBe(address);
});

it('a number stays one that programs read as a number', () => {
  for (const random of [() => 0, half, () => 0.999_999]) {
    const id = Number(/(\d+)$/.exec(addressThatNeverExisted('http://a.example/1048', random) ?? '')?.[1]);
    expect(id).toBeGreaterThan(1_800_000_000);
    expect(id).toBeLessThan(2 ** 31);
  }
});

it('a front page and a file have none', () => {
  expect(addressThatNeverExisted('http://a.example/', half)).toBeNull();
  expect(addressThatNeverExisted('file:///tmp/a.html', half)).toBeNull();
});
