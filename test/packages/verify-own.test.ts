import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/model/canonical-json.ts';
import type { Json } from '../../src/model/canonical-json.ts';
import { sha256 } from '../../src/model/digest.ts';
import { LogFolder } from '../../src/evidence/log-folder.ts';
import { LogKey } from '../../src/evidence/log-key.ts';
import { openCheckpoint, signCheckpoint } from '../../src/evidence/checkpoint.ts';
import { nodeFiles } from '../../src/evidence/node-files.ts';
import { MEMBERS } from '../../src/evidence/package/layout.ts';
import { PackageKey } from '../../src/evidence/package/package-key.ts';
import { packMembers, sealAnew, unpackPackage } from '../../src/evidence/testing/rebuild-package.ts';
import type { Contents } from '../../src/evidence/testing/rebuild-package.ts';
import { rawZip } from '../../src/evidence/testing/raw-zip.ts';
import { NO_TRUST } from '../../src/evidence/verify-package/trust.ts';
import type { Trust } from '../../src/evidence/verify-package/trust.ts';
import type { CheckName, CheckStatus, PackageVerdict } from '../../src/evidence/verify-package/verdict.ts';
import { verifyPackage } from '../../src/evidence/verify-package/verify-package.ts';
import { memorySource } from '../../src/evidence/zip/byte-source.ts';
import { rereadPackaged } from '../../src/work/reread-packaged.ts';
import { runCommand } from '../e2e/command.ts';
import { forgedPackage, samplePackage } from './sample-package.ts';
import type { SamplePackage } from './sample-package.ts';

const ORDER = BigInt('0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973');

