import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../model/digest.ts';
import { DualwatchError } from '../model/errors.ts';
import { digestHolds } from './warc-digest.ts';
import { verifyCapture } from './verify-capture.ts';
import { readCapture } from './warc-reader.ts';
import { readRecords } from './warc-records.ts';
import { buildWarc } from './warc-writer.ts';
import type { WarcHop, WarcVisit } from './warc-writer.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const PAGE = '<html><title>求购</title><p>反无人机设备</p></html>';

function hop(change: Partial<WarcHop> = {}): WarcHop {
  const body = Buffer.from(PAGE);
  return {
    url: 'http://127.0.0.1:8080/notice?id=1',
    at: '2026-11-21T04:00:00.123Z',
    endedAt: '2026-11-21T04:00:00.456Z',
    requestHead: bytes('GET /notice?id=1 HTTP/1.1\r\nHost: 127.0.0.1:8080\r\nUser-Agent: Dualwatch/0.1\r\n\r\n'),
    responseHead: bytes(
      `HTTP/1.1 200 OK\r\nSet-Cookie: a=1\r\nContent-Type: text/html; charset=utf-8\r\nset-cookie:  b=2\r\nContent-Length: ${body.length}\r\n\r\n`,
    ),
    responseBody: body,
    remoteAddress: '127.0.0.1',
    ...change,
  };
}

function visit(...hops: readonly WarcHop[]): WarcVisit {
  return {
    hops,
    software: 'Dualwatch/0.1',
    operator: 'desk 3',
    metadata: { asked: 'http://127.0.0.1:8080/old', robots: 'allowed', clockOffsetMs: null },
  };
}

function chunked(body: Uint8Array, width: number, coding?: string): Partial<WarcHop> {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < body.length; at += width)
    parts.push(bytes(`${Math.min(width, body.length - at).toString(16)};x=1\r\n`), body.subarray(at, at + width), bytes('\r\n'));
  parts.push(bytes('0\r\nX-Trailer: t\r\n\r\n'));
  return {
    responseHead: bytes(
      `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n${coding === undefined ? '' : `Content-Encoding: ${coding}\r\n`}\r\n`,
    ),
    responseBody: Buffer.concat(parts),
  };
}

/** Every kind of answer that a watcher meets, in one file. */
const KINDS: readonly WarcHop[] = [
  hop({
    url: 'http://127.0.0.1:8080/old',
    responseHead: bytes('HTTP/1.1 302 Found\r\nLocation: /notice\r\nContent-Length: 0\r\n\r\n'),
    responseBody: new Uint8Array(0),
  }),
  hop(),
  hop(chunked(Buffer.from(PAGE), 7)),
  hop(chunked(gzipSync(PAGE), 5, 'gzip')),
  hop({ responseHead: bytes('HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n'), responseBody: brotliCompressSync(PAGE) }),
  hop({ responseBody: Buffer.from(PAGE).subarray(0, 20), truncated: 'disconnect' }),
  hop({ responseHead: bytes('HTTP/1.1 304 Not Modified\r\nETag: "x"\r\nContent-Length: 500\r\n\r\n'), responseBody: new Uint8Array(0) }),
  hop({ responseBody: Buffer.concat([Buffer.from(PAGE), bytes('left over')]), conversion: 'bytes after the announced end were kept' }),
  hop({ responseHead: new Uint8Array(0), responseBody: new Uint8Array(0), remoteAddress: null, truncated: 'time' }),
  hop({ responseHead: bytes('HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\nHTTP/1.1 200 OK\r\n\r\n') }),
  hop({ responseHead: bytes('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n'), conversion: 'chunked framing was taken off' }),
  hop({ url: 'https://example.org/a b', tls: { protocol: 'TLSv1.3', cipher: 'TLS_AES_128_GCM_SHA256', certificates: [sha256('leaf')] } }),
];

