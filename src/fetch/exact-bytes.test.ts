import { createHash } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { latin1, loopback } from './testing/loopback.ts';
import { makeCertificate } from './testing/certificate.ts';

const { serve, client } = loopback();

const HEAD =
  'HTTP/1.1 200 Everything  fine\r\nX-Odd:   spaced\t\r\nSet-Cookie: a=1\r\nsEt-cOOkie: b=2\r\nX-Empty:\r\nTransfer-Encoding: chunked\r\n\r\n';
const BODY = '5;name="a;b"\r\nhello\r\n1\r\n \r\n0006\r\nworld!\r\n0;last\r\nX-Trailer: one\r\nX-Trailer: two\r\n\r\n';

test('a response is kept as it stood on the socket: case, spacing, order, repeats, chunk framing, trailers', async () => {
  const server = await serve((_path, socket) => socket.write(HEAD + BODY, 'latin1'));
  const result = await client().get({ url: `${server.url}/a?b=c#d`, allowPrivate: server.allowance });
  if (!result.ok) throw new Error(result.failure.message);
  const [hop] = result.hops;
  expect(latin1(hop?.responseHead)).toBe(HEAD);
  expect(latin1(hop?.responseBody)).toBe(BODY);
  expect(latin1(result.body)).toBe('hello world!');
  expect(hop?.headers.slice(0, 4)).toEqual([
    ['X-Odd', 'spaced'],
    ['Set-Cookie', 'a=1'],
    ['sEt-cOOkie', 'b=2'],
    ['X-Empty', ''],
  ]);
  expect(latin1(hop?.requestHead)).toBe(server.requests[0]);
  expect(latin1(hop?.requestHead)).toContain('User-Agent: Dualwatch/9.9.9\r\n');
  expect(hop?.url).toBe(`${server.url}/a?b=c`);
  expect(hop).toMatchObject({ remoteAddress: '127.0.0.1', remotePort: server.port, truncated: false, status: 200, httpVersion: '1.1' });
});

test('responses on one kept connection are told apart byte by byte, however they are cut into packets', async () => {
  const scripts = new Map<string, readonly string[]>();
  const server = await serve((path, socket) => {
    void (async () => {
      for (const part of scripts.get(path) ?? []) {
        await new Promise<void>((done) => {
          socket.write(part, 'latin1', () => setImmediate(done));
        });
      }
    })();
  });
  const one = client();
  let id = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          chunks: fc.array(fc.string({ minLength: 1, maxLength: 40, unit: 'binary-ascii' }), { maxLength: 5 }),
          chunked: fc.boolean(),
          interim: fc.boolean(),
          cuts: fc.array(fc.nat(400), { maxLength: 6 }),
        }),
        { minLength: 1, maxLength: 4 },
      ),
      async (responses) => {
        for (const { chunks, chunked, interim, cuts } of responses) {
          const plain = chunks.join('');
          const body = chunked
            ? `${chunks.map((chunk) => `${chunk.length.toString(16)};x\r\n${chunk}\r\n`).join('')}0\r\nT: 1\r\n\r\n`
            : plain;
          const head = `HTTP/1.1 200 OK\r\n${chunked ? 'Transfer-Encoding: chunked' : `Content-Length: ${plain.length}`}\r\n\r\n`;
          const hint = interim ? 'HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n' : '';
          id += 1;
          scripts.set(`/${id}`, pieces(hint + head + body, cuts));
          const result = await one.get({ url: `${server.url}/${id}`, allowPrivate: server.allowance });
          if (!result.ok) throw new Error(result.failure.message);
          expect(latin1(result.hops[0]?.interimHeads)).toBe(hint);
          expect(latin1(result.hops[0]?.responseHead)).toBe(head);
          expect(latin1(result.hops[0]?.responseBody)).toBe(body);
          expect(latin1(result.body)).toBe(plain);
        }
      },
    ),
    { numRuns: 60 },
  );
  expect(server.connections()).toBe(1);
});

test('bytes after a response are not taken for the next one, and their connection is not used again', async () => {
  const server = await serve((path, socket) =>
    socket.write(
      path === '/1'
        ? 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokHTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nforge'
        : 'HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ntrue',
    ),
  );
  const one = client();
  const first = await one.get({ url: `${server.url}/1`, allowPrivate: server.allowance });
  const second = await one.get({ url: `${server.url}/2`, allowPrivate: server.allowance });
  expect(latin1(first.hops[0]?.responseBody)).toBe('ok');
  expect(second.ok && latin1(second.body)).toBe('true');
  expect(server.connections()).toBe(2);
});

test('bytes that come unasked on an idle connection end it', async () => {
  const sockets: { write: (text: string) => unknown; destroyed: boolean }[] = [];
  const server = await serve((_path, socket) => {
    sockets.push(socket);
    socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok');
  });
  const one = client();
  await one.get({ url: server.url, allowPrivate: server.allowance });
  sockets[0]?.write('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nforge');
  await expect.poll(() => sockets[0]?.destroyed).toBe(true);
  const second = await one.get({ url: server.url, allowPrivate: server.allowance });
  expect(second.ok && latin1(second.body)).toBe('ok');
});

test('a kept connection that the server closes as the request leaves is replaced, unseen', async () => {
  let served = 0;
  const server = await serve((_path, socket) => {
    served += 1;
    if (served === 2) socket.destroy();
    else socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok');
  });
  const one = client();
  await one.get({ url: server.url, allowPrivate: server.allowance });
  const second = await one.get({ url: server.url, allowPrivate: server.allowance });
  expect(second.ok && second.hops.length).toBe(1);
  expect(server.connections()).toBe(2);
});