describe('a package of ours', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dualwatch-verify-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let sample: SamplePackage;
  /** Checkpoints of its log from before the removal. */
  const kept: string[] = [];
  let contents: Map<string, Buffer>;
  /** The key that signed it: what its maker could do. */
  let key: PackageKey;

  beforeAll(async () => {
    sample = await samplePackage(folder, async (dualwatch) => void kept.push(await dualwatch('log', 'checkpoint')));
    contents = await unpackPackage(sample.bytes);
    key = new PackageKey(createPrivateKey(readFileSync(join(sample.home, 'package.key'))));
  }, 120_000);

  const judge = (bytes: Buffer, trust: Partial<Trust> = {}): Promise<PackageVerdict> =>
    verifyPackage(memorySource(bytes), { ...NO_TRUST, ...trust }, { reread: rereadPackaged() });
  const statuses = ({ checks }: PackageVerdict): Partial<Record<CheckName, CheckStatus>> =>
    Object.fromEntries(checks.map(({ name, status }) => [name, status]));
  const text = (name: string): string => contents.get(name)?.toString('utf8') ?? '';
  const withMember = (name: string, content: Buffer | string): Contents => new Map([...contents, [name, Buffer.from(content)]]);
  const archives = (): readonly string[] => [...contents.keys()].filter((name) => name.startsWith('archive/'));
  const asJson = (name: string): Record<string, Json> => JSON.parse(text(name)) as Record<string, Json>;
  const document = (value: Json): string => `${canonicalJson(value)}\n`;

  it('holds, and trusts nobody by itself', async () => {
    const verdict = await judge(sample.bytes);
    expect(verdict.checks.filter(({ status }) => status === 'fail')).toEqual([]);
    expect(verdict).toMatchObject({
      ok: true,
      whole: true,
      beforeWhen: [],
      byWhom: { key: { fingerprint: key.fingerprint, trusted: false }, domain: null, log: { trusted: false } },
    });
    expect(statuses(verdict)).toMatchObject({
      key: 'untrusted',
      'log-key': 'untrusted',
      checkpoint: 'untrusted',
      timestamp: 'absent',
      revocation: 'absent',
      domain: 'absent',
    });
    expect(Object.values(statuses(verdict)).filter((status) => status === 'pass')).toHaveLength(14);
  });

  it('is trusted by the key that is given, which vouches for the log', async () => {
    const verdict = await judge(sample.bytes, { keys: [key.fingerprint] });
    expect(verdict).toMatchObject({ ok: true, byWhom: { key: { trusted: true }, log: { trusted: true } } });
    expect(statuses(verdict)).toMatchObject({ key: 'pass', 'log-key': 'pass', checkpoint: 'untrusted' });
    const { byWhom } = verdict;
    const byLog = await judge(sample.bytes, { keys: [byWhom.log?.vkey ?? ''] });
    expect(statuses(byLog)).toMatchObject({ key: 'untrusted', 'log-key': 'pass' });
  });

  it('fails where what is required is absent or untrusted', async () => {
    const verdict = await judge(sample.bytes, { required: new Set(['key', 'timestamp', 'checkpoint', 'log']) });
    expect(verdict).toMatchObject({ ok: false, whole: true });
    expect(verdict.checks.filter(({ status }) => status === 'fail').map(({ name }) => name)).toEqual(['key', 'checkpoint', 'timestamp']);
  });

  it('is packed anew by the same bytes', () => {
    expect(packMembers(contents).equals(sample.bytes)).toBe(true);
  });

  it('is refused in any other container, however sound', async () => {
    const members = [...contents].map(([name, content]) => ({ name, content }));
    const packed = rawZip(members.map((member) => ({ ...member, method: member.name.startsWith('archive/') ? 0 : 8 })));
    const dated = rawZip(members.map((member) => ({ ...member, central: { time: 0x5a21_0000 }, local: { time: 0x5a21_0000 } })));
    const reordered = rawZip(members.toReversed());
    for (const bytes of [packed, dated, reordered])
      expect(statuses(await judge(bytes))).toMatchObject({ container: 'fail', manifest: 'pass' });
  });

  it('is whole and untrusted when another key signed it, and refused with --key', async () => {
    const other = new PackageKey(generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey);
    const forged = sealAnew(withMember(MEMBERS.package, document({ ...asJson(MEMBERS.package), signer: other.fingerprint })), other);
    // The chain of custody names the signer too: a forger would see to that.
    const custody = text(MEMBERS.custody).replace(key.fingerprint, other.fingerprint);
    const careful = sealAnew(new Map([...(await unpackPackage(forged)), [MEMBERS.custody, Buffer.from(custody)]]), other);
    expect(statuses(await judge(forged))).toMatchObject({ custody: 'fail' });
    expect(await judge(careful)).toMatchObject({
      ok: true,
      whole: true,
      byWhom: { key: { fingerprint: other.fingerprint, trusted: false } },
    });
    const refused = await judge(careful, { keys: [key.fingerprint] });
    expect(refused).toMatchObject({ ok: false, whole: true });
    expect(refused.checks.find(({ status }) => status === 'fail')).toMatchObject({
      name: 'key',
      why: expect.stringContaining(other.fingerprint),
    });
  });

  it('is by nobody where the signature is of something else, be it by a key that is trusted', async () => {
    const datapackage = document({ ...asJson(MEMBERS.datapackage), title: 'another' });
    const digest = document({ ...asJson(MEMBERS.digest), hash: `sha256:${sha256(datapackage)}` });
    const altered = packMembers(
      new Map([...contents, [MEMBERS.datapackage, Buffer.from(datapackage)], [MEMBERS.digest, Buffer.from(digest)]]),
    );
    const verdict = await judge(altered, { keys: [key.fingerprint] });
    expect(verdict).toMatchObject({ ok: false, whole: false, byWhom: { key: null, log: { trusted: false } } });
    expect(statuses(verdict)).toMatchObject({ digest: 'pass', signature: 'fail', key: 'fail', 'log-key': 'untrusted' });
  });

  it('is whole and untrusted when the program wrote it in the home of somebody else, about other words', async () => {
    const forged = await forgedPackage(join(folder, 'forger'));
    expect(await judge(forged)).toMatchObject({ ok: true, whole: true, byWhom: { key: { trusted: false }, log: { trusted: false } } });
    const refused = await judge(forged, { keys: [key.fingerprint] });
    expect(refused).toMatchObject({ ok: false, whole: true });
    expect(refused.checks.filter(({ status }) => status === 'fail').map(({ name }) => name)).toEqual(['key']);
    expect(statuses(await judge(forged, { checkpoint: text(MEMBERS.checkpoint) }))).toMatchObject({ checkpoint: 'fail', key: 'untrusted' });
  }, 60_000);

  it('is held against a checkpoint that was kept', async () => {
    const own = text(MEMBERS.checkpoint);
    expect(statuses(await judge(sample.bytes, { checkpoint: own }))).toMatchObject({ checkpoint: 'pass', 'log-key': 'pass' });
    const logKey = new LogKey(...secretOf(sample.home));
    const size = Number(own.split('\n')[1]);
    const rewritten = signCheckpoint({ size, root: Buffer.alloc(32, 1) }, logKey).text;
    const refused = await judge(sample.bytes, { checkpoint: rewritten });
    expect(refused.checks.find(({ status }) => status === 'fail')).toMatchObject({
      name: 'checkpoint',
      why: expect.stringContaining('rewritten'),
    });
    expect(refused).toMatchObject({ ok: false, whole: true });
    const earlier = signCheckpoint({ size: size - 1, root: Buffer.alloc(32, 1) }, logKey).text;
    expect(statuses(await judge(sample.bytes, { checkpoint: earlier }))).toMatchObject({ checkpoint: 'untrusted' });
    expect(
      statuses(await judge(sample.bytes, { checkpoint: earlier, consistency: `${Buffer.alloc(32).toString('base64')}\n` })),
    ).toMatchObject({ checkpoint: 'fail' });
    const others = signCheckpoint({ size, root: Buffer.alloc(32, 1) }, new LogKey('other.example/log', Buffer.alloc(32, 7))).text;
    expect(statuses(await judge(sample.bytes, { checkpoint: others }))).toMatchObject({ checkpoint: 'fail' });
  });

  it('is held against an earlier checkpoint by the proof that its maker prints', async () => {
    const [head = ''] = kept;
    expect(statuses(await judge(sample.bytes, { checkpoint: head }))).toMatchObject({ checkpoint: 'untrusted' });
    const logKey = new LogKey(...secretOf(sample.home));
    const prover = await new LogFolder(nodeFiles, join(sample.home, 'log'), logKey).prover();
    const proof = await prover.proveExtension(openCheckpoint(head, logKey.verifier));
    const consistency = proof.map((hash) => `${Buffer.from(hash).toString('base64')}\n`).join('');
    expect(proof.length).toBeGreaterThan(0);
    expect(statuses(await judge(sample.bytes, { checkpoint: head, consistency }))).toMatchObject({ checkpoint: 'pass', 'log-key': 'pass' });
    expect(statuses(await judge(sample.bytes, { checkpoint: head, consistency: consistency.slice(45) }))).toMatchObject({
      checkpoint: 'fail',
    });
  });

  describe('altered by its own maker, with everything sealed anew', () => {
    const expectFailed = async (altered: Contents, name: CheckName, where: string | RegExp, why?: RegExp): Promise<void> => {
      const { ok, whole, checks } = await judge(sealAnew(altered, key));
      expect({ ok, whole }).toEqual({ ok: false, whole: false });
      const failed = checks.filter((check) => check.status === 'fail' && check.name === name);
      expect(
        failed.map((check) => check.where ?? ''),
        JSON.stringify(checks.filter(({ status }) => status === 'fail')),
      ).toContainEqual(expect.stringMatching(where));
      if (why !== undefined) expect(failed.map((check) => check.why ?? '')).toContainEqual(expect.stringMatching(why));
    };
    const replaced = (name: string, from: string | RegExp, to: string): Contents => {
      const altered = text(name).replace(from, to);
      expect(altered).not.toBe(text(name));
      return withMember(name, altered);
    };
    const without = (name: string): Contents => new Map([...contents].filter(([other]) => other !== name));

    it('finds a member that the layout does not know', () =>
      expectFailed(withMember('evidence/hidden.txt', 'x'), 'members', 'evidence/hidden.txt'));
    it.each([
      'indexes/index.cdxj',
      'pages/pages.jsonl',
      'evidence/README.md',
      'evidence/notices.jsonl',
      'evidence/custody.jsonld',
      'evidence/entries.jsonl',
      'evidence/log-key.txt',
    ])('finds that %s is missing', (name) => expectFailed(without(name), 'members', name, /missing/));

    it('finds a state of a notice that no observation bears out', async () => {
      await expectFailed(replaced(MEMBERS.notices, '"state":"removed"', '"state":"present"'), 'notices', /line \d/, /removal is/);
      await expectFailed(
        replaced(MEMBERS.notices, /"firstSeenGoneAt":"[^"]*"/, '"firstSeenGoneAt":"2026-01-01T00:00:00.000Z"'),
        'notices',
        /line \d/,
        /saw it removed/,
      );
      await expectFailed(
        replaced(MEMBERS.notices, /"firstSeenAt":"[^"]*"/, '"firstSeenAt":"2026-01-01T00:00:00.000Z"'),
        'notices',
        /line \d/,
        /first seen/,
      );
      await expectFailed(replaced(MEMBERS.notices, /"versions":2/, '"versions":3'), 'notices', /line \d/, /versions/);
    });

    it('finds a reading and a page that say different things', async () => {
      const [reading = ''] = [...contents.keys()].filter((name) => name.startsWith('evidence/reading-'));
      await expectFailed(withMember(reading, 'toys for children'), 'readings', reading);
      await expectFailed(replaced(MEMBERS.pages, /("text":"[^"]*)俄罗斯/, '$1哈萨克'), 'readings', /reading-/);
      await expectFailed(without(reading), 'readings', /pages\.jsonl, line/);
    });

    it('finds a reading, and a title, that are not what the capture says', async () => {
      const [, first = ''] = text(MEMBERS.pages).split('\n');
      const { id, text: read, title } = JSON.parse(first) as { readonly id: string; readonly text: string; readonly title: string };
      const other = read.replace(/俄罗斯|подавители/, (word) => '哈萨克斯坦人民在此'.slice(0, word.length));
      expect(other).not.toBe(read);
      const rewritten = new Map([
        ...replaced(MEMBERS.pages, JSON.stringify(read), JSON.stringify(other)),
        [`evidence/reading-${id}.txt`, Buffer.from(other)],
      ]);
      await expectFailed(rewritten, 'readings', /reading-/, /read anew/);
      await expectFailed(
        replaced(MEMBERS.pages, `"title":${JSON.stringify(title)},"ts":`, '"title":"玩具","ts":'),
        'readings',
        /pages\.jsonl, line 2/,
        /title/,
      );
      // Bullets may stand for anything where a package is masked; nothing else may.
      const verdict = await judge(sample.bytes);
      expect(verdict.checks.find(({ name }) => name === 'readings')?.why).toMatch(/^[3-9] of [3-9] were read anew/);
    });

    it('finds another text of a page that shows no notice, which the log has no digest of', async () => {
      const gone = text(MEMBERS.pages)
        .trimEnd()
        .split('\n')
        .slice(1)
        .map((line) => JSON.parse(line) as { readonly id: string; readonly text?: string })
        .findLast((page) => page.text?.includes('gone') === true);
      expect(gone).toBeDefined();
      const said = 'deleted by the platform';
      const rewritten = new Map([
        ...replaced(MEMBERS.pages, JSON.stringify(gone?.text), JSON.stringify(said)),
        [`evidence/reading-${gone?.id ?? ''}.txt`, Buffer.from(said)],
      ]);
      await expectFailed(rewritten, 'readings', /reading-/, /read anew/);
    });

    it('finds a server in the chain of custody that no record names', async () => {
      for (const server of ['"8.8.8.8"', '8', '["127.0.0.1"]', 'null'])
        await expectFailed(
          replaced(MEMBERS.custody, /"dw:server":"127\.0\.0\.1"/, `"dw:server":${server}`),
          'custody',
          MEMBERS.custody,
          /server/,
        );
    });

    it('finds a page at a time or of a capture that there is not', async () => {
      await expectFailed(replaced(MEMBERS.pages, /"ts":"20\d\d/, '"ts":"1999'), 'pages', /pages\.jsonl, line 2/);
      const lines = text(MEMBERS.pages).trimEnd().split('\n');
      await expectFailed(
        withMember(MEMBERS.pages, `${lines.toSpliced(1, 1).join('\n')}\n`),
        'pages',
        /archive\//,
        /does not name this capture/,
      );
    });

    it('finds an index that leaves out, repeats or misplaces a record', async () => {
      const lines = text(MEMBERS.index).trimEnd().split('\n');
      const index = (altered: readonly string[]): Contents => withMember(MEMBERS.index, altered.map((line) => `${line}\n`).join(''));
      await expectFailed(index(lines.slice(1)), 'index', /archive\/.*byte/, /in no index/);
      await expectFailed(index([lines[0] ?? '', ...lines]), 'index', /index\.cdxj, line 2/);
      await expectFailed(index(lines.toReversed()), 'index', /index\.cdxj, line/, /in its place/);
      for (const field of ['length', 'offset', 'status', 'digest', 'recordDigest', 'mime', 'url', 'filename'])
        await expectFailed(replaced(MEMBERS.index, new RegExp(`("${field}":")[^"]`), '$1~'), 'index', /index\.cdxj, line/);
      await expectFailed(replaced(MEMBERS.index, / 20\d\d/, ' 1999'), 'index', /index\.cdxj, line/);
      await expectFailed(withMember(MEMBERS.index, 'x y {}\n'.repeat(1_000_000)), 'index', /index\.cdxj/);
    }, 30_000);

    it('finds an entry that was altered, left out or added, and a proof that does not lead to the head', async () => {
      await expectFailed(replaced(MEMBERS.entries, 'removed', 'present'), 'log', /entries\.jsonl, line/, /another root/);
      const lines = text(MEMBERS.entries).trimEnd().split('\n');
      await expectFailed(withMember(MEMBERS.entries, `${lines.slice(1).join('\n')}\n`), 'log', /entries\.jsonl/, /proofs/);
      const [proof = ''] = [...contents.keys()].filter((name) => name.endsWith('.tlog-proof'));
      await expectFailed(without(proof), 'log', /entries\.jsonl, line 1/, /missing/);
      await expectFailed(
        replaced(proof, /\n[A-Za-z0-9+/]{43}=/, '\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='),
        'log',
        /entries\.jsonl, line 1/,
      );
      await expectFailed(replaced(MEMBERS.checkpoint, /\n\d+\n/, '\n99\n'), 'log', 'evidence/checkpoint.txt');
    });

    it('finds a capture that no entry names, and one whose bytes are others', async () => {
      const [archive = ''] = archives();
      const bytes = Buffer.concat([
        contents.get(archive) ?? Buffer.alloc(0),
        gzipSync(
          'WARC/1.1\r\nWARC-Type: metadata\r\nWARC-Record-ID: <urn:uuid:x>\r\nWARC-Date: 2026-11-26T00:00:00Z\r\nContent-Length: 0\r\n\r\n\r\n\r\n',
        ),
      ]);
      await expectFailed(withMember(archive, bytes), 'captures', archive, /its name is not its SHA-256/);
      await expectFailed(withMember(`archive/${sha256(bytes)}.warc.gz`, bytes), 'captures', /archive\//, /no entry/);
      await expectFailed(without(archive), 'captures', /entry \d+/, /neither in the package nor named as left out/);
      await expectFailed(withMember(archive, 'hello'), 'records', /archive\/.*byte 0/, /no WARC/);
    });

    it('finds a capture that is said to be dropped, where no entry says so', async () => {
      const [archive = ''] = archives();
      const info = asJson(MEMBERS.package);
      const left = { sha256: archive.slice(8, 72), index: 0, why: 'dropped' };
      const altered = new Map([
        ...without(archive),
        [MEMBERS.package, Buffer.from(document({ ...info, captures: Number(info['captures']) - 1, leftOut: [left] }))],
      ]);
      await expectFailed(altered, 'captures', 'evidence/package.json', /no entry says so|not of it/);
    });

    it('finds a chain of custody that tells another story', async () => {
      await expectFailed(
        replaced(MEMBERS.custody, /("prov:startedAtTime":\{"@type":"xsd:dateTime","@value":")20\d\d/, '$11999'),
        'custody',
        MEMBERS.custody,
      );
      await expectFailed(
        replaced(MEMBERS.custody, /"dw:finalAddress":"http/, '"dw:finalAddress":"ftp'),
        'custody',
        MEMBERS.custody,
        /another address/,
      );
    });

    it('finds a package that is older than what it holds', async () => {
      const created = '2026-01-01T00:00:00Z';
      const back = (name: string): readonly [string, Buffer] => [
        name,
        Buffer.from(text(name).replaceAll(asJson(MEMBERS.datapackage)['created'] as string, created)),
      ];
      await expectFailed(
        new Map([...contents, back(MEMBERS.datapackage), back(MEMBERS.package), back(MEMBERS.custody)]),
        'times',
        /archive\/|entries/,
        /after the package was made/,
      );
    });

    it('finds JSON in another form', async () => {
      for (const name of [MEMBERS.package, MEMBERS.custody, MEMBERS.entries, MEMBERS.pages, MEMBERS.notices]) {
        const { ok } = await judge(sealAnew(replaced(name, '{', '{ '), key));
        expect(ok, name).toBe(false);
      }
      const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
      await expectFailed(withMember(MEMBERS.package, `{"a":${deep}}\n`), 'members', MEMBERS.package, /deep/);
      await expectFailed(withMember(MEMBERS.package, '{"format":"a","format":"b"}\n'), 'members', MEMBERS.package, /twice/);
      await expectFailed(
        withMember(MEMBERS.entries, `{"entry":"${'x'.repeat(3_000_000)}","index":0}\n`),
        'log',
        MEMBERS.entries,
        /longer than/,
      );
    });
  });

  describe('with another digest file', () => {
    const digest = (): { hash: string; path: string; signedData: Record<string, string> } =>
      JSON.parse(text(MEMBERS.digest)) as ReturnType<typeof digest>;
    const expectRefused = async (content: string, name: CheckName): Promise<void> => {
      const { ok, checks } = await judge(packMembers(withMember(MEMBERS.digest, content)));
      expect(ok).toBe(false);
      expect(
        checks.find((check) => check.status === 'fail' && check.name === name),
        content,
      ).toMatchObject({ where: MEMBERS.digest });
    };
    const signedAs = (more: Record<string, string>): string => document({ ...digest(), signedData: { ...digest().signedData, ...more } });

    it('refuses the other valid form of the same signature', async () => {
      const signature = Buffer.from(digest().signedData['signature'] ?? '', 'base64');
      const s = ORDER - BigInt(`0x${signature.toString('hex', 48)}`);
      const other = Buffer.concat([signature.subarray(0, 48), Buffer.from(s.toString(16).padStart(96, '0'), 'hex')]);
      await expectRefused(signedAs({ signature: other.toString('base64') }), 'signature');
    });

    it('refuses other spellings of the same', async () => {
      const { signedData } = digest();
      const publicKey = signedData['publicKey'] ?? '';
      await expectRefused(signedAs({ publicKey: `${publicKey}=` }), 'signature');
      await expectRefused(signedAs({ publicKey: `${publicKey} ` }), 'signature');
      await expectRefused(signedAs({ signature: `${signedData['signature']}\n` }), 'signature');
      await expectRefused(JSON.stringify(digest(), null, 1), 'digest');
      await expectRefused(JSON.stringify({ signedData, path: digest().path, hash: digest().hash }), 'digest');
      await expectRefused(text(MEMBERS.digest).trimEnd(), 'digest');
    });

    it('refuses what is beside the signature to be changed', async () => {
      for (const more of [
        { created: '2020-01-01T00:00:00Z' },
        { software: 'Dualwatch/9' },
        { version: '0.2.0' },
        { note: 'x' },
        { domain: 'example.org' },
      ])
        await expectRefused(signedAs(more), 'signature');
      await expectRefused(document({ ...digest(), note: 'x' }), 'digest');
      const { signedData: _, ...unsigned } = digest();
      await expectRefused(document(unsigned), 'signature');
    });
  });

  it('is verified on the command line, without the home', async () => {
    const away = { env: { DUALWATCH_HOME: join(folder, 'nowhere') } };
    const plain = await runCommand(['verify', sample.file], away);
    expect(plain).toMatchObject({ code: 0 });
    expect(plain.stdout).toContain('proves wholeness, not origin');
    const trusted = await runCommand(['verify', '--key', key.fingerprint, sample.file, '--require', 'key,log-key', '--json'], away);
    expect(trusted).toMatchObject({ code: 0 });
    expect(JSON.parse(trusted.stdout)).toMatchObject({ ok: true, whole: true, byWhom: { key: { trusted: true } } });
    const file = join(folder, 'key.txt');
    writeFileSync(file, `sha256:${key.fingerprint}\n`);
    expect(await runCommand(['verify', sample.file, '--key', file], away)).toMatchObject({ code: 0 });
    const refused = await runCommand(['verify', sample.file, '--key', '0'.repeat(64), '--require', 'timestamp'], away);
    expect(refused).toMatchObject({ code: 5 });
    expect(refused.stdout).toMatch(/FAIL {7}key[^]*FAIL {7}timestamp/);
  }, 60_000);
});

/** Name and seed of a home's log key. */
function secretOf(home: string): [name: string, seed: Buffer] {
  const [, name = '', encoded = ''] =
    /^PRIVATE\+KEY\+([^+]+)\+[0-9a-f]{8}\+(.*)$/.exec(readFileSync(join(home, 'log.key'), 'utf8').trim()) ?? [];
  return [name, Buffer.from(encoded, 'base64').subarray(1)];
}
