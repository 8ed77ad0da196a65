import { expect, test } from 'vitest';
import { loadSites } from '../catalogue/sites.ts';
import { chanceOfRemoval } from './message-chance.ts';

const { messageWeights } = loadSites();

test.each([
  'Это предложение больше не отображается, автор передумал',
  'Публікацію прибрали, її більше немає на сайті',
  'This listing has been taken off the board by its author',
  '本条信息已被发布人撤除，不再展示',
])('%s reads as a removal', (line) => {
  expect(chanceOfRemoval([line], messageWeights)).toBeGreaterThan(0.8);
});

test.each([
  'Проверяем ваш браузер, подождите несколько секунд',
  'Увійдіть, щоб переглянути цю сторінку',
  'Database connection failed, please try again later',
  '访问过于频繁，请输入验证码',
])('%s does not', (line) => {
  expect(chanceOfRemoval([line], messageWeights)).toBeLessThan(0.5);
});

test('of words that are not known nothing is said', () => {
  expect(chanceOfRemoval(['qwrtzp xkcdj'], messageWeights)).toBe(0);
  expect(chanceOfRemoval([], messageWeights)).toBe(0);
});
