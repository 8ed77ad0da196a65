import { expect, test } from 'vitest';
import type { Copy, Publisher } from '../../api/routes.gen.ts';
import { addressOfPublishers } from './address.ts';
import { directionOf, orderPublishers } from './order-publishers.ts';

const publisher = (name: string, more: Partial<Publisher>): Publisher => ({
  id: name,
  key: `wechat:${name}`,
  name,
  reading: null,
  host: 'mp.weixin.qq.com',
  notices: 1,
  removed: 0,
  removedByPublisher: 0,
  edited: 0,
  edits: 0,
  copied: 0,
  listed: 0,
  firstSeenAt: '2026-01-01T00:00:00.000Z',
  lastSeenAt: '2026-01-01T00:00:00.000Z',
  ...more,
});
const all = [
  publisher('Harbour', { notices: 9, edits: 4 }),
  publisher('省协会', { removed: 2, reading: 'Province Association' }),
  publisher('Yard', { removed: 2, removedByPublisher: 1, lastSeenAt: '2026-05-01T00:00:00.000Z' }),
];
const names = (words: string, sort: Parameters<typeof orderPublishers>[2]): readonly string[] =>
  orderPublishers(all, words, sort).map(({ name }) => name);

test('those come first that removed most, and of those that removed it themselves', () => {
  expect(names('', 'removed')).toEqual(['Yard', '省协会', 'Harbour']);
  expect(names('', 'edits')[0]).toBe('Harbour');
  expect(names('', 'latest')[0]).toBe('Yard');
});

test('words are looked for in name, account and host', () => {
  expect(names('WEIXIN 省', 'removed')).toEqual(['省协会']);
  expect(names('nobody', 'removed')).toEqual([]);
  expect(names('province assoc', 'removed')).toEqual(['省协会']);
});

const other: Copy['other'] = {
  id: 'n',
  url: '',
  title: null,
  publisher: null,
  publishedAt: '2024-05-22T00:00:00Z',
  firstSeenAt: '2024-06-01T00:00:00Z',
  state: 'present',
};

test('who copied whom follows the dates of publication, and where one is missing when it was seen', () => {
  expect(directionOf({ publishedAt: '2024-05-23T00:00:00Z', firstSeenAt: '2024-05-23T00:00:00Z' }, other)).toBe('taken');
  expect(directionOf({ publishedAt: '2024-05-20T00:00:00Z', firstSeenAt: '2024-06-02T00:00:00Z' }, other)).toBe('given');
  expect(directionOf({ publishedAt: null, firstSeenAt: '2024-06-02T00:00:00Z' }, other)).toBe('taken');
  expect(directionOf({ publishedAt: '2024-05-22T00:00:00Z', firstSeenAt: '2024-06-02T00:00:00Z' }, other)).toBe('taken');
});

test('the address holds what is shown and nothing else', () => {
  expect(addressOfPublishers({ publisher: 'p1', find: 42, sort: 'edits', more: 1 })).toEqual({
    publisher: 'p1',
    find: '42',
    sort: 'edits',
  });
  expect(addressOfPublishers({ sort: 'removed', find: '' })).toEqual({});
});
