import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test } from 'vitest';
import { loopback } from './testing/loopback.ts';

const { client } = loopback();
const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

interface Got {
  readonly method: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

async function receiver(status = 200, headers: Record<string, string> = {}) {
  const got: Got[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      got.push({ method: request.method, headers: request.headers, body });
      response.writeHead(status, headers).end('taken');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => (server.closeAllConnections(), server.close()));
  const { port } = server.address() as AddressInfo;
  return { got, url: `http://127.0.0.1:${port}/hook`, allowPrivate: { host: '127.0.0.1', port } };
}

const MESSAGE = { body: Buffer.from('{"text":"求购"}\r\n\r\nmore'), contentType: 'application/json' };

test('a message arrives with its headers, and no record holds its credentials or its body', async () => {
  const to = await receiver();
  const result = await client().post({
    ...MESSAGE,
    url: to.url,
    allowPrivate: to.allowPrivate,
    headers: { 'X-Thing': '1' },
    credentials: { Authorization: 'Bearer abc' },
  });
  expect(result).toMatchObject({ ok: true, status: 200 });
  expect(Buffer.from(result.ok ? result.body : []).toString()).toBe('taken');
  expect(to.got).toMatchObject([
    {
      method: 'POST',
      body: MESSAGE.body.toString(),
      headers: { 'x-thing': '1', authorization: 'Bearer abc', 'content-type': 'application/json', 'content-length': '25' },
    },
  ]);
  const head = Buffer.from(result.hops[0]?.requestHead ?? []).toString();
  expect(head).toContain('X-Thing: 1');
  expect(head).not.toMatch(/Bearer|求购/);
});

test('a redirect is an answer: what was sent goes nowhere else', async () => {
  const elsewhere = await receiver();
  const to = await receiver(307, { location: elsewhere.url });
  expect(await client().post({ ...MESSAGE, url: to.url, allowPrivate: to.allowPrivate })).toMatchObject({ ok: true, status: 307 });
  expect(elsewhere.got).toEqual([]);
});

test('the address rules hold, and what is no web address is refused', async () => {
  const to = await receiver();
  expect(await client().post({ ...MESSAGE, url: to.url })).toMatchObject({ ok: false, failure: { kind: 'address-forbidden' } });
  expect(await client().post({ ...MESSAGE, url: 'file:///etc/passwd' })).toMatchObject({ ok: false, failure: { kind: 'bad-url' } });
  expect(to.got).toEqual([]);
});
