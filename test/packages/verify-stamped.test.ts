import { createPrivateKey } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillHome } from '../../bench/package/fill-home.ts';
import { PackageKey } from '../../src/evidence/package/package-key.ts';
import { serveAuthority } from '../../src/evidence/testing/authority-server.ts';
import type { AuthorityServer } from '../../src/evidence/testing/authority-server.ts';
import { hasOpenssl, OpensslAuthority } from '../../src/evidence/testing/openssl-authority.ts';
import { sealAnew, unpackPackage } from '../../src/evidence/testing/rebuild-package.ts';
import type { Contents } from '../../src/evidence/testing/rebuild-package.ts';
import { readPemCertificates } from '../../src/evidence/timestamp/certificate.ts';
import { NO_TRUST } from '../../src/evidence/verify-package/trust.ts';
import type { Trust } from '../../src/evidence/verify-package/trust.ts';
import type { CheckName, CheckStatus, PackageVerdict } from '../../src/evidence/verify-package/verdict.ts';
import { verifyPackage } from '../../src/evidence/verify-package/verify-package.ts';
import { memorySource } from '../../src/evidence/zip/byte-source.ts';
import { runCommand } from '../e2e/command.ts';
import { samplePackage } from './sample-package.ts';
import type { SamplePackage } from './sample-package.ts';

