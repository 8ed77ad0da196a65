import type { Socket } from 'node:net';
import { createGzip, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

import type { FetchResult } from './fetch-result.ts';
import type { Limits } from './limits.ts';
import { latin1, loopback } from './testing/loopback.ts';

const { serve, client } = loopback();

async function visit(
  answer: (socket: Socket, path: string) => void,
  limits: Partial<Limits> = {},
  signal?: AbortSignal,
): Promise<FetchResult> {
  const server = await serve((path, socket) => answer(socket, path));
  return client().get({ url: server.url, allowPrivate: server.allowance, limits, signal });
}

describe('time', () => {
  test('a server that accepts and says nothing', async () => {
    const result = await visit(() => {}, { firstByteMs: 60 });
    expect(result).toMatchObject({
      ok: false,
      failure: { kind: 'timeout', lost: 'host' },
      hops: [{ status: null, truncated: true, remoteAddress: '127.0.0.1' }],
    });
    expect(latin1(result.hops[0]?.requestHead)).toContain('GET / HTTP/1.1');
  });

  test('a head that drips is bounded like a silent one', async () => {
    expect(await visit((socket) => drip(socket, 'HTTP/1.1 200 OK\r\nX: '), { firstByteMs: 80 })).toMatchObject({
      ok: false,
      failure: { kind: 'timeout' },
    });
  });

  test('a body that drips ends with the total time, and what came is kept', async () => {
    const result = await visit((socket) => drip(socket, 'HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n'), { totalMs: 400 });
    expect(result).toMatchObject({ ok: false, failure: { kind: 'timeout', lost: 'address' }, hops: [{ status: 200, truncated: true }] });
    expect(latin1(result.hops[0]?.responseBody)).toMatch(/^\.+$/);
  });

  test('the total time spans all hops, waiting in between excepted', async () => {
    let number = 0;
    const server = await serve((_path, socket) => {
      number += 1;
      setTimeout(() => socket.write(`HTTP/1.1 302 Found\r\nLocation: /${number}\r\nContent-Length: 0\r\n\r\n`), 100);
    });
    const result = await client().get({
      url: server.url,
      allowPrivate: server.allowance,
      limits: { totalMs: 450 },
      beforeHop: () =>
        new Promise((go) => {
          setTimeout(go, 300);
        }),
    });
    expect(result).toMatchObject({ ok: false, failure: { kind: 'timeout' } });
    expect(result.hops.length).toBeGreaterThan(2);
  });

  test('a name that is never found', async () => {
    const waiting = client({ lookup: () => {} });
    expect(await waiting.get({ url: 'http://slow.example/', limits: { connectMs: 40 } })).toMatchObject({
      ok: false,
      hops: [],
      failure: { kind: 'timeout', lost: 'host' },
    });
  });

  test('the caller may stop a visit at any point', async () => {
    expect(await visit(() => {}, {}, AbortSignal.abort())).toMatchObject({ ok: false, failure: { kind: 'aborted' } });
    const stop = new AbortController();
    const result = await visit(
      (socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf', () => stop.abort()),
      {},
      stop.signal,
    );
    expect(result).toMatchObject({ ok: false, failure: { kind: 'aborted' } });
  });
});

describe('size', () => {
  test('a flood of headers', async () => {
    const flood = (socket: Socket): void => pour(socket, 'HTTP/1.1 200 OK\r\n', `X-Fill: ${'x'.repeat(1000)}\r\n`);
    const result = await visit(flood);
    expect(result).toMatchObject({ ok: false, failure: { kind: 'headers-too-large' } });
    expect(received(result)).toBeLessThan(256 * 1024);
  });

  test('a flood of interim responses', async () => {
    const result = await visit((socket) => pour(socket, '', 'HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n'));
    expect(result).toMatchObject({ ok: false, failure: { kind: 'headers-too-large' } });
  });

  test('a small head in one packet with much of its body is no flood', async () => {
    const body = 'z'.repeat(60_000);
    const result = await visit((socket) => socket.write(`HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n${body}`), {
      headerBytes: 200,
    });
    expect(result.ok && latin1(result.body)).toBe(body);
  });

  test('thousands of small headers within the limit are all kept', async () => {
    const lines = Array.from({ length: 3000 }, (_, index) => `A${index}:${index % 10}\r\n`).join('');
    const result = await visit((socket) => socket.write(`HTTP/1.1 200 OK\r\n${lines}Content-Length: 0\r\n\r\n`));
    expect(result.ok && result.headers.length).toBe(3001);
  });

  test('a body announced too large is not begun; one that says nothing is cut', async () => {
    expect(await visit((socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n'))).toMatchObject({
      ok: false,
      failure: { kind: 'too-large', lost: 'address' },
      hops: [{ status: 200, truncated: true }],
    });
    for (const head of ['', 'Transfer-Encoding: chunked\r\n']) {
      const part = 'y'.repeat(65536);
      const endless = await visit((socket) => pour(socket, `HTTP/1.1 200 OK\r\n${head}\r\n`, head === '' ? part : `10000\r\n${part}\r\n`), {
        bodyBytes: 1_000_000,
      });
      expect(endless).toMatchObject({ ok: false, failure: { kind: 'too-large' } });
      expect(received(endless)).toBeLessThan(2_000_000);
      const atOnce = await visit((socket) => socket.end(`HTTP/1.1 200 OK\r\n\r\n${'y'.repeat(50_000)}`), { bodyBytes: 10_000 });
      expect(atOnce).toMatchObject({ ok: false, failure: { kind: 'too-large' } });
    }
  });

  test('ten gigabytes of zeros in gzip are stopped while they come in, in bounded memory', async () => {
    let poured = 0;
    const before = process.memoryUsage().rss;
    const result = await visit((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n');
      const gzip = createGzip({ level: 9 });
      const zeros = Buffer.alloc(1024 * 1024);
      gzip.pipe(socket);
      socket.on('close', () => gzip.destroy());
      const more = (): void => {
        while (poured < 10_240 && !gzip.destroyed) {
          poured += 1;
          if (!gzip.write(zeros)) return void gzip.once('drain', more);
        }
      };
      more();
    });
    expect(result).toMatchObject({ ok: false, failure: { kind: 'bomb', lost: 'address' } });
    expect(poured).toBeLessThan(2000);
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024);
  });
});

describe('what is not HTTP, or not whole', () => {
  test.each([
    ['a page without a head', '<html>hello</html>'],
    ['noise', '\x00\xff\x13\x37\r\n\r\n'],
    ['another protocol', 'SSH-2.0-OpenSSH_9\r\n'],
    ['a chunk size that is none', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello'],
    ['an unasked change of protocol', 'HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n'],
  ])('%s', async (_name, bytes) => {
    const result = await visit((socket) => socket.write(bytes, 'latin1'));
    expect(result).toMatchObject({ ok: false, failure: { kind: 'protocol', lost: 'address' }, hops: [{ truncated: true }] });
    expect(received(result)).toBe(bytes.length);
  });

  test.each([
    ['fewer bytes than announced', 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf', 'half'],
    ['chunks without an end', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n', '4\r\nhalf\r\n'],
  ])('%s', async (_name, bytes, body) => {
    const result = await visit((socket) => socket.end(bytes));
    expect(result).toMatchObject({ ok: false, failure: { kind: 'protocol', lost: 'address' }, hops: [{ status: 200, truncated: true }] });
    expect(latin1(result.hops[0]?.responseBody)).toBe(body);
  });

  test('a connection broken before and within the answer', async () => {
    expect(await visit((socket) => socket.resetAndDestroy())).toMatchObject({ ok: false, failure: { kind: 'reset', lost: 'host' } });
    expect(await visit((socket) => socket.end())).toMatchObject({ ok: false, failure: { kind: 'reset', lost: 'host' } });
    const half = await visit((socket) =>
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf', () => setImmediate(() => socket.resetAndDestroy())),
    );
    expect(half).toMatchObject({ ok: false, failure: { kind: 'reset', lost: 'address' }, hops: [{ truncated: true }] });
  });

  test('a gzip body cut short within a whole response: what was decoded, and why it is not all', async () => {
    const packed = gzipSync(Buffer.from(Array.from({ length: 2000 }, (_, index) => index * 7919).join(' ')));
    const cut = packed.subarray(0, packed.length >> 1);
    const result = await visit((socket) => {
      socket.write(`HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: ${cut.length}\r\n\r\n`);
      socket.write(cut);
    });
    if (!result.ok) throw new Error(result.failure.message);
    expect(latin1(result.body)).toMatch(/^0 7919 15838 /);
    expect(result.bodyProblem).toContain('gzip');
    expect(result.hops[0]).toMatchObject({ truncated: false });
  });

  test.each([
    ['bare line feeds', 'HTTP/1.1 200 OK\nContent-Length: 2\n\nok', 'ok'],
    [
      'a length beside chunks',
      'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n',
      '2\r\nok\r\n0\r\n\r\n',
    ],
    ['folded lines', 'HTTP/1.1 200 OK\r\nX: a\r\n b\r\nContent-Length: 2\r\n\r\nok', 'ok'],
    ['HTTP/1.0 until close', 'HTTP/1.0 200 OK\r\n\r\nok', 'ok'],
  ])('%s are read as browsers read them', async (_name, bytes, body) => {
    const result = await visit((socket) => (bytes.startsWith('HTTP/1.0') ? socket.end(bytes) : socket.write(bytes)));
    if (!result.ok) throw new Error(result.failure.message);
    expect(latin1(result.body)).toBe('ok');
    expect(latin1(result.hops[0]?.responseHead) + body).toBe(bytes);
  });
});

function drip(socket: Socket, head: string): void {
  socket.write(head);
  const timer = setInterval(() => socket.write('.'), 10);
  socket.on('close', () => clearInterval(timer));
}

/** Writes without end, as fast as the other side takes it. */
function pour(socket: Socket, head: string, part: string): void {
  socket.write(head);
  const more = (): void => {
    while (!socket.destroyed) if (!socket.write(part)) return void socket.once('drain', more);
  };
  more();
}

function received(result: FetchResult): number {
  return result.hops.reduce((sum, hop) => sum + hop.responseHead.length + hop.responseBody.length + (hop.interimHeads?.length ?? 0), 0);
}
