import type { Socket } from 'node:net';
import { expect, test } from 'vitest';

import { DualwatchError } from '../model/errors.ts';
import type { Client } from './client.ts';
import type { RawServer } from './testing/raw-server.ts';
import { latin1, loopback } from './testing/loopback.ts';
import { makeCertificate } from './testing/certificate.ts';

const { serve, client } = loopback();
const to = (location: string, status = 302): string =>
  `HTTP/1.1 ${status} Moved\r\nLocation: ${location}\r\nContent-Length: 5\r\n\r\nmoved`;
const ok = (body: string): string => `HTTP/1.1 200 OK\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

test.each([301, 302, 303, 307, 308])('follows %i, and records each hop with its body', async (status) => {
  const server = await serve((path, socket) => socket.write(path === '/start' ? to('next?x=1#frag', status) : ok(path)));
  const asked: string[] = [];
  const result = await client().get({
    url: `${server.url}/start`,
    allowPrivate: server.allowance,
    beforeHop: async (url, index) => void asked.push(`${index} ${url.pathname}`),
  });
  expect(result).toMatchObject({ ok: true, finalUrl: `${server.url}/next?x=1`, status: 200 });
  expect(result.hops.map((hop) => [hop.status, latin1(hop.responseBody)])).toEqual([
    [status, 'moved'],
    [200, '/next?x=1'],
  ]);
  expect(asked).toEqual(['0 /start', '1 /next']);
});

test('takes 300, 304 and a redirect without Location as they are', async () => {
  const heads = ['300 Choices\r\nLocation: /x', '304 Not Modified\r\nLocation: /x', '302 Found'];
  const server = await serve((path, socket) => socket.write(`HTTP/1.1 ${heads[Number(path.slice(1))]}\r\nContent-Length: 0\r\n\r\n`));
  for (const [index, head] of heads.entries()) {
    expect(await client().get({ url: `${server.url}/${index}`, allowPrivate: server.allowance })).toMatchObject({
      ok: true,
      status: Number(head.slice(0, 3)),
    });
  }
});

test('stops at a circle, at the eleventh redirect, and at what is no web address', async () => {
  const server = await serve((path, socket) => {
    const number = Number(path.slice(2));
    if (path === '/circle') socket.write(to('/circle2'));
    else if (path === '/circle2') socket.write(to('/circle#again'));
    else if (path === '/app') socket.write(to('weixin://dl/x'));
    else if (path === '/bad') socket.write(to('http://[broken'));
    else socket.write(number === 0 ? ok('end') : to(`/n${number - 1}`));
  });
  const get = (path: string) => client().get({ url: server.url + path, allowPrivate: server.allowance });
  expect(await get('/circle')).toMatchObject({ ok: false, failure: { kind: 'redirect-loop' }, hops: [{ status: 302 }, { status: 302 }] });
  expect(await get('/n10')).toMatchObject({ ok: true, status: 200 });
  const many = await get('/n11');
  expect(many).toMatchObject({ ok: false, failure: { kind: 'too-many-redirects', lost: 'address' } });
  expect(many.hops.length).toBe(11);
  for (const path of ['/app', '/bad'])
    expect(await get(path)).toMatchObject({ ok: false, failure: { kind: 'bad-redirect' }, hops: [{ status: 302 }] });
});

test('a Location in raw UTF-8 or GBK leads to the bytes that were meant', async () => {
  const server = await serve((path, socket) => {
    if (path === '/utf8') socket.write(Buffer.from(to('/求购')));
    else if (path === '/gbk') socket.write(Buffer.from(to('/\xc7\xf3\xb9\xba'), 'latin1'));
    else socket.write(ok('x'));
  });
  for (const path of ['/utf8', '/gbk']) await client().get({ url: server.url + path, allowPrivate: server.allowance });
  expect(server.requests.map((head) => head.split(' ', 2)[1])).toEqual(['/utf8', '/%E6%B1%82%E8%B4%AD', '/gbk', '/%C7%F3%B9%BA']);
});

test('a hop from https to http is marked', async () => {
  const { server, one } = await twoOrigins((path, socket, origins) =>
    socket.write(path === '/up' ? to(`${origins.secure}/down`) : path === '/down' ? to(`${origins.plain}/end`) : ok('x')),
  );
  const result = await one.get({ url: `http://127.0.0.1:${server.port}/up`, allowPrivate: server.allowance });
  expect(result.hops.map((hop) => [hop.url.split(':')[0], hop.downgraded, hop.tls !== undefined])).toEqual([
    ['http', false, false],
    ['https', false, true],
    ['http', true, false],
  ]);
});

test('credentials reach their own origin, and no record', async () => {
  const server = await serve((path, socket) => socket.write(path === '/own' ? to('/again') : ok('home')));
  const secrets = ['tok-123', 'sid=456', 'dXNlcjpwYXNz', 'pass'];
  const result = await client().get({
    url: `http://user:pass@127.0.0.1:${server.port}/own`,
    allowPrivate: server.allowance,
    credentials: { Cookie: 'sid=456', 'X-Token': 'tok-123' },
  });
  expect(server.requests.length).toBe(2);
  for (const head of server.requests) expect(head).toMatch(/Cookie: sid=456\r\nX-Token: tok-123\r\nAuthorization: Basic dXNlcjpwYXNz\r\n/);
  for (const [index, hop] of result.hops.entries()) {
    expect(hop.credentialsOmitted).toEqual(['Cookie', 'X-Token', 'Authorization']);
    expect(latin1(hop.requestHead)).toBe(server.requests[index]?.replace(/(Cookie|X-Token|Authorization): .*\r\n/g, ''));
  }
  const everything = JSON.stringify(result, (_key, value: unknown) =>
    value instanceof Uint8Array ? latin1(value) : isBufferJson(value) ? latin1(Buffer.from(value.data)) : value,
  );
  expect(everything).toContain('Dualwatch/9.9.9');
  for (const secret of secrets) expect(everything).not.toContain(secret);
});

