import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describeWithShared } from '../../../test/shared-data.ts';
import { memorySource } from '../zip/byte-source.ts';
import { NO_TRUST } from './trust.ts';
import type { CheckName, CheckStatus, PackageVerdict } from './verdict.ts';
import { verifyPackage } from './verify-package.ts';

describeWithShared('packages of other programs', 'data/wacz', (folder) => {
  const read = (name: string): Buffer => readFileSync(join(folder, name));
  const statuses = ({ checks }: PackageVerdict): Partial<Record<CheckName, CheckStatus>> =>
    Object.fromEntries(checks.map(({ name, status }) => [name, status]));

  it('accepts a package signed by a domain, and says by whom and before when', async () => {
    const verdict = await verifyPackage(memorySource(read('py-wacz-valid_signed_example_1.wacz')));
    expect(verdict).toMatchObject({
      ok: true,
      whole: true,
      byWhom: { domain: 'btrix-sign-test.webrecorder.net', key: { trusted: false }, log: null },
    });
    expect(verdict.beforeWhen).toMatchObject([{ at: '2022-01-18T19:00:12.000Z', trusted: false, revocation: 'absent' }]);
    expect(statuses(verdict)).toMatchObject({
      signature: 'pass',
      domain: 'pass',
      key: 'untrusted',
      timestamp: 'untrusted',
      records: 'pass',
      index: 'pass',
      pages: 'pass',
      log: 'absent',
    });
  });

  it('trusts that key where it is given, and no other', async () => {
    const source = memorySource(read('py-wacz-valid_signed_example_1.wacz'));
    const { byWhom } = await verifyPackage(source);
    const trusting = { ...NO_TRUST, keys: [byWhom.key?.fingerprint ?? ''] };
    expect(statuses(await verifyPackage(source, trusting))).toMatchObject({ key: 'pass' });
    const other = await verifyPackage(source, { ...NO_TRUST, keys: ['0'.repeat(64)] });
    expect(other).toMatchObject({ ok: false, whole: true });
    expect(statuses(other)).toMatchObject({ key: 'fail' });
  });

  it('refuses a domain whose certificates lead to no public authority, by name', async () => {
    const verdict = await verifyPackage(memorySource(read('py-wacz-invalid_signed_example_1.wacz')));
    expect(verdict).toMatchObject({ ok: false, whole: true });
    expect(verdict.checks.filter(({ status }) => status === 'fail')).toMatchObject([
      { name: 'domain', where: 'datapackage-digest.json', why: expect.stringContaining('Pretend Pear') },
    ]);
  });

  it('accepts a package of WACZ 1.0.0 that nobody signed', async () => {
    const verdict = await verifyPackage(memorySource(read('py-wacz-valid_example_1.wacz')));
    expect(verdict).toMatchObject({ ok: true, whole: true, byWhom: { key: null, domain: null, log: null }, beforeWhen: [] });
    expect(statuses(verdict)).toMatchObject({ digest: 'absent', signature: 'absent', index: 'pass' });
  });

  // The records of screenshot and PDF are HTTP messages with a file: address: their payload is what stands behind the head.
  it('accepts records that a reader of http: addresses alone fails', async () => {
    const verdict = await verifyPackage(memorySource(read('scoop-example.com.wacz')));
    expect(verdict).toMatchObject({ ok: true, whole: true });
    expect(statuses(verdict)).toMatchObject({ records: 'pass', index: 'pass', pages: 'pass', signature: 'absent' });
  });

  it('finds one bit turned anywhere in what is stored', async () => {
    const bytes = read('scoop-example.com.wacz');
    for (let n = 0, state = 1; n < 300; n += 1) {
      state = (state * 48_271) % 2_147_483_647;
      const altered = Buffer.from(bytes);
      const at = state % 93_600;
      altered[at] = (altered[at] ?? 0) ^ (1 << (state & 7));
      const { ok, checks } = await verifyPackage(memorySource(altered));
      expect(ok, `byte ${at}`).toBe(false);
      expect(checks.find(({ status }) => status === 'fail')?.where, `byte ${at}`).toBeTruthy();
    }
  });
});
