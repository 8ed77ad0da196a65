import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hostOf } from './host-of.ts';

describe('hostOf', () => {
  test.each([
    ['https://Example.ORG/a', 'example.org'],
    ['http://example.org:80/a', 'example.org'],
    ['http://example.org:8080/a', 'example.org'],
    ['https://example.org./', 'example.org'],
    ['https://пример.рф/', 'xn--e1afmkfd.xn--p1ai'],
    ['http://2130706434/', '127.0.0.2'],
    ['http://ann:pw@example.org/', 'example.org'],
    ['http://[2001:DB8::1]/', '[2001:db8::1]'],
    ['/srv/drop/', 'file:/srv/drop'],
    ['file:///srv/drop/letter.html', 'file:/srv/drop'],
    ['file:///letter.html', 'file:/'],
  ])('%s → %s', (address, host) => expect(hostOf(address)).toBe(host));

  test('any text has one', () => fc.assert(fc.property(fc.string(), (text) => hostOf(text).length > 0 || text.includes(':'))));
});
