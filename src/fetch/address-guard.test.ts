import type { LookupFunction } from 'node:net';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { classifyAddress, mayConnect } from './address-guard.ts';
import { loopback } from './testing/loopback.ts';

const { serve, client } = loopback();
const OK = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok';

describe('classes of addresses', () => {
  test.each([
    [
      'public',
      '8.8.8.8 1.1.1.1 192.0.1.1 172.32.0.1 100.128.0.1 223.255.255.255 2001:4860:4860::8888 2606:4700::1111 ::ffff:8.8.8.8 64:ff9b::808:808',
    ],
    [
      'private',
      '0.0.0.0 10.1.2.3 127.0.0.1 127.9.9.9 172.16.0.1 172.31.255.255 192.168.1.1 100.64.0.1 192.0.2.1 198.18.0.1 224.0.0.1 240.0.0.1 255.255.255.255',
    ],
    [
      'private',
      ':: ::1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:7f00:1 ::ffff:0:a00:1 64:ff9b::7f00:1 fc00::1 fd12::1 fe80::1 fe80::1%eth0 fec0::1 ff02::1 100::1 2001:db8::1 3fff::1 5f00::1',
    ],
    [
      'never',
      '169.254.169.254 169.254.170.2 100.100.100.200 168.63.129.16 192.0.0.192 fd00:ec2::254 fd20:ce::254 ::ffff:169.254.169.254 ::ffff:a9fe:a9fe 64:ff9b::a9fe:a9fe',
    ],
    ['never', '2002:7f00:1:: 2002:808:808:: 2001:0:1::1 64:ff9b:1::1 nonsense 1.2.3'],
  ] as const)('%s: %s', (kind, addresses) => {
    for (const address of addresses.split(' ')) expect.soft(classifyAddress(address), address).toBe(kind);
  });

  test('an IPv4 address is judged alike in every IPv6 dress', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number);
        const kind = classifyAddress(`${a}.${b}.${c}.${d}`);
        const hex = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
        for (const dress of [`::ffff:${address}`, `::ffff:${hex}`, `0:0:0:0:0:ffff:${hex}`, `::FFFF:0:${hex}`, `64:ff9b::${hex}`])
          expect(classifyAddress(dress), dress).toBe(kind);
      }),
    );
  });

  test('an allowance opens one host and port, and no metadata address', () => {
    const own = { host: 'Intranet.example.', port: 8080 };
    expect(mayConnect('10.0.0.1', 'intranet.example', 8080, own)).toBe(true);
    expect(mayConnect('10.0.0.1', 'intranet.example', 8081, own)).toBe(false);
    expect(mayConnect('10.0.0.1', 'other.example', 8080, own)).toBe(false);
    expect(mayConnect('169.254.169.254', 'intranet.example', 8080, own)).toBe(false);
    expect(mayConnect('::1', '[::1]', 80, { host: '::1', port: 80 })).toBe(true);
    expect(mayConnect('8.8.8.8', 'metadata.google.internal.', 80, { host: 'metadata.google.internal', port: 80 })).toBe(false);
  });
});

