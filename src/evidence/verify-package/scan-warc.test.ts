import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRecords } from '../warc-records.ts';
import { buildWarc } from '../warc-writer.ts';
import { scanWarc } from './scan-warc.ts';
import type { ScannedRecord } from './scan-warc.ts';

const LIMIT = 1024 * 1024 * 1024;

/** Cut into pieces of that size. */
async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer, void, undefined> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function scan(bytes: Buffer, size = 1024 * 1024, limit = LIMIT): Promise<readonly ScannedRecord[]> {
  const found: ScannedRecord[] = [];
  for await (const record of scanWarc(pieces(bytes, size), limit)) found.push(record);
  return found;
}

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

function record(block: Buffer | string, fields: readonly string[] = [], type = 'response'): Buffer {
  const body = Buffer.from(block);
  const lines = [
    'WARC/1.1',
    `WARC-Type: ${type}`,
    'WARC-Record-ID: <urn:uuid:1>',
    'WARC-Target-URI: https://example.org/',
    'WARC-Date: 2026-11-26T00:00:00Z',
    ...fields,
  ];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\nContent-Length: ${body.length}\r\n\r\n`), body, Buffer.from('\r\n\r\n')]);
}

const HTTP = 'Content-Type: application/http; msgtype=response';

async function capture(body: Buffer): Promise<Buffer> {
  const head = Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${body.length}\r\n\r\n`);
  const hop = {
    url: 'https://example.org/',
    at: '2026-11-26T00:00:00.000Z',
    endedAt: '2026-11-26T00:00:01.000Z',
    requestHead: Buffer.from('GET / HTTP/1.1\r\nHost: example.org\r\n\r\n'),
    responseHead: head,
    responseBody: body,
    remoteAddress: '192.0.2.1',
  };
  return Buffer.from((await buildWarc({ hops: [hop], software: 'test', metadata: {} })).bytes);
}

describe('scanning a WARC file', () => {
  it('sees what the reader of whole files sees, however it is cut', async () => {
    const bytes = Buffer.concat([await capture(Buffer.from('one '.repeat(5000))), await capture(Buffer.alloc(0))]);
    const expected = [...readRecords(bytes, 'it')].map(({ offset, length, type, id }) => ({ offset, length, type, id }));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: bytes.length }), async (size) => {
        const found = await scan(bytes, size);
        expect(found.map(({ offset, length, type, id }) => ({ offset, length, type, id }))).toEqual(expected);
        expect(found.every(({ blockDigest }) => blockDigest === 'holds')).toBe(true);
        for (const { offset, length, sha256: digest } of found) expect(digest).toBe(sha256(bytes.subarray(offset, offset + length)));
      }),
      { numRuns: 40 },
    );
  });

  it('hashes records longer than it keeps', async () => {
    const body = Buffer.alloc(20 * 1024 * 1024, 'abcdefghijklmnop');
    const bytes = await capture(body);
    const response = (await scan(bytes)).find(({ type }) => type === 'response');
    expect(response?.payloadDigest).toBe('holds');
    expect(response?.payload.stored.get('sha256')?.toString('hex')).toBe(sha256(body));
    const noise = Buffer.alloc(6 * 1024 * 1024);
    for (let n = 0, state = 1; n < noise.length; n += 1) noise[n] = (state = (state * 48_271) % 2_147_483_647) & 0xff;
    expect((await scan(await capture(noise))).map(({ blockDigest }) => blockDigest)).toEqual(['holds', 'holds', 'holds', 'holds']);
  });

  it('reads plain files, and digests with and without the closing lines', async () => {
    const one = record('hello', ['Content-Type: text/plain'], 'resource');
    const [first, second] = await scan(Buffer.concat([one, one]), 7);
    expect(first).toMatchObject({
      offset: 0,
      length: one.length,
      gzip: false,
      sha256: sha256(one),
      bareSha256: sha256(one.subarray(0, -4)),
    });
    expect(second?.offset).toBe(one.length);
  });

  it('takes framing off a chunked body as the reader does', async () => {
    const message = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6;x=y\r\n world\r\n0\r\n\r\n';
    const digest = `WARC-Payload-Digest: sha256:${sha256('hello world')}`;
    for (const size of [1, 3, 1000]) {
      const [found] = await scan(record(message, [HTTP, digest]), size);
      expect(found?.payloadDigest).toBe('holds');
      expect(found?.payload.entity.get('sha256')?.toString('hex')).toBe(sha256('hello world'));
    }
  });

  it('takes the body as it is where its framing was taken off on the way', async () => {
    const message = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nplain text';
    const [found] = await scan(record(message, [HTTP, `WARC-Payload-Digest: sha256:${sha256('plain text')}`]));
    expect(found?.payloadDigest).toBe('holds');
    expect(found?.payload.entity.get('sha256')?.toString('hex')).toBe(sha256('plain text'));
  });

  it('ends an entity where its length was announced to end', async () => {
    for (const [length, entity] of [
      [5, 'hello'],
      [11, 'hello world'],
      [99, 'hello world'],
      [0, ''],
    ] as const) {
      const [found] = await scan(record(`HTTP/1.1 200 OK\r\nContent-Length: ${length}\r\n\r\nhello world`, [HTTP]), 3);
      expect(found?.payload.entity.get('sha256')?.toString('hex')).toBe(sha256(entity));
      expect(found?.payload.stored.get('sha256')?.toString('hex')).toBe(sha256('hello world'));
    }
  });

  it('finds an altered block and an altered payload', async () => {
    const sound = [
      HTTP,
      `WARC-Block-Digest: sha256:${sha256('HTTP/1.1 200 OK\r\n\r\nhello')}`,
      `WARC-Payload-Digest: sha256:${sha256('hello')}`,
    ];
    expect((await scan(record('HTTP/1.1 200 OK\r\n\r\nhello', sound)))[0]).toMatchObject({ blockDigest: 'holds', payloadDigest: 'holds' });
    expect((await scan(record('HTTP/1.1 200 OK\r\n\r\nhellO', sound)))[0]).toMatchObject({
      blockDigest: 'differs',
      payloadDigest: 'differs',
    });
    expect((await scan(record('HTTP/1.1 200 oK\r\n\r\nhello', sound)))[0]).toMatchObject({
      blockDigest: 'differs',
      payloadDigest: 'holds',
    });
  });
});

