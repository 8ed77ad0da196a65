import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { contentCodings, createContentDecoder, type Decoded } from './content-decoder.ts';
import { DEFAULT_LIMITS } from './limits.ts';

const PACK: Readonly<Record<string, (bytes: Uint8Array) => Buffer>> = {
  gzip: gzipSync,
  deflate: deflateSync,
  br: brotliCompressSync,
  zstd: zstdCompressSync,
};

test('gives back what was packed, once or twice, however it is cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 3000 }),
      fc.array(fc.constantFrom('gzip', 'deflate', 'br', 'zstd'), { minLength: 1, maxLength: 2 }),
      fc.integer({ min: 1, max: 700 }),
      async (bytes, codings, cut) => {
        const packed = codings.reduce<Buffer>((inner, coding) => PACK[coding]?.(inner) ?? inner, Buffer.from(bytes));
        expect(await decode(codings, packed, cut)).toEqual({ bytes: Buffer.from(bytes) });
      },
    ),
    { numRuns: 100 },
  );
});

test('takes raw deflate for deflate, and several gzip members for one body', async () => {
  expect(await decode(['deflate'], deflateRawSync('raw'), 1)).toEqual({ bytes: Buffer.from('raw') });
  expect(await decode(['gzip'], Buffer.concat([gzipSync('one '), gzipSync('two')]), 5)).toEqual({ bytes: Buffer.from('one two') });
});

test('keeps what could be decoded of a body that is cut short or breaks, and says so', async () => {
  const text = Array.from({ length: 4000 }, (_, index) => `line ${(index * 7919) % 4001}`).join('\n');
  for (const coding of ['gzip', 'deflate', 'br', 'zstd']) {
    const packed = PACK[coding]?.(Buffer.from(text)) ?? Buffer.alloc(0);
    const short = await decode([coding], packed.subarray(0, packed.length - 200), packed.length);
    expect(short.problem).toContain(coding);
    expect(text.startsWith(Buffer.from(short.bytes).toString())).toBe(true);
    if (coding !== 'zstd') expect(short.bytes.length).toBeGreaterThan(text.length / 2);
  }
  const broken = Buffer.from(gzipSync(text));
  broken.fill(0xff, broken.length >> 1);
  const partial = await decode(['gzip'], broken, 500);
  expect(partial.problem).toContain('broken');
  expect(partial.bytes.length).toBeGreaterThan(1000);
});

test('a body that is announced as packed and is not, or as something unknown, is kept as it is', async () => {
  for (const coding of ['gzip', 'br', 'deflate', 'zstd', 'compress', 'none']) {
    const plain = await decode([coding], Buffer.from('<html>plain</html>'), 7);
    expect(Buffer.from(plain.bytes).toString(), coding).toBe('<html>plain</html>');
    expect(plain.problem, coding).toContain(coding);
  }
  expect((await decode(['gzip', 'gzip', 'gzip'], gzipSync('x'), 9)).problem).toContain('3 nested');
  expect(await decode(['gzip'], Buffer.alloc(0), 1)).toEqual({ bytes: Buffer.alloc(0) });
});

test('reads the codings of headers in the order in which they were laid on', () => {
  expect(contentCodings(' X-GZip , identity,BR', 'gzip, chunked')).toEqual(['gzip', 'br', 'gzip']);
  expect(contentCodings(undefined, 'chunked')).toEqual([]);
});

test('stops at the limits of size and of ratio, in the inner stage too', async () => {
  const zeros = Buffer.alloc(6_000_000);
  expect(await bombOf(['gzip'], gzipSync(zeros), { decodedBytes: 5_000_000, decodedRatio: 1e9 })).toContain('5000000 bytes');
  expect(await bombOf(['br'], brotliCompressSync(zeros), { decodedBytes: 1e9, decodedRatio: 400 })).toContain('400 times');
  expect(await bombOf(['gzip', 'gzip'], gzipSync(gzipSync(zeros)), DEFAULT_LIMITS)).toContain('400 times');
});

function decode(codings: readonly string[], packed: Buffer, cut: number): Promise<Decoded> {
  const decoder = createContentDecoder(codings, DEFAULT_LIMITS, (message) => {
    throw new Error(message);
  });
  for (let at = 0; at < packed.length; at += cut) decoder.write(packed.subarray(at, at + cut));
  return decoder.end();
}

function bombOf(
  codings: readonly string[],
  packed: Buffer,
  limits: { readonly decodedBytes: number; readonly decodedRatio: number },
): Promise<string> {
  return new Promise((resolve, reject) => {
    const decoder = createContentDecoder(codings, limits, resolve);
    decoder.write(packed);
    void decoder.end().then(() => reject(new Error('the bomb was unpacked')));
  });
}
