import { expect, test } from 'vitest';
import { parseProxy, proxyOrNone } from './proxy.ts';

test.each([
  ['socks5://127.0.0.1:9050', { address: 'socks5://127.0.0.1:9050' }],
  ['SOCKS5H://Proxy.Example', { address: 'socks5h://proxy.example:1080' }],
  ['http://me:p%40ss@[::1]:3128/', { address: 'http://[::1]:3128', user: 'me', password: 'p@ss' }],
  ['http://proxy.example', { address: 'http://proxy.example:80' }],
])('%s is a proxy', (written, proxy) => {
  expect(parseProxy(written)).toEqual(proxy);
});

test.each(['', 'proxy.example:1080', 'https://proxy.example', 'socks4://a', 'socks5://', 'http://u:secret@host/path', 'socks5://secret@'])(
  '%s is none, and no secret is repeated',
  (written) => {
    expect(() => parseProxy(written)).toThrow(/socks5:\/\/host:port/);
    expect(() => parseProxy(written)).not.toThrow(/secret/);
  },
);

test('none takes a proxy back, and is no proxy itself', () => {
  expect(proxyOrNone('none')).toBeNull();
  expect(proxyOrNone('http://proxy.example')).toEqual({ address: 'http://proxy.example:80' });
  expect(() => parseProxy('none')).toThrow(/or none/);
});