describe('a WARC file of ours', () => {
  test('gives back what was on the socket, byte for byte', async () => {
    const built = await buildWarc(visit(...KINDS));
    const records = [...readRecords(built.bytes, 'test')];
    const responses = records.filter(({ type }) => type === 'response').map(({ block }) => Buffer.from(block).toString('latin1'));
    expect(responses).toEqual(
      KINDS.filter((one) => one.responseHead.length > 0).map((one) =>
        Buffer.concat([one.responseHead, one.responseBody]).toString('latin1'),
      ),
    );
    const requests = records.filter(({ type }) => type === 'request').map(({ block }) => Buffer.from(block));
    expect(requests).toEqual(KINDS.map((one) => Buffer.from(one.requestHead)));
    expect(records.map(({ id, type, offset, length }) => ({ id, type, offset, length }))).toEqual(
      built.records.map(({ id, type, offset, length }) => ({ id, type, offset, length })),
    );
  });

  test('reads as hops with framing and coding taken off', async () => {
    const contents = readCapture((await buildWarc(visit(...KINDS))).bytes);
    expect(contents.software).toBe('Dualwatch/0.1');
    expect(contents.metadata).toEqual(visit().metadata);
    expect(contents.hops.map(({ response }) => response?.status)).toEqual([
      302,
      200,
      200,
      200,
      200,
      200,
      304,
      200,
      undefined,
      200,
      200,
      200,
    ]);
    const bodies = contents.hops.map(({ response }) => (response === null ? null : Buffer.from(response.body).toString()));
    expect(bodies).toEqual(['', PAGE, PAGE, PAGE, PAGE, Buffer.from(PAGE).subarray(0, 20).toString(), '', PAGE, null, PAGE, PAGE, PAGE]);
    expect(contents.hops.map(({ response }) => response?.complete)).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
      true,
      true,
      undefined,
      true,
      true,
      true,
    ]);
    expect(contents.hops[1]?.response?.headers.filter(([name]) => name.toLowerCase() === 'set-cookie')).toEqual([
      ['Set-Cookie', 'a=1'],
      ['set-cookie', 'b=2'],
    ]);
    expect(contents.hops[0]?.request?.startLine).toBe('GET /notice?id=1 HTTP/1.1');
  });

  test('has a payload digest of the entity, and no header field that says otherwise', async () => {
    const packed = gzipSync(PAGE);
    const framed = await buildWarc(visit(hop(chunked(packed, 5, 'gzip'))));
    expect(framed.payloadDigest).toBe(sha256(packed));
    expect([...readRecords(framed.bytes, 'test')].map((record) => record.field('WARC-Payload-Digest'))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(readCapture(framed.bytes).hopNotes).toMatchObject([{ payloadSha256: sha256(packed), payloadBytes: packed.length }]);
    const plain = await buildWarc(visit(hop()));
    expect([...readRecords(plain.bytes, 'test')][2]?.field('WARC-Payload-Digest')).toBe(`sha256:${sha256(Buffer.from(PAGE))}`);
  });

  test('carries the fields that a court asks for', async () => {
    const built = await buildWarc(
      visit(
        hop({
          url: 'https://example.org/a b',
          tls: { protocol: 'TLSv1.3', cipher: 'TLS_AES_128_GCM_SHA256', certificates: [sha256('leaf')] },
        }),
      ),
    );
    const [info, request, response, metadata] = [...readRecords(built.bytes, 'test')];
    expect(Buffer.from(info?.block ?? []).toString()).toContain('operator: desk 3\r\n');
    expect(response?.field('WARC-Target-URI')).toBe('https://example.org/a%20b');
    expect(response?.field('WARC-IP-Address')).toBe('127.0.0.1');
    expect(response?.field('WARC-Date')).toBe('2026-11-21T04:00:00.123Z');
    expect(response?.field('WARC-Protocol')).toBe('http/1.1, tls/1.3');
    expect(response?.field('WARC-Cipher-Suite')).toBe('TLS_AES_128_GCM_SHA256');
    expect(response?.field('WARC-Concurrent-To')).toBe(request?.id);
    expect(metadata?.field('WARC-Concurrent-To')).toBe(response?.id);
    expect(readCapture(built.bytes).hopNotes).toMatchObject([
      { tls: { certificates: [sha256('leaf')] }, endedAt: '2026-11-21T04:00:00.456Z' },
    ]);
  });

  test('no value begins a header line of its own', async () => {
    const built = await buildWarc({
      ...visit(hop({ remoteAddress: '127.0.0.1\r\nWARC-Type: forged', url: 'http://127.0.0.1/\r\nWARC-Type: forged' })),
      software: 'x\r\nforged: 1',
    });
    const records = [...readRecords(built.bytes, 'test')];
    expect(records.map(({ type }) => type)).toEqual(['warcinfo', 'request', 'response', 'metadata']);
    expect(Buffer.from(records[0]?.block ?? []).toString()).not.toContain('\nforged');
  });

  test('any flipped bit is found by the name', async () => {
    const built = await buildWarc(visit(hop(), hop(chunked(Buffer.from(PAGE), 9))));
    expect(verifyCapture(built.bytes, built.sha256)).toEqual({ sha256: built.sha256, bytes: built.bytes.length, records: 6 });
    for (let bit = 0; bit < built.bytes.length * 8; bit += 13) {
      const altered = Buffer.from(built.bytes);
      altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit % 8));
      expect(() => verifyCapture(altered, built.sha256, 'captures/x')).toThrow(/^captures\/x was altered/);
    }
  });

  test('an edit with the CRC made right is found in its record', async () => {
    const built = await buildWarc(visit(hop()));
    const members = built.records.map(({ offset, length }) => built.bytes.subarray(offset, offset + length));
    const edited = gunzipSync(members[2] ?? new Uint8Array(0));
    edited[edited.indexOf('<p>')] = 0x20;
    const altered = Buffer.concat([members[0], members[1], gzipSync(edited), members[3]].filter((part) => part !== undefined));
    expect(() => verifyCapture(altered, sha256(altered), 'captures/x')).toThrow(
      `captures/x does not hold at byte ${built.records[2]?.offset}: wrong block digest of the response record`,
    );
    expect(() => verifyCapture(altered, built.sha256, 'captures/x')).toThrow(/the response record at byte \d+ has another block digest/);
  });
});