test('a kept connection holds nothing of the responses that it carried', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const server = await serve((_path, socket) => socket.write(`HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n${'x'.repeat(100_000)}`));
  const one = client();
  const visit = async (): Promise<WeakRef<object>> => {
    const result = await one.get({ url: server.url, allowPrivate: server.allowance });
    return new WeakRef(result.hops[0]?.responseBody ?? result);
  };
  const body = await visit();
  await expect
    .poll(() => {
      collect();
      return body.deref() === undefined;
    })
    .toBe(true);
  await visit();
  expect(server.connections()).toBe(1);
});

test('an unused connection is closed after a while, a used one may be silent longer', async () => {
  const closed: boolean[] = [];
  const server = await serve((_path, socket) => {
    socket.once('close', () => closed.push(true));
    setTimeout(() => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok'), 150);
  });
  const result = await client({ idleMs: 40 }).get({ url: server.url, allowPrivate: server.allowance });
  expect(result.ok && latin1(result.body)).toBe('ok');
  await expect.poll(() => closed).toEqual([true]);
});

test('of many hosts only so many connections are kept, the latest used', async () => {
  const server = await serve((_path, socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok'), { address: '0.0.0.0' });
  const one = client({ maxIdle: 2 });
  const visit = async (last: number): Promise<void> => {
    const host = `127.0.0.${last}`;
    expect(await one.get({ url: `http://${host}:${server.port}/`, allowPrivate: { host, port: server.port } })).toMatchObject({ ok: true });
  };
  for (const last of [1, 2, 3]) await visit(last);
  for (const last of [3, 2]) await visit(last);
  expect(server.connections()).toBe(3);
  await visit(1);
  expect(server.connections()).toBe(4);
});

test('a 304 has a head and no body; validators go to the address that they came from only', async () => {
  const server = await serve((path, socket) => {
    socket.write(
      path === '/old'
        ? 'HTTP/1.1 301 Gone on\r\nLocation: /new\r\nContent-Length: 0\r\n\r\n'
        : 'HTTP/1.1 304 Not Modified\r\nETag: "v1"\r\nContent-Length: 99999999999\r\n\r\n',
    );
  });
  const validators = { etag: '"v1"', lastModified: 'Wed, 22 May 2024 01:02:03 GMT' };
  const one = client();
  const plain = await one.get({ url: `${server.url}/new`, allowPrivate: server.allowance, ...validators });
  expect(plain).toMatchObject({ ok: true, notModified: true, status: 304 });
  expect(server.requests[0]).toContain('If-None-Match: "v1"\r\nIf-Modified-Since: Wed, 22 May 2024 01:02:03 GMT\r\n');
  await one.get({ url: `${server.url}/old`, allowPrivate: server.allowance, ...validators, validatorsUrl: `${server.url}/new` });
  expect(server.requests.slice(1).map((head) => head.includes('If-None-Match'))).toEqual([false, true]);
  expect(server.connections()).toBe(1);
  // What a server once sent is not trusted to be a header value.
  expect(
    await one.get({ url: `${server.url}/new`, allowPrivate: server.allowance, etag: '"a\u0001b\r\nX: 1"', lastModified: '昨天' }),
  ).toMatchObject({ ok: true });
  expect(server.requests.at(-1)).not.toContain('If-');
});

test('over TLS too the bytes are those of the message, and the certificates shown are recorded', async () => {
  const authority = makeCertificate({ subject: 'Test Authority' });
  const certificate = makeCertificate({ subject: 'localhost', names: ['localhost', '127.0.0.1'], issuer: authority });
  const packed = gzipSync('contents');
  const server = await serve(
    (_path, socket) => {
      socket.write(`HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: ${packed.length}\r\n\r\n`);
      socket.write(packed);
    },
    { tls: { cert: certificate.cert + authority.cert, key: certificate.key } },
  );
  const trusting = client({ ca: authority.cert });
  for (const round of [1, 2]) {
    const result = await trusting.get({ url: server.url, allowPrivate: server.allowance });
    if (!result.ok) throw new Error(result.failure.message);
    expect(latin1(result.body)).toBe('contents');
    expect(result.hops[0]?.responseBody).toEqual(packed);
    expect(latin1(result.hops[0]?.requestHead)).toBe(server.requests[round - 1]);
    expect(result.hops[0]?.tls).toMatchObject({
      certificateSha256: digest(certificate.der),
      chainSha256: [digest(certificate.der), digest(authority.der)],
      protocol: 'TLSv1.3',
    });
  }
  expect(server.connections()).toBe(1);
  expect(await client().get({ url: server.url, allowPrivate: server.allowance })).toMatchObject({
    ok: false,
    failure: { kind: 'tls', lost: 'host' },
  });
});

test('a certificate for another name or of another time is refused', async () => {
  const other = makeCertificate({ subject: 'other', names: ['other.example'] });
  const old = makeCertificate({ subject: 'old', names: ['127.0.0.1'], validFrom: new Date('2020-01-01') });
  for (const certificate of [other, old]) {
    const server = await serve(() => {}, { tls: { cert: certificate.cert, key: certificate.key } });
    expect(await client({ ca: certificate.cert }).get({ url: server.url, allowPrivate: server.allowance })).toMatchObject({
      ok: false,
      failure: { kind: 'tls' },
    });
  }
});

function digest(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function pieces(text: string, cuts: readonly number[]): readonly string[] {
  const at = [0, ...cuts.filter((cut) => cut < text.length).toSorted((a, b) => a - b), text.length];
  return at
    .slice(1)
    .map((end, index) => text.slice(at[index], end))
    .filter((part) => part !== '');
}
