import { expect, it } from 'vitest';
import { isWebAddress, webAddress } from './web-address.ts';

it('leads to the web and nowhere else', () => {
  expect(webAddress('https://example.org/a?b=1')).toBe('https://example.org/a?b=1');
  for (const other of [
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'notice 4',
    'https://a:b@example.org/',
  ])
    expect(webAddress(other)).toBeUndefined();
});

it('takes what was written whole, of the web and in one piece as an address', () => {
  for (const one of ['https://example.org/feed', ' http://192.0.2.1:8080 ', 'HTTPS://пример.рф/лента?a=1'])
    expect(isWebAddress(one)).toBe(true);
  for (const other of [
    '',
    'example.org/feed',
    'ftp://example.org/z',
    'https://',
    'https:///x',
    'https://example.org/a b',
    'mailto:a@example.org',
  ])
    expect(isWebAddress(other)).toBe(false);
});
