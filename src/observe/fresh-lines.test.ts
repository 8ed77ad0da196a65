import { expect, it } from 'vitest';
import type { PageLook } from '../model/page-look.ts';
import { freshLines } from './fresh-lines.ts';

const look = (...lines: readonly string[]): PageLook =>
  ({ title: 'Board', lines, hrefs: [], linked: [], closed: true, print: { words: [], shape: [] } }) as unknown as PageLook;

const RULES = 'The administration of the board does not answer for what is posted.';

it('a footer that counts notices now says only that; a clock says nothing', () => {
  expect(
    freshLines(
      look('Clock 11:04', `${RULES} 2998 notices in all. © Board`, 'Its author took it down.'),
      look('Clock 10:12', `${RULES} © Board`),
    ),
  ).toEqual(['2998 notices in all.', 'Its author took it down.']);
});

it('in Chinese, where sentences stand without blanks', () => {
  expect(freshLines(look('管理员不对内容负责。该信息已被发布人删除。'), look('管理员不对内容负责。'))).toEqual(['该信息已被发布人删除。']);
});

it('a line of which nothing was there is whole, with its figures', () => {
  const line = 'Tender 4711 was withdrawn. Ask room 3.5 for 2 copies.';
  expect(freshLines(look(line), look('Tender 4711: pumps'))).toEqual([line]);
});
