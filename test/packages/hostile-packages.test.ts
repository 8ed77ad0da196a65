import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { constants, deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { end64Records, rawZip } from '../../src/evidence/testing/raw-zip.ts';
import type { RawMember } from '../../src/evidence/testing/raw-zip.ts';
import { sha256 } from '../../src/model/digest.ts';
import type { CheckName, PackageVerdict } from '../../src/evidence/verify-package/verdict.ts';
import { verifyPackage } from '../../src/evidence/verify-package/verify-package.ts';
import { memorySource } from '../../src/evidence/zip/byte-source.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
const MB = 1024 * 1024;
const WITHIN_MS = 60_000;

/** A package of another program around these members, its list of them right. */
function packageOf(...members: readonly (RawMember & { readonly name: string; readonly content: Buffer | string })[]): Buffer {
  const resources = members.map(({ name, content }) => ({
    name,
    path: name,
    hash: `sha256:${sha256(content)}`,
    bytes: Buffer.byteLength(content),
  }));
  const datapackage = JSON.stringify({ profile: 'data-package', wacz_version: '1.1.1', software: 'x', resources });
  return rawZip([...members, { name: 'datapackage.json', content: datapackage }]);
}

function warc(block: string, fields = ''): string {
  return `WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Target-URI: https://example.org/\r\nWARC-Date: 2026-11-26T00:00:00Z\r\n${fields}Content-Length: ${Buffer.byteLength(block)}\r\n\r\n${block}\r\n\r\n`;
}

/** A gzip member that begins with this and goes on with so many zeros, without making them. */
function bomb(start: string, zeros: number): Buffer {
  const piece = 16 * MB;
  const flush = { finishFlush: constants.Z_FULL_FLUSH };
  const repeated = deflateRawSync(Buffer.alloc(piece), flush);
  return Buffer.concat([
    Buffer.from('1f8b0800000000000003', 'hex'),
    deflateRawSync(Buffer.from(start), flush),
    ...Array.from({ length: Math.ceil(zeros / piece) }, () => repeated),
    deflateRawSync(''),
    Buffer.alloc(8),
  ]);
}

/** Judges, and sees how much memory that took beside the package itself. */
async function judge(bytes: Buffer): Promise<PackageVerdict & { readonly tookMb: number }> {
  // What making the package left behind would hide what judging it takes.
  collectGarbage();
  const used = (): number => process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed;
  const before = used();
  let peak = before;
  const timer = setInterval(() => (peak = Math.max(peak, used())), 5);
  try {
    const verdict = await verifyPackage(memorySource(bytes));
    return { ...verdict, tookMb: (peak - before) / MB };
  } finally {
    clearInterval(timer);
  }
}

const LONG_HEADER = `WARC/1.1\r\n${'X-Field: y\r\n'.repeat(4 * MB)}`;
const SOUND = warc('hello');

const HOSTILE: readonly (readonly [what: string, bytes: () => Buffer, name: CheckName, where: RegExp, why: RegExp])[] = [
  [
    'a record that unpacks to 3 GB',
    () =>
      packageOf({
        name: 'archive/a.warc.gz',
        content: bomb(`WARC/1.1\r\nWARC-Type: resource\r\nContent-Length: ${3072 * MB}\r\n\r\n`, 3072 * MB),
      }),
    'records',
    /a\.warc\.gz, byte 0/,
    /bomb/,
  ],
  ['a header of 50 MB', () => packageOf({ name: 'archive/a.warc', content: LONG_HEADER }), 'records', /a\.warc, byte 0/, /header/],
  [
    'a packed header of 3 GB',
    () => packageOf({ name: 'archive/a.warc.gz', content: bomb('WARC/1.1\r\nX: ', 3072 * MB) }),
    'records',
    /a\.warc\.gz/,
    /header/,
  ],
  [
    'a member said to unpack to 4 GB',
    () =>
      rawZip([
        { name: 'datapackage.json', content: Buffer.alloc(MB), method: 8, central: { bytes: 0xffff_fff0 }, local: { bytes: 0xffff_fff0 } },
      ]),
    'container',
    /datapackage/,
    /any packing can hold/,
  ],
  [
    'a list of members of 200 MB',
    () => rawZip([{ name: 'datapackage.json', content: Buffer.alloc(200 * MB, ' '), method: 8 }]),
    'manifest',
    /datapackage/,
    /are not read/,
  ],
  [
    '200,000 members',
    () =>
      rawZip(
        Array.from({ length: 200_000 }, (_, n) => ({ name: `raw/${n}` })),
        { count: 0xffff, end64: (place) => end64(place) },
      ),
    'container',
    /zip/,
    /200000 members/,
  ],
  [
    'a million index lines for one record',
    () =>
      packageOf(
        { name: 'archive/a.warc', content: SOUND },
        {
          name: 'indexes/index.cdxj',
          content:
            `org,example)/ 20261126000000 {"url":"https://example.org/","offset":0,"length":${SOUND.length},"filename":"a.warc"}\n`.repeat(
              1_000_000,
            ),
        },
      ),
    'index',
    /index\.cdxj/,
    /a second time/,
  ],
  [
    'an index line of 30 MB',
    () => packageOf({ name: 'archive/a.warc', content: SOUND }, { name: 'indexes/index.cdxj', content: `${'x'.repeat(30 * MB)}\n` }),
    'index',
    /index\.cdxj/,
    /longer than/,
  ],
  [
    'an index that unpacks to 3 GB',
    () =>
      packageOf(
        { name: 'archive/a.warc', content: SOUND },
        { name: 'indexes/index.cdx.gz', content: bomb('com,a)/ 20261126000000 {"a":"', 3072 * MB) },
      ),
    'index',
    /index\.cdx\.gz/,
    /longer than/,
  ],
  [
    'a page line of 100 MB',
    () =>
      packageOf(
        { name: 'archive/a.warc', content: SOUND },
        { name: 'pages/pages.jsonl', content: `{"format":"json-pages-1.0"}\n{"text":"${'x'.repeat(100 * MB)}"}\n` },
      ),
    'pages',
    /pages\.jsonl/,
    /longer than/,
  ],
  [
    'pages nested a million levels deep',
    () =>
      packageOf(
        { name: 'archive/a.warc', content: SOUND },
        { name: 'pages/pages.jsonl', content: `{"format":"json-pages-1.0"}\n{"a":${'['.repeat(1_000_000)}\n` },
      ),
    'pages',
    /line 2/,
    /levels deep/,
  ],
  [
    'a list of members nested a million levels deep',
    () => rawZip([{ name: 'datapackage.json', content: `{"resources":${'['.repeat(1_000_000)}` }]),
    'manifest',
    /datapackage/,
    /levels deep/,
  ],
  [
    'a list of twenty million members that are none',
    () => rawZip([{ name: 'datapackage.json', content: `{"resources":[${'{},'.repeat(20_000_000)}{}]}`, method: 8 }]),
    'manifest',
    /datapackage/,
    /5000000 values/,
  ],
  [
    'a list with a million names',
    () => rawZip([{ name: 'datapackage.json', content: `{${Array.from({ length: 1_000_000 }, (_, n) => `"${n}":0`).join()}}`, method: 8 }]),
    'manifest',
    /datapackage/,
    /10000 members/,
  ],
  [
    '480 MB of texts of pages',
    () => {
      const page = Buffer.from(
        `{"id":"${'0'.repeat(64)}","text":"${'x'.repeat(8 * MB)}","title":"x","ts":"2026-11-26T00:00:00Z","url":"https://example.org/"}\n`,
      );
      return packageOf(
        { name: 'archive/a.warc', content: SOUND },
        { name: 'evidence/package.json', content: '{}\n' },
        ...Array.from({ length: 100 }, (_, n) => ({ name: `evidence/${n}`, content: '' })),
        {
          name: 'pages/pages.jsonl',
          content: Buffer.concat([Buffer.from('{"format":"json-pages-1.0"}\n'), ...Array.from({ length: 60 }, () => page)]),
          method: 8,
        },
      );
    },
    'members',
    /evidence\/0/,
    /no such member/,
  ],
  [
    'a list that names a member twice',
    () => rawZip([{ name: 'datapackage.json', content: '{"resources":[],"resources":[{}]}' }]),
    'manifest',
    /datapackage/,
    /stands twice/,
  ],
  [
    'a list that is no UTF-8',
    () => rawZip([{ name: 'datapackage.json', content: Buffer.from([0x7b, 0xff, 0x7d]) }]),
    'manifest',
    /datapackage/,
    /UTF-8/,
  ],
  [
    'a list of half a million members that are not there',
    () =>
      rawZip([
        {
          name: 'datapackage.json',
          content: JSON.stringify({
            resources: Array.from({ length: 500_000 }, (_, n) => ({ path: `p${n}`, hash: `sha256:${'0'.repeat(64)}`, bytes: 1 })),
          }),
        },
      ]),
    'manifest',
    /p0/,
    /not there/,
  ],
  [
    'a gzip member inside of a gzip member',
    () => packageOf({ name: 'archive/a.warc.gz', content: gzipSync(gzipSync(SOUND)) }),
    'records',
    /byte 0/,
    /no WARC/,
  ],
];

function end64(place: { readonly count: number; readonly offset: number; readonly bytes: number }): Buffer {
  return end64Records(place, place.offset + place.bytes);
}

describe('hostile packages', () => {
  it.each(HOSTILE)(
    'refuses %s, in little memory',
    async (_, bytes, name, where, why) => {
      const verdict = await judge(bytes());
      expect(verdict).toMatchObject({ ok: false, whole: false });
      expect(verdict.checks.filter(({ status }) => status === 'fail')).toContainEqual(
        expect.objectContaining({ name, where: expect.stringMatching(where), why: expect.stringMatching(why) }),
      );
      expect(verdict.checks.length).toBeLessThan(100);
      expect(verdict.tookMb).toBeLessThan(400);
    },
    WITHIN_MS,
  );

  it('accepts what these are made from', async () => {
    const line = `org,example)/ 20261126000000 {"url":"https://example.org/","offset":0,"length":${SOUND.length},"filename":"a.warc"}\n`;
    const bytes = packageOf(
      { name: 'archive/a.warc', content: SOUND },
      { name: 'indexes/index.cdxj', content: line },
      { name: 'pages/pages.jsonl', content: '{"format":"json-pages-1.0"}\n{"url":"https://example.org/","ts":"2026-11-26T00:00:00Z"}\n' },
    );
    expect(await judge(bytes)).toMatchObject({ ok: true, whole: true });
  });
});