test('credentials are not sent to another origin, nor to their own once the chain comes back', async () => {
  const { server, one } = await twoOrigins((path, socket, origins) =>
    socket.write(path === '/start' ? to(`${origins.secure}/away`) : path === '/away' ? to(`${origins.plain}/back`) : ok('x')),
  );
  const result = await one.get({
    url: `http://user:pass@127.0.0.1:${server.port}/start`,
    allowPrivate: server.allowance,
    credentials: new Map([['cookie', 'a=b']]),
  });
  expect(result).toMatchObject({ ok: true, finalUrl: `http://127.0.0.1:${server.port}/back` });
  expect(server.requests.map((head) => /cookie|authorization/i.test(head))).toEqual([true, false, false]);
  expect(result.hops.map((hop) => hop.credentialsOmitted)).toEqual([['cookie', 'Authorization'], [], []]);
});

test('user and password in a Location are neither sent nor kept as an address', async () => {
  const server = await serve((path, socket) =>
    socket.write(path === '/start' ? to(`http://eve:word@127.0.0.1:${server.port}/end`) : ok('x')),
  );
  const result = await client().get({ url: `${server.url}/start`, allowPrivate: server.allowance });
  expect(result).toMatchObject({ ok: true, finalUrl: `${server.url}/end` });
  expect(server.requests[1]).not.toMatch(/authorization/i);
});

test('a credential that would break out of its line is a mistake of the caller', async () => {
  const wrong: readonly Record<string, string>[] = [
    { Cookie: 'a\r\nHost: evil' },
    { 'Bad Name': 'x' },
    { Host: 'x' },
    { 'Transfer-Encoding': 'chunked' },
  ];
  for (const credentials of wrong) {
    await expect(client().get({ url: 'http://public.example/', credentials })).rejects.toMatchObject({ code: 'usage' });
  }
});

test('a hook may stop a hop with a refusal; other errors pass through', async () => {
  const server = await serve((_path, socket) => socket.write(to('/private')));
  const refusing = async (url: URL): Promise<void> => {
    if (url.pathname === '/private') throw new DualwatchError('robots-forbidden', 'robots.txt says no');
  };
  const result = await client().get({ url: server.url, allowPrivate: server.allowance, beforeHop: refusing });
  expect(result).toMatchObject({
    ok: false,
    failure: { kind: 'robots-forbidden', message: 'robots.txt says no', lost: 'address' },
    finalUrl: `${server.url}/private`,
    hops: [{ status: 302 }],
  });
  const broken = client().get({ url: server.url, beforeHop: () => Promise.reject(new DualwatchError('disk-full', 'no space')) });
  await expect(broken).rejects.toMatchObject({ code: 'disk-full' });
});

test('says what failed: name, refusal, address that is none', async () => {
  const lookup = client({ lookup: (_name, _options, callback) => callback(Object.assign(new Error('no'), { code: 'ENOTFOUND' }), '', 0) });
  expect(await lookup.get({ url: 'http://nowhere.example/' })).toMatchObject({
    ok: false,
    hops: [],
    failure: { kind: 'dns', lost: 'host' },
  });
  const server = await serve(() => {});
  await server.close().catch(() => {});
  expect(await client().get({ url: server.url, allowPrivate: server.allowance })).toMatchObject({
    ok: false,
    hops: [],
    failure: { kind: 'refused', lost: 'host' },
  });
  for (const url of ['ftp://x/', 'javascript:alert(1)', 'no address', 'file:///etc/passwd'])
    expect(await client().get({ url })).toMatchObject({ ok: false, failure: { kind: 'bad-url' } });
});

test('names itself, with a contact that a header can hold', () => {
  expect(client({ contact: 'desk@example.org' }).userAgent).toBe('Dualwatch/9.9.9 (+desk@example.org)');
  expect(() => client({ contact: 'a)\r\nX: 1' })).toThrow(DualwatchError);
});

/** One server that is two origins, http and https on one port, and a client that trusts it. */
async function twoOrigins(
  answer: (path: string, socket: Socket, origins: { readonly plain: string; readonly secure: string }) => void,
): Promise<{ readonly server: RawServer; readonly one: Client }> {
  const certificate = makeCertificate({ subject: 'localhost', names: ['127.0.0.1'] });
  const server = await serve(
    (path, socket) => answer(path, socket, { plain: `http://127.0.0.1:${server.port}`, secure: `https://127.0.0.1:${server.port}` }),
    { tls: { cert: certificate.cert, key: certificate.key } },
  );
  return { server, one: client({ ca: certificate.cert }) };
}

function isBufferJson(value: unknown): value is { readonly data: readonly number[] } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    value.type === 'Buffer' &&
    'data' in value &&
    Array.isArray(value.data)
  );
}
