import { expect, test } from 'vitest';
import type { NoticeId } from '../../model/ids.ts';
import { plainText } from '../../copies/plain-text.ts';
import { shinglesOf, type Shingles } from '../../copies/shingles.ts';
import { TextIndex } from './text-index.ts';

const of = (text: string): Shingles => shinglesOf(plainText(text));
const WANTED =
  '哈萨克斯坦客户求购干扰发生器、无人机探测器（商标名BorisTone、Assel Labs、Bulat），有意向的企业请于5月31日前将产品资料发送至协会邮箱。';
const notice = (n: number): NoticeId => `n${n}` as NoticeId;

test('a hundred texts of the same language, or of the notice itself, hide none of another', () => {
  const index = new TextIndex();
  for (let n = 0; n < 100; n += 1) index.add(n, notice(n), 'zh', of(WANTED));
  index.add(100, notice(100), 'ru', of(WANTED));
  expect(index.find(of(WANTED), notice(0), 'zh').map(({ num }) => num)).toEqual([100]);
  expect(index.find(of(WANTED), notice(100)).length).toBe(64);
  expect(index.find(of(WANTED), notice(3)).some(({ num }) => num === 3)).toBe(false);

  const kept = new TextIndex(index.parts());
  expect(kept.find(of(WANTED), notice(0), 'zh').map(({ num }) => num)).toEqual([100]);
});

test('a notice has a text once, however often it was captured, and beside another version', () => {
  const index = new TextIndex();
  for (let num = 0; num < 3; num += 1) index.add(num, notice(1), 'zh', of(WANTED));
  index.add(3, notice(1), 'zh', of(`${WANTED}更正`));
  expect(index.find(of(WANTED), notice(2)).map(({ num }) => num)).toEqual([0, 3]);
});

test('a notice has its text once also where a hundred others have the same', () => {
  const index = new TextIndex();
  for (let round = 0; round < 2; round += 1) for (let n = 0; n < 100; n += 1) index.add(100 * round + n, notice(n), 'zh', of(WANTED));
  expect(index.index.texts).toBe(100);
});
