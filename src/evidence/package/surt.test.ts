import fc from 'fast-check';
import { expect, test } from 'vitest';
import { surt } from './surt.ts';

/** Keys as the Internet Archive's own canonicaliser gives them. */
test.each([
  ['https://mp.weixin.qq.com/s/AbC?b=2&a=1#x', 'com,qq,weixin,mp)/s/abc?a=1&b=2'],
  ['http://www.example.com:8080/a/b/', 'com,example:8080)/a/b'],
  ['http://www2.example.com/', 'com,example)/'],
  ['http://127.0.0.1:3000/p?x=%E4%B8%AD', '1,0,0,127:3000)/p?x=%e4%b8%ad'],
  ['http://пример.рф/путь', 'xn--p1ai,xn--e1afmkfd)/%d0%bf%d1%83%d1%82%d1%8c'],
  ['http://a.com/?jsessionid=0123456789abcdef0123456789abcdef&b=', 'com,a)/?b='],
  ['http://user:pw@a.com/x//y/../z', 'com,a)/x/z'],
  ['http://a.com', 'com,a)/'],
  ['http://a.com/?', 'com,a)/'],
  ['http://a.com/A%2fB%20c', 'com,a)/a/b%20c'],
  ['http://a.com/a?b=1&a&c=&b=0', 'com,a)/a?a&b=0&b=1&c='],
  ['http://a.com/%2525252541', 'com,a)/a'],
])('%s is found under %s', (url, key) => expect(surt(url)).toBe(key));

test('whatever is given, a key has no white space and no line break', () => {
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl()), (url) => !/[\s\u0080-\uffff]/.test(surt(url))));
});
