import { describe, expect, it } from 'vitest';
import type { Store } from '../../store/port.ts';
import { findNotice, lookUpNotice } from './find-notice.ts';

const HELD = [
  'n01',
  'http://a.example/n/1',
  'https://b.example/n/2',
  'wechat:MzA5MTIzNDU2Nw==:2650001:1',
  'https://mp.weixin.qq.com/s/AbCdEfGhIjKlMnOp',
];
const store = {
  findNotice: async (name: string) => (HELD.includes(name) ? { id: name } : undefined),
} as unknown as Pick<Store, 'findNotice'>;

describe('a notice is found', () => {
  it.each([
    ['by its id', 'n01', 'n01'],
    ['by its address', 'http://a.example/n/1', HELD[1]],
    ['whatever names who led there', 'HTTP://A.example/n/1?utm_source=x#top', HELD[1]],
    ['by the address that a browser was led to', 'https://a.example/n/1', HELD[1]],
    ['by the address as it was before a site was secure', 'http://b.example/n/2', HELD[2]],
    ['by an address without its beginning', 'b.example/n/2', HELD[2]],
    ['by the key of an article', 'wechat:MzA5MTIzNDU2Nw:2650001:1', HELD[3]],
    [
      'by the long form of an article, as it is shared',
      'https://mp.weixin.qq.com/s?__biz=MzA5MTIzNDU2Nw%3D%3D&mid=2650001&idx=1&sn=0123&chksm=45&scene=21#wechat_redirect',
      HELD[3],
    ],
    ['by the short form with what was hung on', 'http://mp.weixin.qq.com/s/AbCdEfGhIjKlMnOp?scene=1', HELD[4]],
  ])('%s', async (_how, wanted, found) => {
    expect((await findNotice(store, wanted)).id).toBe(found);
  });

  it('not by what names another, nor by what is no address', async () => {
    for (const other of ['https://a.example/n/2', 'a.example', 'publisher:p01', 'claim:c01', 'wechat:x:1:1', 'ofac:12', ''])
      expect(await lookUpNotice(store, other)).toBeUndefined();
    await expect(findNotice(store, 'wechat:x:1:1')).rejects.toMatchObject({ code: 'not-found' });
    await expect(findNotice(store, 'https://user:secret@a.example/')).rejects.toMatchObject({ code: 'usage' });
  });
});
