import { describe, expect, it } from 'vitest';
import { ownNames } from './own-names.ts';

const SITE = ['mp.site.example'];
const NAMES = ['wechat:MzA5MTIzNDU2Nw==:2650001234:1', 'https://mp.site.example/s/one#rd', 'http://mirror.example:8080/s/one', 'no name'];
const [KEY, LONG, MIRROR] = [NAMES[0], 'https://mp.site.example/s/one', NAMES[2]];

describe('the names that a page may give to its notice', () => {
  it.each([
    ['the site itself', { url: 'https://mp.site.example/s/1' }, [KEY, LONG]],
    ['another host of the site', { url: 'http://mp.site.example/s', finalUrl: 'https://m.mp.site.example/s' }, [KEY, LONG]],
    ['a mirror', { url: 'http://mirror.example/x' }, [MIRROR]],
    ['a host whose name only ends alike', { url: 'http://amp.site.example/' }, []],
    ['a host that leads to the site', { url: 'http://mirror.example/x', finalUrl: 'https://mp.site.example/s/1' }, []],
    ['a site that leads elsewhere', { url: 'https://mp.site.example/s/1', finalUrl: 'http://mirror.example/x' }, []],
    [
      'a site that leads through another host',
      { url: 'https://mp.site.example/s/1', redirects: ['http://mirror.example/'], finalUrl: 'https://mp.site.example/s/2' },
      [],
    ],
    ['a file', { url: 'file:///drop/x.html' }, []],
  ])('by %s', (_who, passed, expected) => {
    expect(ownNames(NAMES, passed, SITE)).toEqual(expected);
  });

  it('of a site without hosts of its own are those of the host that answered', () => {
    expect(ownNames(NAMES, { url: 'http://mirror.example/x' }, [])).toEqual([MIRROR]);
    expect(ownNames(NAMES, { url: 'https://mp.site.example/s/1' }, [])).toEqual([LONG]);
  });
});