const REFUSED: readonly (readonly [what: string, bytes: () => Buffer, why: RegExp])[] = [
  ['no WARC', () => Buffer.from('hello, world'), /no WARC/],
  [
    'a header without end',
    () => Buffer.concat([Buffer.from('WARC/1.1\r\n'), Buffer.alloc(300_000, 'X-Field: y\r\n')]),
    /does not end within/,
  ],
  [
    'a header without end, packed',
    () => gzipSync(Buffer.concat([Buffer.from('WARC/1.1\r\n'), Buffer.alloc(30_000_000, 'X-Field: y\r\n')])),
    /does not end within/,
  ],
  ['a record cut short', () => record('hello').subarray(0, -6), /ends before its Content-Length/],
  [
    'a length that lies',
    () => Buffer.from(record('hello').toString('latin1').replace('Length: 5', 'Length: 4'), 'latin1'),
    /two line breaks/,
  ],
  ['two lengths', () => record('hello', ['Content-Length: 3']), /Content-Length, or several/],
  [
    'a negative length',
    () => Buffer.from(record('hello').toString('latin1').replace('Length: 5', 'Length: -5'), 'latin1'),
    /no Content-Length/,
  ],
  ['bytes between records', () => Buffer.concat([record('a'), Buffer.from('hidden'), record('b')]), /no WARC/],
  ['two records in a member', () => gzipSync(Buffer.concat([record('a'), record('b')])), /more than one record/],
  ['a member of nothing', () => gzipSync(''), /no header/],
  ['a member cut short', () => gzipSync(record('a')).subarray(0, -3), /ends inside|unexpected end/],
  ['a member with a wrong CRC', () => flipped(gzipSync(record('a')), -8), /CRC/],
  ['a member with a wrong size', () => flipped(gzipSync(record('a')), -4), /size/],
];

function flipped(bytes: Buffer, at: number): Buffer {
  bytes[bytes.length + at] = (bytes.at(at) ?? 0) ^ 1;
  return bytes;
}

describe('refusing a WARC file', () => {
  it.each(REFUSED)('refuses %s', async (_, bytes, why) => {
    await expect(scan(bytes())).rejects.toThrow(why);
  });

  it('says at which byte', async () => {
    const sound = gzipSync(record('a'));
    await expect(scan(Buffer.concat([sound, Buffer.from('x')]))).rejects.toMatchObject({ offset: sound.length });
  });

  it('stops at a bomb, in little memory', async () => {
    const bomb = gzipSync(record(Buffer.alloc(200 * 1024 * 1024)));
    const before = process.memoryUsage().arrayBuffers;
    await expect(scan(bomb, 1024 * 1024, 50 * 1024 * 1024)).rejects.toThrow('bomb');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(300 * 1024 * 1024);
  });
});