describe.skipIf(!hasOpenssl)('a package with time-stamps [needs openssl]', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dualwatch-stamped-'));
  let tsa: AuthorityServer;
  let sample: SamplePackage;
  let contents: Map<string, Buffer>;
  let key: PackageKey;
  let checkpoints: readonly string[];
  const root = join(folder, 'root.pem');
  /** The removal is in it, and not under the time-stamp that was made before. */
  const early = join(folder, 'early.wacz');

  beforeAll(async () => {
    tsa = await serveAuthority(join(folder, 'tsa'), { names: 'both' });
    writeFileSync(root, tsa.authority.root);
    const kept: string[] = [];
    sample = await samplePackage(
      folder,
      async (dualwatch) => {
        await dualwatch('anchors', 'add', tsa.url, '--name', 'tsa-one', '--allow-private');
        kept.push(await dualwatch('log', 'checkpoint'));
      },
      async (dualwatch) => {
        const ids = (await dualwatch('notices', '--json'))
          .trim()
          .split('\n')
          .map((line) => String((JSON.parse(line) as { readonly id: unknown }).id));
        await dualwatch('export', ...ids, '--wacz', early);
        await dualwatch('anchors', 'now');
      },
    );
    checkpoints = kept;
    contents = await unpackPackage(sample.bytes);
    key = new PackageKey(createPrivateKey(readFileSync(join(sample.home, 'package.key'))));
  }, 120_000);
  afterAll(async () => {
    await tsa.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const judge = (bytes: Buffer, trust: Partial<Trust> = {}): Promise<PackageVerdict> =>
    verifyPackage(memorySource(bytes), { ...NO_TRUST, ...trust });
  const statuses = ({ checks }: PackageVerdict): Partial<Record<CheckName, CheckStatus>> =>
    Object.fromEntries(checks.map(({ name, status }) => [name, status]));
  const roots = (pem: string): Partial<Trust> => ({ authorities: readPemCertificates(pem) });
  const member = (pattern: RegExp): string => [...contents.keys()].find((name) => pattern.test(name)) ?? '';

  it('says before when, and trusts the authority that is given alone', async () => {
    expect(member(/\/timestamp-\d+-1\.tsr$/)).not.toBe('');
    const alone = await judge(sample.bytes);
    expect(alone.checks.filter(({ status }) => status === 'fail')).toEqual([]);
    expect(statuses(alone)).toMatchObject({ timestamp: 'untrusted', revocation: 'pass', times: 'pass' });
    const verdict = await judge(sample.bytes, roots(tsa.authority.root));
    expect(statuses(verdict)).toMatchObject({ timestamp: 'pass', revocation: 'pass' });
    const stamp = verdict.beforeWhen.find(({ covers }) => covers?.entries === covers?.ofEntries);
    expect(stamp).toMatchObject({ authority: 'Test TSA (Tests)', trusted: true, revocation: 'good' });
    expect(Math.abs(Date.now() - Date.parse(stamp?.at ?? ''))).toBeLessThan(10 * 60_000);
    const other = new OpensslAuthority(join(folder, 'other'));
    expect(statuses(await judge(sample.bytes, { ...roots(other.root), required: new Set(['timestamp']) }))).toMatchObject({
      timestamp: 'fail',
    });
  });

  it('is before no time where captures are younger than the stamp, and names them', async () => {
    const bytes = readFileSync(early);
    const verdict = await judge(bytes, roots(tsa.authority.root));
    const [stamp] = verdict.beforeWhen;
    const { entries = 0, ofEntries = 0, captures = 0, ofCaptures = 0 } = stamp?.covers ?? {};
    expect(stamp).toMatchObject({ trusted: true });
    expect(captures).toBeGreaterThan(0);
    expect(captures).toBeLessThan(ofCaptures);
    expect(entries).toBeLessThan(ofEntries);
    const why = verdict.checks.find(({ name }) => name === 'timestamp')?.why ?? '';
    expect(statuses(verdict)).toMatchObject({ timestamp: 'absent' });
    expect(why).toMatch(/No authority saw what was logged later: capture [0-9a-f]{64} of 20\S+ \(entry \d+\)/);
    expect(why.match(/capture [0-9a-f]{64}/g)).toHaveLength(ofCaptures - captures);
    expect(verdict.ok).toBe(true);
    expect(await judge(bytes, { ...roots(tsa.authority.root), required: new Set(['timestamp']) })).toMatchObject({
      ok: false,
      whole: true,
    });
    // Nobody stamped them, whomever the reader trusts.
    const alone = await judge(bytes);
    expect(statuses(alone)).toMatchObject({ timestamp: 'absent' });
    expect(alone.checks.find(({ name }) => name === 'timestamp')?.why).toMatch(/that you named \(--tsa-ca\)\. No authority saw/);
    const { stdout } = await runCommand(['verify', early, '--tsa-ca', root]);
    expect(stdout).toMatch(new RegExp(`which you trust: of ${captures} of ${ofCaptures} captures and ${entries} of ${ofEntries} entries`));
  });

  it('tells the exporter of what no authority has stamped yet', async () => {
    const args = ['--home', join(folder, 'unstamped')];
    await fillHome(join(folder, 'unstamped'), { captures: 2, notices: 1, pageBytes: 2000 });
    const exported = (name: string) => runCommand([...args, 'export', 'http://127.0.0.1/notice/0', '--wacz', join(folder, name)]);
    expect((await exported('none.wacz')).stderr).not.toContain('time-stamp');
    await runCommand([...args, 'anchors', 'add', 'http://127.0.0.1:9/', '--allow-private']);
    expect((await exported('waiting.wacz')).stderr).toMatch(/2 captures and 2 observations in it are under no time-stamp yet.*anchors now/);
    expect(await runCommand([...args, 'anchors', 'add', tsa.url, '--name', 'tsa-one', '--allow-private'])).toMatchObject({ code: 0 });
    expect((await exported('stamped.wacz')).stderr).not.toContain('time-stamp');
    // A visit that keeps nothing new lies beyond the stamp too.
    await runCommand([...args, 'capture', 'http://127.0.0.1/notice/0']);
    expect((await exported('again.wacz')).stderr).toMatch(/1 observation in it is under no time-stamp yet/);
    const later = readFileSync(join(folder, 'again.wacz'));
    expect(statuses(await judge(later, { ...roots(tsa.authority.root), required: new Set(['timestamp']) }))).toMatchObject({
      timestamp: 'fail',
    });
  });

  it('is the same log as an earlier checkpoint that a time-stamp covers', async () => {
    const [kept = ''] = checkpoints;
    expect(Number(kept.split('\n')[1])).toBeLessThan(Number(String(contents.get('evidence/checkpoint.txt')).split('\n')[1]));
    expect(statuses(await judge(sample.bytes, { checkpoint: kept }))).toMatchObject({ checkpoint: 'pass', 'log-key': 'pass' });
  });

  it.each<readonly [what: string, pattern: RegExp, name: CheckName]>([
    ['the checkpoint that was stamped', /\/checkpoint-\d+\.txt$/, 'timestamp'],
    ['the proof that the log extends it', /\/consistency-/, 'log'],
    ['the time-stamp', /\.tsr$/, 'timestamp'],
  ])('finds that %s was taken out', async (_, pattern, name) => {
    const without: Contents = new Map([...contents].filter(([other]) => !pattern.test(other)));
    expect(statuses(await judge(sealAnew(without, key)))).toMatchObject({ [name]: 'fail' });
  });

  it('finds a time-stamp of something else, and one that was altered', async () => {
    const name = member(/\.tsr$/);
    const other = tsa.authority.stamp(tsa.authority.query(Buffer.from('something else')));
    const altered = Buffer.from(contents.get(name) ?? Buffer.alloc(0));
    altered[altered.length - 20] = (altered.at(-20) ?? 0) ^ 1;
    for (const [content, why] of [
      [other, /other data/],
      [altered, /./],
      [Buffer.from('hello'), /./],
    ] as const) {
      const { checks } = await judge(sealAnew(new Map([...contents, [name, content]]), key), roots(tsa.authority.root));
      expect(checks.find(({ status }) => status === 'fail')).toMatchObject({
        name: 'timestamp',
        where: name,
        why: expect.stringMatching(why),
      });
    }
  });

  it('finds a capture that is said to be younger than the time-stamp over it', async () => {
    const home = join(folder, 'later');
    await fillHome(home, { captures: 2, notices: 1, pageBytes: 2000, startMs: Date.now() + 86_400_000 });
    const dualwatch = (...args: readonly string[]) => runCommand(['--home', home, ...args]);
    expect(await dualwatch('anchors', 'add', tsa.url, '--name', 'tsa-one', '--allow-private')).toMatchObject({ code: 0 });
    const out = join(folder, 'later.wacz');
    expect(await dualwatch('export', 'http://127.0.0.1/notice/0', '--wacz', out)).toMatchObject({ code: 0 });
    const { ok, checks } = await judge(readFileSync(out));
    expect(ok).toBe(false);
    expect(checks.filter(({ name, status }) => name === 'times' && status === 'fail')).toContainEqual(
      expect.objectContaining({ why: expect.stringMatching(/said to be of 20\S+, but Test TSA \(Tests\) saw it at 20/) }),
    );
  });

  it('tells what was kept of revocation: nothing, or that the key was stolen', async () => {
    const bare: Contents = new Map([...contents].filter(([name]) => !/\.(?:crl|ocsp)$/.test(name)));
    expect(statuses(await judge(sealAnew(bare, key), roots(tsa.authority.root)))).toMatchObject({
      timestamp: 'pass',
      revocation: 'absent',
    });
    tsa.authority.revoke('tsa', 'keyCompromise');
    const crl = member(/\.tsr$/).replace('.tsr', '.crl');
    const { ok, checks } = await judge(sealAnew(new Map([...bare, [crl, tsa.authority.crl()]]), key), roots(tsa.authority.root));
    expect(ok).toBe(false);
    expect(checks.find(({ status }) => status === 'fail')).toMatchObject({ name: 'revocation', why: expect.stringContaining('revoked') });
  });

  it('is verified on the command line', async () => {
    const ended = await runCommand(['verify', sample.file, '--tsa-ca', root, '--require', 'timestamp,revocation']);
    expect(ended).toMatchObject({ code: 0 });
    expect(ended.stdout).toMatch(/Before when: +20\S+, says Test TSA \(Tests\), which you trust/);
    expect(await runCommand(['verify', sample.file, '--require', 'timestamp'])).toMatchObject({ code: 5 });
  });
});
