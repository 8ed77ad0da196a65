import { expect, it } from 'vitest';
import { quoteOf, whyOf } from './basis-words.ts';

it.each([
  ['sign of wechat: .weui-msg__title "该内容已被发布者删除"', '该内容已被发布者删除'],
  ['sign of wechat: all that it says is "链接已过期"', '链接已过期'],
  ['status 451, in the site\'s own page: "Removed"', 'Removed'],
  ['sign of wechat: led to an address with /mp/wappoc_appmsgcaptcha', null],
  ['status 404', null],
  [null, null],
])('%s cites %s', (basis, quote) => {
  expect(quoteOf(basis)).toBe(quote);
});

it.each([
  ['removed', 'deleted', 'publisher', 'whyDeleted'],
  ['removed', 'deleted', 'platform', 'whyGone'],
  ['removed', 'http 404', 'status', 'status'],
  ['blocked', 'captcha', null, 'whyCaptcha'],
  ['unreachable', 'dns', null, 'whyDns'],
  ['unreachable', 'something new', null, undefined],
  ['present', 'unlisted', null, undefined],
] as const)('%s for %s is said', (state, reason, removalKind, key) => {
  expect(whyOf({ state, reason, removalKind })?.key).toBe(key);
});