describe('files from elsewhere', () => {
  test('a file cut short anywhere is refused with its name and an offset, never read in part', async () => {
    const { bytes: whole, records } = await buildWarc(visit(hop()));
    const ends = new Set(records.map(({ offset, length }) => offset + length));
    for (let length = 0; length < whole.length; length += 1) {
      if (ends.has(length)) continue;
      expect(() => [...readRecords(whole.subarray(0, length), 'torn.warc.gz')]).toThrow(/^torn.warc.gz does not hold at byte \d+: /);
    }
  });

  test('noise never gives anything but a DualwatchError', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('', 'WARC/1.1\r\n', '\u001f\u008b\u0008\u0000', 'WARC/1.0\r\nContent-Length: 99999999999999\r\n\r\n'),
        (noise, start) => {
          try {
            readCapture(Buffer.concat([bytes(start), noise]), 'noise');
          } catch (error) {
            expect(error).toBeInstanceOf(DualwatchError);
          }
        },
      ),
    );
  });

  test('a bomb is refused before it is unpacked, as a record and as a body', async () => {
    const zeros = gzipSync(new Uint8Array(30_000_000));
    expect(() => readCapture(zeros, 'bomb', { unpackedBytes: 1_000_000 })).toThrow(
      /bomb does not hold at byte 0: it unpacks to more than the limit/,
    );
    const inside = await buildWarc(
      visit(hop({ responseHead: bytes('HTTP/1.1 200 OK\r\nContent-Encoding: gzip, gzip\r\n\r\n'), responseBody: gzipSync(zeros) })),
    );
    expect(() => readCapture(inside.bytes, 'bomb', { bodyBytes: 1_000_000 })).toThrow(/more than 1000000 bytes/);
  });

  test('plain records and many records in one gzip member are read', async () => {
    const { bytes: ours } = await buildWarc(visit(hop(), hop()));
    const plain = gunzipSync(ours);
    for (const form of [plain, gzipSync(plain)]) expect(readCapture(form).hops.map(({ response }) => response?.status)).toEqual([200, 200]);
  });

  test('a coding that was not laid on, is not known or breaks gives what can be had, and says what was wrong', async () => {
    const page = Array.from({ length: 4000 }, (_, n) => `line ${(n * 7919) % 4001}`).join('\n');
    const broken = gzipSync(page);
    broken.fill(0xff, broken.length >> 1);
    const responses = [
      ['gzip', Buffer.from(PAGE)],
      ['rot13', Buffer.from(PAGE)],
      ['br', bytes('<html>plain</html>')],
      ['gzip, gzip, gzip', bytes('nested')],
      ['x-gzip, identity', gzipSync(PAGE)],
      ['gzip', broken],
    ] as const;
    const odd = await buildWarc(
      visit(
        ...responses.map(([coding, body]) =>
          hop({ responseHead: bytes(`HTTP/1.1 200 OK\r\nContent-Encoding: ${coding}\r\n\r\n`), responseBody: body }),
        ),
      ),
    );
    const found = readCapture(odd.bytes).hops.map(
      ({ response }) => [Buffer.from(response?.body ?? []).toString(), response?.decodingFailure] as const,
    );
    expect(found.slice(0, 5)).toEqual([
      [PAGE, 'the body is announced as gzip, but is not'],
      [PAGE, 'the content coding "rot13" is not known'],
      ['<html>plain</html>', expect.stringContaining('the br coding is broken')],
      ['nested', '3 nested content codings'],
      [PAGE, null],
    ]);
    const [beginning = '', failure] = found[5] ?? [];
    expect(failure).toContain('the gzip coding is broken');
    expect(beginning.length).toBeGreaterThan(page.length / 4);
    expect(page.slice(0, 1000)).toBe(beginning.slice(0, 1000));
  });

  test('a body cut short in its coding gives its beginning', async () => {
    const page = Array.from({ length: 2000 }, (_, n) => `line ${n * 7919}\n`).join('');
    for (const [coding, packed] of [
      ['gzip', gzipSync(page)],
      ['br', brotliCompressSync(page)],
    ] as const) {
      const cut = await buildWarc(
        visit(
          hop({
            responseHead: bytes(`HTTP/1.1 200 OK\r\nContent-Encoding: ${coding}\r\n\r\n`),
            responseBody: packed.subarray(0, packed.length - 100),
            truncated: 'length',
          }),
        ),
      );
      const body = Buffer.from(readCapture(cut.bytes).hops[0]?.response?.body ?? []).toString();
      expect(body.length).toBeGreaterThan(1000);
      expect(page.startsWith(body)).toBe(true);
    }
  });

  test('digests are read in base 16 and base 32', () => {
    expect(digestHolds('sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ', new Uint8Array(0))).toBe(true);
    expect(digestHolds('sha-256:E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855', new Uint8Array(0))).toBe(true);
    expect(digestHolds('sha256:4OYMIQUY7QOBJGX36TEJS35ZEQT24QPEMSNZGTFESWMRW6CSXBKQ====', new Uint8Array(0))).toBe(true);
    expect(digestHolds('sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ', Buffer.of(1))).toBe(false);
    expect(digestHolds('crc:1', new Uint8Array(0))).toBeUndefined();
  });
});

const WARCIO = process.env['DUALWATCH_WARCIO'] ?? 'warcio';
const available = runs(WARCIO);

function runs(program: string): boolean {
  try {
    execFileSync(program, ['--help'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe.skipIf(!available)('warcio, an outside reader [needs warcio on the PATH or DUALWATCH_WARCIO]', () => {
  test('finds every digest right, and an edit wrong', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dualwatch-warcio-'));
    try {
      const file = join(folder, 'capture.warc.gz');
      writeFileSync(file, (await buildWarc(visit(...KINDS))).bytes);
      const report = execFileSync(WARCIO, ['check', '-v', file], { encoding: 'utf8' });
      expect(report.match(/digest pass/g)).toHaveLength(KINDS.length * 2 - 1 + 2);
      expect(report).not.toContain('no digest');
      const plain = gunzipSync((await buildWarc(visit(hop()))).bytes);
      plain[plain.indexOf('<p>')] = 0x20;
      writeFileSync(join(folder, 'edited.warc'), plain);
      expect(() => execFileSync(WARCIO, ['check', join(folder, 'edited.warc')], { stdio: 'pipe' })).toThrow();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
