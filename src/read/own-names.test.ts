import { describe, expect, it } from 'vitest';
import { addressOfSamePage, ownNames } from './own-names.ts';

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

describe('the address of the same page', () => {
  const FROM = 'http://site.example/n/1?id=2';
  it.each([
    ['https', FROM, 'https://site.example/n/1?id=2', []],
    ['https and www', FROM, 'https://www.site.example/n/1?id=2', ['https://site.example/n/1?id=2']],
    ['a route', 'http://site.example/app#/n/1', 'https://site.example/app#/n/1', []],
    ['a slash', 'https://site.example/n/1', 'https://site.example/n/1/', []],
  ])('is that to which a site leads all its pages: %s', (_what, url, finalUrl, redirects) => {
    expect(addressOfSamePage({ url, finalUrl, redirects: [...redirects, finalUrl] })).toEqual([finalUrl]);
  });

  it.each([
    ['nowhere', FROM, FROM],
    ['another page', FROM, 'https://site.example/n/2?id=2'],
    ['another route', 'http://site.example/app#/n/1', 'https://site.example/app#/home'],
    ['another query', FROM, 'https://site.example/n/1?id=3'],
    ['another host', FROM, 'https://other.example/n/1?id=2'],
    ['another port', FROM, 'https://site.example:8443/n/1?id=2'],
    ['no longer secure', 'https://site.example/n/1', 'http://site.example/n/1'],
    ['the front page', 'http://site.example/', 'https://site.example/'],
    ['a file', 'file:///n/1', 'file:///n/1/'],
  ])('is not where a redirect leads to %s', (_what, url, finalUrl) => {
    expect(addressOfSamePage({ url, finalUrl, redirects: [] })).toEqual([]);
  });

  it('is not one to which another host led', () => {
    const finalUrl = 'https://site.example/n/1';
    expect(addressOfSamePage({ url: 'http://site.example/n/1', finalUrl, redirects: ['http://login.example/', finalUrl] })).toEqual([]);
  });
});