describe('connecting', () => {
  test.each([
    '127.0.0.1',
    '2130706433',
    '0x7f.1',
    '017700000001',
    '127.1',
    '[::ffff:127.0.0.1]',
    '[::1]',
    '0.0.0.0',
    '0',
    'localhost',
    'localhost.',
    '①②⑦.0.0.1',
  ])('refuses http://%s/ without sending a byte', async (host) => {
    const server = await serve((_path, socket) => socket.write(OK));
    const result = await client().get({ url: `http://${host}:${server.port}/` });
    expect(result).toMatchObject({ ok: false, hops: [], failure: { kind: 'address-forbidden', lost: 'address' } });
    expect(server.connections()).toBe(0);
  });

  test.each(['http://169.254.169.254/latest', 'http://[fd00:ec2::254]/', 'http://metadata.google.internal/', 'http://100.100.100.200/'])(
    'refuses %s even where it is allowed',
    async (url) => {
      const { hostname } = new URL(url);
      expect(await client().get({ url, allowPrivate: { host: hostname, port: 80 } })).toMatchObject({
        ok: false,
        failure: { kind: 'address-forbidden' },
      });
    },
  );

  test('follows a redirect to no private address but the one allowed', async () => {
    const inner = await serve((_path, socket) => socket.write(OK));
    const targets = [
      'http://169.254.169.254/',
      `http://[::ffff:127.0.0.1]:${inner.port}/`,
      `http://2130706433:${inner.port}/`,
      `http://localhost:${inner.port}/`,
      `http://127.0.0.2:${inner.port}/`,
    ];
    const outer = await serve((path, socket) =>
      socket.write(`HTTP/1.1 302 Found\r\nLocation: ${targets[Number(path.slice(1))]}\r\nContent-Length: 0\r\n\r\n`),
    );
    for (let target = 0; target < targets.length; target += 1) {
      const result = await client().get({ url: `${outer.url}/${target}`, allowPrivate: outer.allowance });
      expect(result.ok ? result.finalUrl : result.failure.kind, targets[target]).toBe('address-forbidden');
      expect(result.hops.length).toBe(1);
    }
    expect(inner.connections()).toBe(0);
  });

  test('judges the addresses that a name has, at the moment of connecting', async () => {
    const server = await serve((_path, socket) => socket.write(OK));
    const answers: string[][] = [['127.0.0.1'], ['10.0.0.1', '::1', '169.254.169.254']];
    const asked: string[] = [];
    const lookup = answering((name) => {
      asked.push(name);
      return answers.shift() ?? [];
    });
    const one = client({ lookup });
    for (let round = 0; round < 2; round += 1)
      expect(await one.get({ url: `http://public.example:${server.port}/` })).toMatchObject({
        ok: false,
        failure: { kind: 'address-forbidden' },
      });
    expect(asked).toEqual(['public.example', 'public.example']);
    expect(server.connections()).toBe(0);
  });

  test('takes the public addresses of a name, and a private one under its allowance', async () => {
    const server = await serve((_path, socket) => socket.write(OK));
    const one = client({ lookup: answering(() => ['127.0.0.1', '169.254.169.254']) });
    const allowPrivate = { host: 'own.example', port: server.port };
    expect(await one.get({ url: `http://own.example:${server.port}/`, allowPrivate })).toMatchObject({
      ok: true,
      hops: [{ remoteAddress: '127.0.0.1' }],
    });
    // The connection is kept, but not for those without the allowance.
    expect(await one.get({ url: `http://own.example:${server.port}/` })).toMatchObject({
      ok: false,
      failure: { kind: 'address-forbidden' },
    });
    const never = client({ lookup: answering(() => ['169.254.169.254']) });
    expect(await never.get({ url: `http://own.example:${server.port}/`, allowPrivate })).toMatchObject({
      ok: false,
      failure: { kind: 'address-forbidden' },
    });
  });

  test('looks at the address reached, should the one filtered not be the one used', async () => {
    const server = await serve((_path, socket) => socket.write(OK));
    let reads = 0;
    const shifting = {
      family: 4,
      get address(): string {
        reads += 1;
        return reads === 1 ? '8.8.8.8' : '127.0.0.1';
      },
    };
    const lookup: LookupFunction = (_name, _options, callback) => callback(null, [shifting]);
    expect(await client({ lookup }).get({ url: `http://rebound.example:${server.port}/` })).toMatchObject({
      ok: false,
      failure: { kind: 'address-forbidden' },
    });
    expect(reads).toBeGreaterThan(1);
    expect(server.requests).toEqual([]);
  });
});

function answering(addressesOf: (name: string) => readonly string[]): LookupFunction {
  return (name, _options, callback) => {
    const addresses = addressesOf(name);
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
}
