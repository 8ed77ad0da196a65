import { expect, it } from 'vitest';
import { foldText } from './fold.ts';
import { foldLine } from './spaced-line.ts';

it('characters that a scan set apart are read together, with their places in the line', () => {
  const line = '截 止 : 2 0 2 4 年 3 月 1 5 日 9 时 。 预 算 67.2 万 元';
  const { text, originalSpan } = foldLine(line);
  expect(text).toContain('2024年3月15日9时');
  expect(text).toContain(' 67.2 万元');
  const at = text.indexOf('2024年');
  const { start, end } = originalSpan(at, at + 5);
  expect(line.slice(start, end)).toBe('2 0 2 4 年');
});

it('any other line is folded as ever', () => {
  for (const line of ['包 1 采购项目', 'д р о н', '第 2 次 招标 公告 在 本 网 发布', 'a b c d e f g h i j', '采购 20 架 无人机'])
    expect(foldLine(line).text).toBe(foldText(line).text);
});

it('digits set apart are one number in a number or code, and cells in a table', () => {
  expect(foldLine('项 目 编 号 : Y 0 1 4 - 2 5 , 第 1 2 号 , 预 算 6 7 . 2 万 元').text).toMatch(/y014-25.*第12号.*67\.2万元/);
  expect(foldLine('电 话 : 0 2 1 5 5 5 , 联 系 人 王').text).toContain('021555');
  expect(foldLine('数 量 3 5 台 , 地 点 本 市').text).toContain('数量35台');
  expect(foldLine('序 号 5 6 7 8 9 10 台 数 1 2 3').text).toBe('序号5 6 7 8 9 10 台数1 2 3');
});
